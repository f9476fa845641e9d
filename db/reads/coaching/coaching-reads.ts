import { answersLeft } from '../../../bot/domain/coaching/coaching-answer.ts';
import type {
  CoachingGoal,
  CoachingLook,
  CoachingPage,
  CoachingReads,
} from '../../../bot/domain/coaching/coaching-reads.ts';
import { usualCoaching } from '../../../bot/domain/coaching/coaching-rules.ts';
import { type Coached, mayCoach } from '../../../bot/domain/coaching/may-coach.ts';
import { addCalendarDays, type LocalDate, localDate } from '../../../bot/domain/local-date.ts';
import { officeOf } from '../../../bot/domain/office.ts';
import type { City } from '../../../bot/ports.ts';
import type { Runner } from '../../prepared.ts';
import { speakerOf } from '../training/speaker.ts';
import { goalNumbered, goalsSince } from './goals.ts';

const openDays = Math.max(...usualCoaching.checks) + 7;

/** The goals of an office, or of all (null), that are on the way: not declined, and the last look back no longer than a week ago. */
const openGoals = (runner: Runner, unit: string | null, today: LocalDate): Promise<CoachingGoal[]> =>
  goalsSince(runner, unit, addCalendarDays(today, -openDays));

/** The newest goal of the office that a unit belongs to, for whoever may see it. */
export const goalFor = async (
  runner: Runner,
  city: City,
  me: Coached,
  { unit, today }: { unit: string; today: LocalDate },
): Promise<CoachingGoal | null> => {
  const office = officeOf(unit, city.units, city.categories);
  if (!mayCoach(me, 'see-coaching', office, city)) return null;
  return (await openGoals(runner, office, today))[0] ?? null;
};

const lookAt = async (
  runner: Runner,
  city: City,
  { contact, id, now }: { contact: number; id: number; now: Date },
): Promise<CoachingLook | null> => {
  const [me, goal] = await Promise.all([speakerOf(runner, contact), goalNumbered(runner, id)]);
  if (!me || !goal || !mayCoach(me, 'see-coaching', goal.unit.code, city)) return null;
  const open = await openGoals(runner, goal.unit.code, localDate(now, city.agency.zone));
  const at = open.findIndex((one) => one.id === id);
  const next = open[(at + 1) % Math.max(1, open.length)];
  return {
    ...goal,
    answers: mayCoach(me, 'answer-coaching', goal.unit.code, city) ? [...answersLeft(goal.answer)] : [],
    next: next && next.id !== id ? next.id : null,
  };
};

const perPage = 5;

const pageOf = async (
  runner: Runner,
  city: City,
  { contact, page, now }: { contact: number; page: number; now: Date },
): Promise<CoachingPage | null> => {
  const me = await speakerOf(runner, contact);
  if (!me) return null;
  const own = officeOf(me.unit, city.units, city.categories);
  const all = city.units.some(({ code }) => code !== own && mayCoach(me, 'see-coaching', code, city));
  if (!all && !mayCoach(me, 'see-coaching', own, city)) return null;
  const goals = await openGoals(runner, all ? null : own, localDate(now, city.agency.zone));
  const last = Math.max(0, Math.ceil(goals.length / perPage) - 1);
  const shown = Math.min(page, last);
  return { goals: goals.slice(shown * perPage, (shown + 1) * perPage), page: shown, last };
};

/** What the conversation of one chat may look up of what was proposed to offices. */
export const createCoachingReads = (
  runner: Runner,
  city: () => City,
  { contact, now }: { contact: number; now: () => Date },
): CoachingReads => ({
  coaching: (id) => lookAt(runner, city(), { contact, id, now: now() }),
  coachingGoals: (page) => pageOf(runner, city(), { contact, page, now: now() }),
});
