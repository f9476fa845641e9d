import { sql } from 'drizzle-orm';
import {
  type MissingSkill,
  missingSkills,
  type UnitSkills,
} from '../../../bot/domain/paths/missing-skills.ts';
import { officeKindOf } from '../../../bot/domain/paths/office-kind-of.ts';
import type { SelfCheck } from '../../../bot/domain/paths/self-check.ts';
import type { UnitSkillsLook } from '../../../bot/domain/paths/self-check-reads.ts';
import { mayAny } from '../../../bot/domain/permissions/may-any.ts';
import { isGranted } from '../../../bot/domain/permissions/verdict.ts';
import { hatsOf } from '../../../bot/domain/roles.ts';
import type { Overseer } from '../../../bot/domain/training/answers-for.ts';
import type { City } from '../../../bot/ports.ts';
import { prepared, type Runner } from '../../prepared.ts';
import { modulesTaught } from '../modules/teaching.ts';
import { speakerOf } from '../training/speaker.ts';

const p = sql.placeholder;

const findChecks = prepared<{ unit: string; answers: SelfCheck }>(sql`
select unit_code as unit, answers from self_check
where year = ${p('year')}::smallint and (${p('unit')}::text is null or unit_code = ${p('unit')}::text)
order by unit_code, employee_id`);

/** A unit's list, and how many people it is of. */
export type CountedSkills = UnitSkills & { people: number };

/**
 * What units miss by the self-checks of a year, each unit for itself: nothing is added up over the parts of an office, for whoever
 * subtracts one sum from another would read the rest. `unit`: only this one; else all in which somebody answered.
 */
export const skillsOfUnits = async (
  runner: Runner,
  { units }: Pick<City, 'units'>,
  { year, unit }: { year: number; unit: string | null },
): Promise<{ lists: CountedSkills[]; titles: ReadonlyMap<string, string> }> => {
  const [rows, modules] = await Promise.all([findChecks(runner, { year, unit }), modulesTaught(runner)]);
  const lists = [...Map.groupBy(rows, (row) => row.unit)].map(([code, answered]) => {
    const office = units.find((one) => one.code === code);
    const checks = answered.map(({ answers }) => answers);
    const list = missingSkills({ unit: code, office: office ? officeKindOf(office) : null, checks }, modules);
    return { ...list, people: checks.length };
  });
  return { lists, titles: new Map(modules.map(({ code, title }) => [code, title])) };
};

/** Whoever plans training sees any unit's list, and whoever may see the learning of their own people that of their own unit. */
const maySeeSkills = (me: Overseer, unit: string): boolean => {
  const on = me.unit === unit ? 'own' : 'other';
  const hats = hatsOf({ ...me, active: true }).map((role) => ({ role, on }) as const);
  return (
    isGranted(mayAny(hats, 'plan-training')) || (on === 'own' && isGranted(mayAny(hats, 'see-training')))
  );
};

/** How many skills a unit misses; null where nothing of it is shown, or not to this employee. */
export const skillsMissed = async (
  runner: Runner,
  city: Pick<City, 'units'>,
  me: Overseer,
  { unit, year }: { unit: string; year: number },
): Promise<number | null> => {
  if (!maySeeSkills(me, unit)) return null;
  const [list] = (await skillsOfUnits(runner, city, { year, unit })).lists;
  return list && 'missing' in list ? list.missing.length : null;
};

const lineOf =
  (titles: ReadonlyMap<string, string>) =>
  ({ skill, module }: MissingSkill): UnitSkillsLook['missing'][number] => {
    const title = module === null ? undefined : titles.get(module);
    return { skill, module: module !== null && title !== undefined ? { code: module, title } : null };
  };

/** A unit's list as one of the staff sees it in chat; null where they may not. */
export const unitSkillsFor = async (
  runner: Runner,
  city: Pick<City, 'units'>,
  { contact, unit: asked, year }: { contact: number; unit: string | null; year: number },
): Promise<UnitSkillsLook | null> => {
  const me = await speakerOf(runner, contact);
  const unit = city.units.find(({ code }) => code === (asked ?? me?.unit));
  if (!me || !unit || !maySeeSkills(me, unit.code)) return null;
  const { lists, titles } = await skillsOfUnits(runner, city, { year, unit: unit.code });
  const [list] = lists;
  const shown = list && 'missing' in list ? list : undefined;
  return {
    unit: unit.name,
    year,
    people: shown?.people ?? null,
    missing: shown?.missing.map(lineOf(titles)) ?? [],
  };
};
