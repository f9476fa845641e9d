import type { OpenKindWord } from '../domain/training/kind-word.ts';
import { kindWordReply } from '../flows/supervisor/kind-word-reply.ts';
import type { ReminderLetters } from './reminder-letters.ts';

type Words = (letters: readonly number[]) => Promise<readonly OpenKindWord[]>;

/** The words of reminders, and of the kind words among the letters that have none: these too are found at the moment of sending, and say nothing of what is done. */
export const withKindWords =
  (reminders: ReminderLetters, words: Words): ReminderLetters =>
  async (letters) => {
    const told = await reminders(letters);
    const rest = letters.filter(({ id, say }) => say === 'remind' && !told.has(id)).map(({ id }) => id);
    if (rest.length === 0) return told;
    const kind = await words(rest);
    return new Map([...told, ...kind.map((word) => [word.letter, kindWordReply(word)] as const)]);
  };
