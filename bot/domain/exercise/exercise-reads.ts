import type { Speaker } from './exercise.ts';
import type { Marks } from './rubric.ts';

/** A text of an exercise; `doubts` are stretches of it that an officer should look at, in letters from 0. */
export type TextShown = { by: Speaker; text: string; doubts: { at: number; end: number }[] };

/** What an exercise is about; `month` as `2026-05`. */
export type ExerciseHead = {
  id: number;
  category: string;
  office: string;
  kelurahan: string | null;
  month: string;
};

/**
 * What there is to do for one of the staff: `next` of the `open` exercises they have not answered, `toScore` a colleague's answer
 * that waits, `waiting` those they may approve.
 */
export type ExerciseDesk = {
  learns: boolean;
  next: number | null;
  open: number;
  answered: number;
  toScore: number | null;
  waiting: number;
};

/** One's own answer: alone with it, waiting for a colleague, or scored by one. */
export type OwnAnswer = 'kept' | 'asked' | 'scored';

/** An exercise to answer. `since`: how it went on, for whoever has answered; `mine`: null before that. */
export type ExerciseTask = ExerciseHead & { text: string; since: TextShown[]; mine: OwnAnswer | null };

/** One that waits for an officer, and how many do. */
export type ExerciseWaiting = ExerciseHead & { texts: TextShown[]; waiting: number };

/** A colleague's answer without whose it is. */
export type ColleagueAnswer = ExerciseHead & { answer: number; text: string; words: string };

/** What an officer says to an exercise; `closed`: it may be used once every doubtful word is taken out. */
export const exerciseVerdicts = ['approved', 'closed', 'refused'] as const;
export type ExerciseVerdict = (typeof exerciseVerdicts)[number];

/** A learner's answer with what they say of it themselves. */
export type ExerciseAnswer = { exercise: number; words: string; marks: Marks };

/** What a conversation may look up of exercises. */
export type ExerciseReads = {
  /** Null for a chat that speaks as nobody. */
  exerciseDesk: () => Promise<ExerciseDesk | null>;
  /** An approved exercise; null for whoever does not learn here. */
  exerciseTask: (id: number) => Promise<ExerciseTask | null>;
  /** The one asked for, or with 0 the oldest; null where none waits for this person. */
  exerciseToJudge: (id: number) => Promise<ExerciseWaiting | null>;
  /** Null where it waits no more, or never did for this person. */
  colleagueAnswer: (id: number) => Promise<ColleagueAnswer | null>;
};
