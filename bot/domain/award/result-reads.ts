import type { LocalDate } from '../local-date.ts';
import type { AwardCategory } from './award-category.ts';
import type { PublishedScore } from './published-score.ts';

/** A place of the announced result; `won`: the decision is taken and this is its first place. */
export type AwardPlace = {
  nominee: number;
  name: string;
  unit: string;
  place: number;
  score: PublishedScore;
  won: boolean;
  number: string | null;
};

/** The announced result; `objectUntil`: the last day for objections, while they are taken. */
export type AwardResultView = {
  code: string;
  title: string;
  year: number;
  decided: boolean;
  objectUntil: LocalDate | null;
  categories: { category: AwardCategory; places: AwardPlace[] }[];
};

/** What somebody could object to now. `least`: characters of the reason; `refused`: it is the committee's no that they object to; `until`: the day of the answer, `closes`: the last one to object. */
export type Objecting =
  | {
      is: 'open';
      about: 'record' | 'result';
      nominee: number | null;
      category: AwardCategory | null;
      refused: boolean;
      title: string;
      least: number;
      until: LocalDate;
      closes: LocalDate;
    }
  /** `waiting`: theirs is under way; `nominee`: only who is nominated may object now; `not-told`: there is no result yet; `staff`: who asks is no ASN. */
  | { is: 'waiting'; number: string }
  | { is: 'nominee' | 'not-told' | 'over' | 'none' | 'staff' };

/** What an objection does where it is right: the result is told again, with the days to object anew or not; a nominee is accepted after all; a record is corrected; or the candidates are fixed already. */
export type ObjectionFollows = 'restarts' | 'again' | 'refused' | 'record' | 'fixed';

/** An objection as one of the committee who may answer it sees it. `name`: the nominee whose record it is about. */
export type ObjectionCase = {
  number: string;
  about: 'record' | 'result';
  refused: boolean;
  category: AwardCategory | null;
  name: string | null;
  words: string;
  by: LocalDate;
  late: boolean;
  least: number;
  follows: ObjectionFollows;
  answered: { outcome: 'upheld' | 'dismissed'; name: string | null } | null;
  /** Whether the member may answer it, beside seeing that it is late. */
  mine: boolean;
};

/** An objection that waits: for this member, or too long for anybody of the committee. */
export type ObjectionLine = {
  number: string;
  about: 'record' | 'result';
  refused: boolean;
  by: LocalDate;
  late: boolean;
  mine: boolean;
};

/** What a winner is asked of their story; `told`: what they said. */
export type StoryAsked = { nominee: number; category: AwardCategory; title: string; told: boolean | null };

/** What a chat may look up of the award's result and of objections to it; null for whoever may not. */
export type ResultReads = {
  awardResult: () => Promise<AwardResultView | null>;
  objecting: (nominee: number | null) => Promise<Objecting>;
  awardObjection: (number: string) => Promise<ObjectionCase | null>;
  waitingObjections: () => Promise<ObjectionLine[] | null>;
  storyAsked: (nominee: number | null) => Promise<StoryAsked | null>;
};
