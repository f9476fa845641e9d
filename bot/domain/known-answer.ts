import type { Aspect } from './aspect.ts';

/** A question that people ask and its answer as somebody checked it on a local day; `unit`: the office it is of, none for the whole city. */
export type KnownAnswer = {
  kind: 'question';
  code: string;
  name: string;
  answer: string;
  checked: string;
  unit: string | null;
};

/** An office as it is asked for; what nobody said of it is null. */
export type KnownOffice = {
  kind: 'office';
  code: string;
  name: string;
  phone: string | null;
  address: string | null;
};

export type KnownService = { kind: 'service'; code: string; name: string; unit: string };

/** What a question may be answered from. */
export type Known = KnownAnswer | KnownService | KnownOffice;

/**
 * What a question came to: `sure` when the first is meant without doubt, otherwise any of them may be, or there is none;
 * `vague` when it says nothing of what it is about.
 */
export type Answered = { aspects: Aspect[]; vague: boolean; sure: boolean; known: Known[] };

/**
 * Where a word of the question was found: in what a thing is called (A), in what it is for (B), in what is told of it (C),
 * or in whose it is (D); `alike` from 0 to 1, below 1 where it is only spelled alike or means the same.
 */
export type Match = { nth: number; field: 'A' | 'B' | 'C' | 'D'; alike: number };

/** Something found by at least one word; `keywords` are the further words of a checked question. */
export type Candidate = { known: Known; matches: readonly Match[]; keywords?: readonly string[] };
