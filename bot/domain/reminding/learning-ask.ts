import { type Finished, usedQuestions } from '../coaching/used-at-work.ts';
import { addCalendarDays, type LocalDate } from '../local-date.ts';
import type { TrainingRecord } from '../training/training-record.ts';
import { type Extra, extraKey } from './extra.ts';
import type { Milestone } from './item.ts';

/** Questions of one module that are due; `newest`: the last day on which one became due. */
export type DueModule = { title: string; count: number; newest: LocalDate };

/** How somebody stands with what learning asks of them, as it is known on a day. `checked`: this year's self-check is done. */
export type LearningStanding = {
  due: readonly DueModule[];
  asked: readonly { training: string; answered: boolean }[];
  checked: boolean;
  said: readonly { item: string; milestone: Milestone; day: LocalDate }[];
  putOff: readonly { item: string; until: LocalDate }[];
};

/** Somebody as far as learning asks. */
export type Learner = LearningStanding & Pick<TrainingRecord, 'employee' | 'certificates'>;

/** From this day of the year on somebody is told that the self-check is open: the plan of the next year is made from it. */
export const selfCheckFrom = '10-01';

/** What nobody answered is spoken of once more after so many days, and then waits in `/belajar`. */
const againAfterDays = 7;

/** Questions that wait longer are not spoken of any more; a long leave ends before. */
const spokenOfDays = 60;

const again = 'again:';

const newestDue = ({ due }: LearningStanding): LocalDate | undefined =>
  due
    .map(({ newest }) => newest)
    .toSorted()
    .at(-1);

/**
 * Whether questions that come back are to be spoken of: once for each day that brings one, once more a week later, and on the day to
 * which they were put off.
 */
const recallOn = (learner: LearningStanding, today: LocalDate): Extra | undefined => {
  const due = newestDue(learner);
  const { putOff, said } = learner;
  if (due === undefined || due > today || due < addCalendarDays(today, -spokenOfDays)) return undefined;
  const recall = { is: 'recall', due } as const;
  const key = extraKey(recall);
  const own = putOff.find(({ item }) => item === key);
  if (putOff.some(({ item, until }) => item.startsWith('recall:') && until > today)) return undefined;
  const before = said.filter(({ item }) => item === key);
  if (before.length === 0) return recall;
  const names = before.map(({ milestone }) => milestone);
  if (own && !names.includes(`${again}${own.until}`)) return { ...recall, again: `${again}${own.until}` };
  const weekAgo = addCalendarDays(today, -againAfterDays);
  const isQuiet = before.every(({ day }) => day <= weekAgo);
  return isQuiet && !names.includes(String(againAfterDays))
    ? { ...recall, again: String(againAfterDays) }
    : undefined;
};

/** Trainings that were finished for certain. */
const finishedOf = ({ employee, certificates }: Learner): Finished[] =>
  certificates.flatMap(({ training, status, date }) =>
    training !== null && status === 'sah' ? [{ person: String(employee), training, on: date }] : [],
  );

const usedOn = (learner: Learner, today: LocalDate): Extra | undefined => {
  const person = String(learner.employee);
  const asked = learner.asked.map(({ training }) => ({ person, training }));
  const [first] = usedQuestions(finishedOf(learner), { asked, quiet: [], today });
  return first && { is: 'used', training: first.training };
};

const selfCheckOn = ({ checked, said }: LearningStanding, today: LocalDate): Extra | undefined => {
  const check = { is: 'self-check', year: today.slice(0, 4) } as const;
  const isOpen = today.slice(5) >= selfCheckFrom && !checked;
  return isOpen && !said.some(({ item }) => item === extraKey(check)) ? check : undefined;
};

/** What learning asks of somebody on a day: one thing at most, so that the message stays short; what has a day of its own first. */
export const learningAsk = (learner: Learner, today: LocalDate): Extra | undefined =>
  recallOn(learner, today) ?? usedOn(learner, today) ?? selfCheckOn(learner, today);

/** The same as it is said; `modules`: how many the questions come from, `title` of the newest. */
export type LearningAsk =
  | { is: 'recall'; count: number; modules: number; title: string }
  | { is: 'used'; training: string; title: string }
  | { is: 'self-check' };

/** What a planned line asks as things stand when it is sent; `undefined` once it was answered, or there is nothing to ask any more. */
export const askNow = (extra: Extra, learner: Learner): LearningAsk | undefined => {
  if (extra.is === 'recall') {
    const due = learner.due.toSorted((one, other) => (one.newest < other.newest ? 1 : -1));
    const count = due.reduce((sum, one) => sum + one.count, 0);
    const [first] = due;
    return first && { is: 'recall', count, modules: due.length, title: first.title };
  }
  if (extra.is === 'used') {
    const { training } = extra;
    const held = learner.certificates.find((one) => one.training === training && one.status === 'sah');
    const isAnswered = learner.asked.some((one) => one.training === training && one.answered);
    return held && !isAnswered ? { is: 'used', training, title: held.title } : undefined;
  }
  return extra.is === 'self-check' && !learner.checked ? { is: 'self-check' } : undefined;
};
