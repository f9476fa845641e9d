import { type ModuleAim, moduleFor } from '../coaching/module-for.ts';
import type { OfficeKind } from '../modules/office-kind.ts';
import { elementOfSkill, type Skill } from './self-check.ts';

/** Shipped modules that were written for a skill itself; no element of the survey tells as much. */
const writtenFor: { readonly [S in Skill]?: string } = {
  listen: 'menjawab-warga',
  answer_complaints: 'menjawab-warga',
  plain_words: 'bahasa-terang',
  protect_data: 'aman-informasi',
  values: 'berakhlak',
  read_survey: 'membaca-survei',
};

/** The module that is proposed for a skill: one written for it as long as it is taught, else by the element that the skill lifts. */
export const moduleForSkill = (
  skill: Skill,
  office: OfficeKind | null,
  modules: readonly ModuleAim[],
): string | null => {
  const named = writtenFor[skill];
  const element = elementOfSkill[skill];
  if (named !== undefined && modules.some(({ code }) => code === named)) return named;
  return element && moduleFor(element, office, modules);
};
