import type { LocalDate } from './domain/local-date.ts';
import type { Reminded } from './domain/reminding/decide.ts';
import type { Given, Item } from './domain/reminding/item.ts';
import type { LearningAsk } from './domain/reminding/learning-ask.ts';
import type { TrainingRecord } from './domain/training/training-record.ts';
import type { Hearer } from './news.ts';

/** An employee as far as reminding goes; `chat`: where they are written to, if they can be. */
export type Remindable = Reminded & { record: TrainingRecord; chat: Hearer | undefined };

/** Somebody who passed over three reminders of a thing, as their supervisor is told. */
export type ListedLine = { name: string; item: Item };

/**
 * A letter of reminders as it stands at the moment of sending: whom it is for, what it was planned to say, and the people of a
 * supervisor's list who are still behind; `person.talking`: in the very chat it goes to.
 */
export type OpenReminder = {
  letter: number;
  person: Remindable;
  /** The moment it goes by: now, but of what was planned as if it were another time. */
  at: Date;
  /** Whether somebody looks after this person who would hear of what is passed over. */
  overseen: boolean;
  planned: readonly (Pick<Given, 'item' | 'milestone'> & { day: LocalDate })[];
  list: readonly ListedLine[];
  /** What of it learning still asks of the person, by the name under which it was planned. */
  asks: readonly { key: string; ask: LearningAsk }[];
};

/** What changed of a letter: the items that it still says, or that it says nothing now and everything is planned anew. */
export type ReminderVerdict = { letter: number; employee: number } & (
  | { is: 'said'; left: readonly string[] }
  | { is: 'put-back' }
);

/**
 * Reminders on their way. `of` finds what letters are to say, set by set. `settle` keeps what came of them: what is left out
 * counts as never said, and what is put back is planned anew at the next moment at which it may be written.
 */
export type OpenReminders = {
  of: (letters: readonly number[], now: Date) => Promise<readonly OpenReminder[]>;
  settle: (verdicts: readonly ReminderVerdict[], now: Date, today: LocalDate) => Promise<void>;
};
