import { sql } from 'drizzle-orm';
import { addCalendarDays, localDate } from '../../../bot/domain/local-date.ts';
import { elements } from '../../../bot/domain/skm/elements.ts';
import { respondentFields } from '../../../bot/domain/skm/survey-form.ts';
import { surveyPeriod } from '../../../bot/domain/skm/survey-period.ts';
import type { City } from '../../../bot/ports.ts';
import { skmAnswer } from '../../schema/index.ts';
import { createDice, type Dice } from './dice.ts';
import type { Tx } from './write-people.ts';

type Form = typeof skmAnswer.$inferInsert;
type Rated = { code: string; unitCode: string };

/** Offices whose counters hang out the code already, by kind; the others have just begun. */
const begun = ['disdukcapil', 'dpmptsp', 'dinas_kesehatan'];

const monthsBack = 3;

/** How people find each element, 1 to 4, where nothing is special: waiting and facilities are what they grumble about. */
const usual = [3.3, 3.2, 2.9, 3.6, 3.3, 3.4, 3.4, 3.2, 3.0];

const answerNear = (dice: Dice, liking: number): number =>
  Math.min(4, Math.max(1, Math.round(liking + (dice.throw() + dice.throw() - 1) * 1.2)));

const respondent = (dice: Dice): Pick<Form, 'sex' | 'age' | 'education' | 'work'> => {
  if (dice.chance(0.25)) return {};
  const { sex, age, education, work } = respondentFields;
  return { sex: dice.pick(sex), age: dice.pick(age), education: dice.pick(education), work: dice.pick(work) };
};

/** One month of one service: five forms at least, all of one day as the nightly shuffle leaves them. */
const monthOf = (dice: Dice, { code, unitCode }: Rated, day: string, mood: number): Form[] =>
  Array.from({ length: dice.whole(5, 24) }, () => ({
    id: uuidOf(dice.bytes(16)),
    unitCode,
    serviceCode: code,
    source: 'chat' as const,
    countedOn: day,
    shownOn: day,
    ...Object.fromEntries(
      elements.map((element, at) => [element, answerNear(dice, (usual[at] ?? 3) + mood)]),
    ),
    ...respondent(dice),
  }));

const uuidOf = (bytes: Uint8Array): string =>
  Buffer.from(bytes)
    .toString('hex')
    .replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, '$1-$2-4$3-8$4-$5');

/** The forms of the last full months before `until`, invented; the running month is left to whoever tries it out. */
export const imagineSurvey = (city: City, services: readonly Rated[], until: Date): Form[] => {
  const dice = createDice(20_261);
  const offices = new Set(
    city.units.filter(({ handles }) => handles.some((one) => begun.includes(one))).map(({ code }) => code),
  );
  const today = localDate(until, city.agency.zone);
  const forms: Form[] = [];
  let last = addCalendarDays(surveyPeriod(today).from, -1);
  for (let back = 0; back < monthsBack; back += 1) {
    for (const one of services.filter(({ unitCode }) => offices.has(unitCode)))
      forms.push(...monthOf(dice, one, addCalendarDays(last, -dice.whole(2, 12)), dice.throw() - 0.4));
    last = addCalendarDays(surveyPeriod(last).from, -1);
  }
  return forms;
};

/** Writes them where no form is yet. Gives how many. */
export const writeSurvey = async (tx: Tx, forms: readonly Form[]): Promise<number> => {
  const [there] = await tx.execute<{ filled: boolean }>(
    sql`select exists (select from skm_answer) as filled`,
  );
  if (there?.filled || forms.length === 0) return 0;
  await tx.insert(skmAnswer).values([...forms]);
  return forms.length;
};
