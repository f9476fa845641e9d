import { addCalendarDays, type LocalDate } from '../../../bot/domain/local-date.ts';
import type { training } from '../../schema/index.ts';
import type { certificate } from '../../schema/training.ts';
import { type Day, type DemoEnrolment, momentOn, someDay } from './imagine-enrolments.ts';
import type { DemoEmployee } from './staff.ts';
import { demoCourses, demoRefusals, jpOf } from './training-rows.ts';

type Row = typeof training.$inferInsert;

/** A certificate of the person with that number, and who looked at it. */
export type DemoCertificate = Omit<typeof certificate.$inferInsert, 'employeeId' | 'judgedBy'> & {
  nip: string;
  judge: string | null;
};

/** How long the file of a provider takes, and how long somebody has before the office asks for a photo, in days. */
const slowest = { file: 12, photo: 90 };

const earlier = (one: LocalDate, other: LocalDate): LocalDate => (one < other ? one : other);
const yesterday = ({ today }: Day): LocalDate => addCalendarDays(today, -1);
const numberOf = (code: string, date: LocalDate, { dice }: Day): string =>
  `${dice.whole(100, 999)}/${code}/${date.slice(0, 4)}`;

/** What came in by the provider's file: it counts at once. */
const byFile = (sentOn: LocalDate, day: Day) => {
  const at = momentOn(sentOn, day);
  return { source: 'file' as const, status: 'sah' as const, sentAt: at, judgedAt: at, judge: null };
};

/** What somebody sent as a photo and their head looked at some days later. */
const byPhoto = (sentOn: LocalDate, { supervisorNip }: DemoEmployee, day: Day) => {
  const judgedOn = earlier(addCalendarDays(sentOn, day.dice.whole(0, 3)), yesterday(day));
  const sentAt = momentOn(sentOn, day);
  const judgedAt = new Date(Math.max(sentAt.getTime(), momentOn(judgedOn, day).getTime()));
  return { source: 'chat' as const, status: 'sah' as const, sentAt, judgedAt, judge: supervisorNip };
};

const waiting = (sentOn: LocalDate, day: Day) => ({
  source: 'chat' as const,
  status: 'menunggu' as const,
  sentAt: momentOn(sentOn, day),
  judge: null,
});

/** What became of the paper of a training: the older, the surer it counts; of one just over few were sent, and wait. */
const standOf = (date: LocalDate, who: DemoEmployee, day: Day) => {
  const { today, dice } = day;
  const sentOn = someDay(date, earlier(addCalendarDays(date, slowest.file), yesterday(day)), dice);
  if (date < addCalendarDays(today, -slowest.photo))
    return dice.chance(0.7) ? byFile(sentOn, day) : byPhoto(sentOn, who, day);
  const isOver = date < addCalendarDays(today, -slowest.file);
  if (dice.chance(isOver ? 0.15 : 0.6)) return undefined;
  return isOver ? byPhoto(sentOn, who, day) : waiting(sentOn, day);
};

/** The certificate of a training that somebody has finished; of e-learning the platform's file names everybody. */
export const ofTraining = (row: Row, one: DemoEnrolment, who: DemoEmployee, day: Day): DemoCertificate[] => {
  if (one.finishedOn === null) return [];
  const date = row.startsOn
    ? earlier(addCalendarDays(one.finishedOn, day.dice.whole(0, 4)), yesterday(day))
    : one.finishedOn;
  const stand = row.startsOn ? standOf(date, who, day) : byFile(yesterday(day), day);
  const { code, title, form, provider, place, startsOn, endsOn, jp } = row;
  const number = numberOf(code, date, day);
  const said = { trainingCode: code, title, form, provider, place, startsOn, endsOn, jp, number, date };
  return stand ? [{ nip: who.nip, ...said, ...stand }] : [];
};

const course = (who: DemoEmployee, date: LocalDate, day: Day) => {
  const { title, provider, form, ...hours } = day.dice.pick(demoCourses);
  const number = day.dice.chance(0.8) ? numberOf('SERT', date, day) : null;
  return { nip: who.nip, trainingCode: null, title, form, provider, jp: jpOf(hours), number, date };
};

/** Something learnt elsewhere in the last two years, sent as a photo. */
export const elsewhere = (who: DemoEmployee, day: Day): DemoCertificate => {
  const { today, dice } = day;
  const date = someDay(addCalendarDays(today, -700), addCalendarDays(today, -30), dice);
  return { ...course(who, date, day), ...byPhoto(addCalendarDays(date, dice.whole(1, 20)), who, day) };
};

/** The last thing that somebody learnt elsewhere: their head has still to look at it, or, by `chance`, could not read it. */
export const waitingPaper = (who: DemoEmployee, chance: number, day: Day): DemoCertificate => {
  const { today, dice } = day;
  const date = someDay(addCalendarDays(today, -15), addCalendarDays(today, -6), dice);
  const sentOn = someDay(addCalendarDays(today, -4), yesterday(day), dice);
  const stand = waiting(sentOn, day);
  if (!dice.chance(chance)) return { ...course(who, date, day), ...stand };
  const refused = { status: 'ditolak' as const, reason: dice.pick(demoRefusals), judgedAt: stand.sentAt };
  return { ...course(who, date, day), ...stand, ...refused, judge: who.supervisorNip };
};
