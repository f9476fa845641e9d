import type { Reply } from './conversation/reply.ts';
import type { AnswerShape } from './domain/answer-shape.ts';
import type { ArchiveReason } from './domain/archive-reason.ts';
import type { Duty } from './domain/duty-hours.ts';
import type { StaffRole } from './domain/roles.ts';
import type { Contact, Letter } from './ports.ts';
import type { CaseView, EventAction } from './reads.ts';

/** Where a letter goes. */
export type Hearer = Pick<Contact, 'id' | 'address'>;

/** Whoever wrote a report, or somebody who joined it. */
export type Reader = 'reporter' | 'follower';

/** An employee whose chat is linked; `see`: the report as this person may see it, null for whom it does not exist. */
export type StaffHearer = {
  hearer: Hearer;
  employee: number;
  hats: readonly StaffRole[];
  office: string;
  see: () => CaseView | null;
  duty: Duty<number>;
};

/** An event that is still to be told: what happened, and everybody who might hear of it. */
export type Untold = {
  event: number;
  /** Only this contact is still to be told; for them the time has come. */
  only: number | undefined;
  action: EventAction;
  ticket: string;
  /** Code and name of the office it lies with. */
  office: string;
  unit: string;
  sensitive: boolean;
  /** It followed from *Kirim* by itself: the receipt has told of it. */
  atFiling: boolean;
  words: string;
  /** Said by a citizen who joined, not by whoever wrote the report. */
  joined: boolean;
  shape?: AnswerShape['shape'];
  date?: string;
  archived?: ArchiveReason;
  main?: string;
  /** What came with the event; with *Selesai* also how it was before. */
  media: NonNullable<Reply['media']>;
  /** Who of the office took the report. */
  taker: number | undefined;
  takerName: string | undefined;
  citizens: readonly { hearer: Hearer; reader: Reader }[];
  staff: readonly StaffHearer[];
  /** What every officer of its office may know of the report. */
  known: Pick<CaseView, 'category' | 'confidential' | 'words' | 'received'>;
  /** When that office works, and who is away. */
  duty: Duty<number>;
};

/** What telling comes to: letters now, and who is to be told once they are on duty. */
export type Telling = {
  letters: readonly { to: Hearer; letter: Letter }[];
  later: readonly { contact: number; due: Date }[];
};

/**
 * Events that are still to be told. `due` names the reports of the next ones (`grouped`: a group of its office may hear
 * too); `tell` takes them, asks what telling them comes to, and writes it, all or nothing: it gives the contacts that
 * letters were written for, and whether more may wait. Safe in any number of processes.
 */
export type Untolds = {
  due: (now: Date) => Promise<{ office: string; ticket: string; grouped: boolean }[]>;
  tell: (now: Date, decide: (untold: Untold) => Telling) => Promise<{ more: boolean; contacts: number[] }>;
};
