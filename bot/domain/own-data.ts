import type { ReportState } from './report-state.ts';
import type { StaffRole } from './roles.ts';

/** What is held of a chat account, in days of the agency's zone; nothing of a sensitive report. `follows` and `reports` by ticket. */
export type OwnData = {
  since: string;
  locale: string | null;
  noticed: string | null;
  stopped: boolean;
  /** Whether this chat also speaks as an employee. */
  employee: boolean;
  drafts: number;
  media: number;
  ratings: number;
  /** What was asked of an officer on duty. */
  questions: number;
  /** Talks after a low score of a service. */
  threads: number;
  /** Names of the offices whose changes they want to hear of. */
  wishes: string[];
  follows: string[];
  reports: OwnReport[];
  /** Who opened them beyond those who handle them. */
  readers: { on: string; role: StaffRole }[];
  /** Purposes that were agreed to and not taken back. */
  consents: string[];
};

/** One report of theirs. `ended`: the day it was closed; null while it is worked on. */
export type OwnReport = {
  ticket: string;
  category: string;
  state: ReportState;
  ended: string | null;
  phone: boolean;
};

/** A request that waits for its named officer; `due` is a local day. */
export type RightsCase = { number: string; words: string; due: string };
