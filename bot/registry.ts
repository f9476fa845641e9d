import type { AnyForm } from './conversation/form.ts';
import type { Word } from './conversation/tongue.ts';

/** How a conversation is reached: its slash command, and the word that means the same. `argument` tells that text may follow the command. */
export type Entry = {
  form: AnyForm;
  command?: string;
  word?: Word;
  /** Stands in the commands menu of the channel for this audience, with this description key. */
  menu?: 'citizen';
};

/** What the hall can talk about. */
export type Registry = {
  forms: ReadonlyMap<string, AnyForm>;
  commands: ReadonlyMap<string, AnyForm>;
  words: ReadonlyMap<Word, AnyForm>;
  entries: readonly Entry[];
};

export const registry = (entries: readonly Entry[]): Registry => ({
  entries,
  forms: new Map(entries.map(({ form }) => [form.id, form])),
  commands: new Map(entries.flatMap(({ form, command }) => (command ? [[command, form] as const] : []))),
  words: new Map(entries.flatMap(({ form, word }) => (word ? [[word, form] as const] : []))),
});
