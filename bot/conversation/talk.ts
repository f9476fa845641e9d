import type { Json } from './json.ts';
import type { Text } from './reply.ts';

/**
 * A conversation under way. No position is stored: the next question is the first without an answer, so a deploy may
 * add, drop or reorder questions.
 */
export type Talk = {
  form: string;
  /** Four characters that every button of this talk carries, so that a button of an older one is known as old. */
  tag: string;
  /** In the order given: "kembali" takes back the last. */
  answers: { [question: string]: Json };
  /** What was looked up for the questions, kept so that a step reads the database once at most. */
  facts: { [fact: string]: Json };
  /** The question shown last; names that begin with `$` are the engine's own. */
  asked?: string;
  /** A question the person wants to answer though it is not asked by itself. */
  wanted?: string;
  /** The page of its choices, from 0. */
  page?: number;
  /** The question shown last brought the channel's own keyboard, which must go with the next line. */
  keys?: true;
  /** Misunderstandings in a row. */
  misses?: number;
  /** The photos that came together last: the first one's key or the album's name, when it came, and what is to be said of them. */
  album?: { id: string; at: number; note?: Text };
  /** When words were last taken, and for which question: a second text soon after belongs to them. */
  words?: { question: string; at: number };
};

/** The engine's own questions. */
export const own = { review: '$review', change: '$change', cancel: '$cancel' } as const;

export const beginTalk = (form: string, tag: string, answers: Talk['answers'] = {}): Talk => ({
  form,
  tag,
  answers,
  facts: {},
});
