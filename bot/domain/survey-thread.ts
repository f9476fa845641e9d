import type { Alias } from './alias.ts';
import { addCalendarDays, type LocalDate } from './local-date.ts';
import { paperNumbers } from './paper-number.ts';
import { addWorkingDays, type Calendar } from './working-days.ts';

/** Numbers of talks in which the complaints officer asks somebody further who rated a service low. */
export const { fresh: newThreadNumber, is: isThreadNumber } = paperNumbers('N');

/** `open`: nobody has asked yet; `asked`: the citizen has the word; `answered`: the officer has it. */
export type ThreadState = 'open' | 'asked' | 'answered' | 'closed';

/** After so many days of silence it closes by itself, and nobody is told. */
export const silentDays = 14;

/** Working days in which the office may think about its question before it is reminded, once. */
const remindDays = 2;

/**
 * Whether officers are to be reminded that the word is theirs. They were told after `since` and hear once more from this
 * day on; having been told since then, they are left alone.
 */
export const remindsOfThread = (
  { since, told, today }: { since: LocalDate; told: LocalDate; today: LocalDate },
  calendar: Calendar,
): boolean => {
  const { due } = addWorkingDays(calendar, since, remindDays);
  return told < due && due <= today && today < addCalendarDays(since, silentDays);
};

/**
 * A talk as an employee who may take part sees it. `may`: put the next question; wait for the citizen; leave it to
 * whoever took it; or nothing any more. `words`: what the citizen said last; `office`: the employee's, as the citizen reads it.
 */
export type RaterThread = {
  number: string;
  alias: Alias;
  service: string;
  office: string;
  may: 'ask' | 'wait' | 'leave' | 'nothing';
  /** They took it, or nobody of those who did is there: it is theirs to close. */
  mine: boolean;
  taker: string | null;
  words: string | null;
};

/** The same as the person sees it who rated the service; `words`: what they were asked last. */
export type OwnThread = { number: string; service: string; state: ThreadState; words: string | null };

/**
 * Whether somebody may let themselves be asked about a service. `there`: whether whoever would ask is on duty, comes
 * later, or is not in chat at all; `thread`: one about it runs, or ended in this survey period.
 */
export type Askable = {
  service: string;
  name: string;
  unit: string;
  rated: boolean;
  there: 'now' | 'later' | 'none';
  thread: 'none' | 'running' | 'over';
};
