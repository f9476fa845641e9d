import type { Jp } from '../training/jp.ts';

/** A choice under a question or a scene; `press`: what its button carries behind `go:learn:`. */
export type LearnChoice = { label: string; press: string };

/** Where a step stands among those of its kind, from 1. */
export type StepPlace = { nth: number; of: number };

/**
 * One screen of a module. A card may take several messages (`part` of `parts`); a scene without choices ends its case, and
 * `next` goes on; `explained` is what is said to an answer at once.
 */
export type LearnScreen =
  | ({
      is: 'card';
      text: string;
      part: number;
      parts: number;
      picture: { id: string; alt: string } | null;
      next: string;
    } & StepPlace)
  | ({ is: 'question'; ask: string; choices: LearnChoice[] } & StepPlace)
  | { is: 'scene'; title: string | null; text: string; choices: LearnChoice[] };

/** What was done by a press: a step that is over, an answer to a question, or all of it begun again. */
export type LearnDeed =
  | { is: 'step'; step: string }
  | {
      is: 'answer';
      question: string;
      choice: number;
      choices: number;
      attempt: number;
      right: boolean;
      why: string;
    }
  | { is: 'again'; from: 'questions' | 'start'; attempt: number };

/**
 * How a module ended. `wrong`: questions answered wrongly; `certificate`: the number of one that is there already; `jp`: what
 * it is worth on a new one.
 */
export type LearnResult = {
  passed: boolean;
  right: number;
  of: number;
  percent: number;
  needed: number;
  wrong: number;
  attempt: number;
  jp: Jp;
  certificate: string | null;
};

/**
 * A module as somebody learns it, after a press. `old`: the press was of a step that is over, or of a module as it was before;
 * `consequence`: what a choice in a case led to. Neither `screen` nor `result`: there is only to go on.
 */
export type LearnLook = {
  module: string;
  title: string;
  old: boolean;
  deed: LearnDeed | null;
  consequence: string | null;
  screen: LearnScreen | null;
  result: LearnResult | null;
};

/** A module on the shelf; `percent`: with which it was passed. */
export type ShelfModule = {
  code: string;
  title: string;
  minutes: number;
  done: number;
  of: number;
  percent: number | null;
};

/** What somebody may learn, in the order of their path. `goesOn`: where they stopped last; `next`: first of the path that is not passed. */
export type LearnShelf = {
  modules: ShelfModule[];
  goesOn: string | null;
  next: string | null;
  /** Questions that come back today. */
  due: number;
};

/** What conversations ask about modules. */
export type ModuleReads = {
  /** Null for whoever is no ASN. */
  learnShelf: () => Promise<LearnShelf | null>;
  /** What a press (`learn-press.ts`) comes to; `none` for whoever is no ASN, `gone` for a module that is not taught (any more). */
  learn: (press: string) => Promise<LearnLook | 'none' | 'gone'>;
};
