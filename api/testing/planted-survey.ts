import { randomUUID } from 'node:crypto';
import { elements } from '../../bot/domain/skm/elements.ts';
import { commentPlace } from '../../db/keep-comments.ts';
import { openTestHall, type TestHall } from './hall.ts';
import { plantForms, plantServices } from './survey-forms.ts';

/** A house whose offices give the demo's services. */
export const openServingHouse = async (): Promise<TestHall> => {
  const house = await openTestHall();
  await plantServices(house.hall.database.sql, house.hall.city().units);
  return house;
};

/** Of which service forms are, and what they say: of `waktu`, and of everything else. */
export type Alike = {
  answer?: number;
  waktu?: number;
  flags?: string[];
  code?: string;
  unit?: string;
  shown?: boolean;
};

/** Forms of a service, all alike; counted and shown on one local day. */
export const plantAlike = (
  { hall: { database } }: TestHall,
  count: number,
  on: string,
  {
    answer = 3,
    waktu = answer,
    flags = [],
    code = 'ktp-baru',
    unit = 'disdukcapil',
    shown = true,
  }: Alike = {},
): Promise<void> => {
  const form = elements.map((element) => (element === 'waktu' ? waktu : answer)).join('');
  const answers = Array.from({ length: count }, () => form);
  const days = { counted: on, shown: shown ? on : null };
  return plantForms(database.sql, { unit, service: code, ...days, flags, answers });
};

/** What somebody wrote under a form, moved in the week of a Monday and not yet told. */
export const plantComment = async (
  { hall: { database, seal } }: TestHall,
  words: string,
  { week = '2026-12-07', code = 'ktp-baru', unit = 'disdukcapil' } = {},
): Promise<void> => {
  const id = randomUUID();
  const sealed = seal.seal('survey', commentPlace(id), words);
  await database.sql`insert into skm_comment (id, unit_code, service_code, week, sealed)
    values (${id}, ${unit}, ${code}, ${week}, ${sealed})`;
};

/** What somebody got since they looked last. */
export const textsOf = async (one: ReturnType<TestHall['actor']>): Promise<string[]> =>
  (await one.seen()).map(({ text }) => text);
