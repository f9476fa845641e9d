import type { Question } from './module.ts';
import type { Repetition } from './repetition.ts';

/**
 * A question that came back, as it is asked again. `order`: the places of its choices as they are shown; `left`: how many more
 * are due.
 */
export type Recalled = Pick<Question, 'ask' | 'right' | 'whyRight' | 'whyWrong'> & {
  choices: string[];
  module: string;
  title: string;
  repetition: Repetition;
  order: number[];
  left: number;
};

/** What of a module comes back to somebody at all. */
export type RepeatedModule = { title: string; count: number };

/** A training about which somebody was asked whether it is used at work. */
export type UsedLook = { title: string; is: 'open' | 'answered' };

/** What a conversation may look up of what learning asks afterwards. */
export type RecallReads = {
  /** The question that waits longest; null when none is due. */
  recalled: () => Promise<Recalled | null>;
  repeatedModule: (module: string) => Promise<RepeatedModule | null>;
  /** Null for whoever was not asked about it. */
  usedAtWork: (training: string) => Promise<UsedLook | null>;
};
