import type { AnyForm } from './conversation/form.ts';
import type { Word } from './conversation/tongue.ts';

/**
 * How a conversation is reached: its slash command, and the word that means the same. `says`: words that open it without
 * a slash when one argument stands right behind them (`cek SLT-7K4PQ2`, `l_SLT-7K4PQ2`), as links carry it where there
 * are no commands.
 */
export type Entry = {
  form: AnyForm;
  command?: string;
  word?: Word;
  says?: readonly string[];
  /** Stands in the commands menu of the channel for this audience, with this description key. */
  menu?: 'citizen';
};

/** What the hall can talk about. */
export type Registry = {
  forms: ReadonlyMap<string, AnyForm>;
  commands: ReadonlyMap<string, AnyForm>;
  words: ReadonlyMap<Word, AnyForm>;
  sayings: ReadonlyMap<string, AnyForm>;
  entries: readonly Entry[];
};

export const registry = (entries: readonly Entry[]): Registry => ({
  entries,
  forms: new Map(entries.map(({ form }) => [form.id, form])),
  commands: new Map(entries.flatMap(({ form, command }) => (command ? [[command, form] as const] : []))),
  words: new Map(entries.flatMap(({ form, word }) => (word ? [[word, form] as const] : []))),
  sayings: new Map(entries.flatMap(({ form, says }) => (says ?? []).map((said) => [said, form] as const))),
});
