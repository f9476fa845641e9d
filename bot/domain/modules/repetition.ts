import { addCalendarDays, type LocalDate } from '../local-date.ts';

/** Days after a wrong answer on which its question comes back (`asn.md` section 1). */
export const repetitionDays = [1, 7, 16, 35] as const;
export type Round = 0 | 1 | 2 | 3;

/** A question that comes back: answered wrongly on a local day, due in the round it has come to. */
export type Repetition = { question: string; wrongOn: LocalDate; round: Round; dueOn: LocalDate };

const daysTo = (round: Round): number => repetitionDays[round];

/** A question that was answered wrongly, in the quiz or when it came back. */
export const toRepeat = (question: string, wrongOn: LocalDate): Repetition => ({
  question,
  wrongOn,
  round: 0,
  dueOn: addCalendarDays(wrongOn, daysTo(0)),
});

const later = (one: LocalDate, other: LocalDate): LocalDate => (one > other ? one : other);

const following = (round: Round): Round | undefined => ([1, 2, 3, undefined] as const)[round];

/**
 * What becomes of a question that came back: right, it waits for its next day, and after the fourth it is known; wrong,
 * it begins again. Who answers some days late (a weekend, a feast) keeps the next day; who answers very late is given at
 * least half the pause that was meant.
 */
export const afterAnswer = (
  { question, wrongOn, round }: Repetition,
  { right, on }: { right: boolean; on: LocalDate },
): Repetition | 'known' => {
  if (!right) return toRepeat(question, on);
  const next = following(round);
  if (next === undefined) return 'known';
  const half = Math.ceil((daysTo(next) - daysTo(round)) / 2);
  const dueOn = later(addCalendarDays(wrongOn, daysTo(next)), addCalendarDays(on, half));
  return { question, wrongOn, round: next, dueOn };
};

/** What is to be asked again on a day, the longest waiting first. */
export const dueOn = (repetitions: readonly Repetition[], today: LocalDate): Repetition[] =>
  repetitions
    .filter((one) => one.dueOn <= today)
    .toSorted((a, b) => a.dueOn.localeCompare(b.dueOn) || a.question.localeCompare(b.question));
