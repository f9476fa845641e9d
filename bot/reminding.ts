import type { Case, Comer, Wanted } from './domain/case.ts';
import type { Duty } from './domain/duty-hours.ts';
import type { Reminder } from './domain/reminder.ts';
import type { Hearer } from './news.ts';
import type { Letter } from './ports.ts';

/** An employee whose chat is linked, how they come to one report, and when they are on duty. */
export type Hand = {
  hearer: Hearer;
  employee: number;
  who: Extract<Comer, { as: 'staff' }>;
  duty: Duty<number>;
};

/** A report whose clocks ask for something: what was not given yet, and everybody who might hear of it. */
export type Watched = {
  ticket: string;
  category: string;
  it: Case;
  taker: number | undefined;
  /** Written by somebody who only tries the service; told to staff who try it with them. */
  tried: boolean;
  pending: readonly Reminder[];
  /** Only while it is being given. */
  reporter: Hearer | undefined;
  staff: readonly Hand[];
  /** When the office it lies with works. */
  duty: Duty<number>;
};

/** A reminder as it is given: letters, or a step that the clock takes and everybody hears of. */
export type Giving = {
  key: string;
  letters: readonly { to: Hearer; letter: Letter }[];
  step?: Wanted;
  /** A nudge that may be said together with others of its kind. */
  nudge?: true;
};

/** Which stages of a report a job sees to. */
export type Stages = readonly Reminder['stage'][];

/** Asks once more with the report held, and writes: of two processes one gives. Tells how many reminders were given. */
export type Give = (decide: (watched: Watched) => readonly Giving[]) => Promise<number>;

/** Open reports. `look` shows those that ask for something, one after the other and without any lock. */
export type Watches = {
  look: (stages: Stages, now: Date, at: (watched: Watched, give: Give) => Promise<void>) => Promise<void>;
};
