import type { Effect } from '../effects.ts';
import type { Reads } from '../reads.ts';
import type { Json } from './json.ts';
import type { Moment } from './moment.ts';
import type { Question } from './question.ts';
import type { Reply, Text } from './reply.ts';

export type Fields = { [name: string]: Json };

/** What a form knows when it asks: the answers so far, what was looked up for them, and the moment. */
export type Asking<A extends Fields, F extends Fields> = {
  answers: Partial<A>;
  facts: Partial<F>;
  moment: Moment;
};

/** Something to look up. It is read again only when `of` gives another input than before the answer; `undefined` means not needed. */
export type Fact<A extends Fields, V extends Json, I extends Json = Json> = {
  of: (answers: Partial<A>, moment: Moment) => I | undefined;
  read: (reads: Reads, input: I, moment: Moment) => Promise<V>;
};

/** How a form ends: what is said, what changes, and which conversation comes next. */
export type Finish = {
  say: readonly Reply[];
  effects?: readonly Effect[];
  /** `quietly`: its question stands in what is said already, so that it waits without asking. */
  next?: { form: string; answers?: Fields; quietly?: true };
  /** A draft that waits stays parked; otherwise the person is brought back to it. */
  rests?: boolean;
};

/**
 * A conversation as data: named questions, and what comes of the answers. `questions` may leave out what is not
 * needed (or add what is) as answers arrive; `check` refuses answers that only facts can judge; `ends` stops early;
 * `review` shows everything with Send, Change and Cancel before `finish`.
 */
export type Form<A extends Fields = Fields, F extends Fields = Fields> = {
  id: string;
  /** What a button's or link's argument (`go:track:SLT-7K4PQ2`) already answers. */
  starts?: (argument: string) => { [K in keyof A]?: A[K] };
  facts?: { [K in keyof F]: Fact<A, F[K]> };
  questions: (asking: Asking<A, F>) => { [K in keyof A]?: Question<A[K]> };
  check?: (asking: Asking<A, F>) => { [K in keyof A]?: Text };
  ends?: (asking: Asking<A, F>) => Finish | undefined;
  review?: (asking: Asking<A, F>) => Reply | undefined;
  /** Part of the staff's work: danger in its words is what somebody else reported, no call for help. */
  work?: true;
  /** Leaves no trace once it is over: its letters go with the nightly shuffle of the survey. */
  fleeting?: true;
  /**
   * Its answers go out directly and are kept nowhere: no letter, no menu, no payload of a message that fails. So nothing of it
   * can be typed, and what was not delivered is not said again (`reliability.md` section 4).
   */
  secret?: true;
  /** What the platform's repeat of the press that opened it is told, where its answer cannot be said again. */
  repeats?: Text;
  /** What the button under the summary says; *Kirim* unless it goes to somebody else. */
  sends?: Text;
  finish: (asking: Asking<A, F>) => Finish;
  /** Whether a draft with these answers is about what is opened now: it is then taken up again, not begun anew. */
  same?: (draft: Partial<A>, opened: Partial<A>) => boolean;
  /** Its own name for the draft ("laporan lampu jalan"), and whether one is worth keeping. */
  draft?: (asking: Asking<A, F>) => Text | undefined;
};

/** A form whose answers the engine handles without knowing them. This and its cast are the engine's one seam. */
export type AnyForm = Form<Fields, Fields>;

export const form = <A extends Fields, F extends Fields = Record<never, never>>(it: Form<A, F>): AnyForm =>
  it as unknown as AnyForm;

/** A fact with its input's type kept between `of` and `read`. */
export const fact = <A extends Fields, V extends Json, I extends Json>(it: Fact<A, V, I>): Fact<A, V> =>
  it as unknown as Fact<A, V>;
