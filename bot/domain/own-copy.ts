import type { Actor } from './life-step.ts';
import type { LocalDate } from './local-date.ts';
import type { OwnLearning } from './own-learning.ts';
import type { ReportAction, ReportState } from './report-state.ts';
import type { ThreadState } from './survey-thread.ts';

/** What of a chat account goes into the file its person may keep (UU 27/2022 art. 13), newest first; nothing of a sensitive report, and nobody else's words. */
export type OwnCopy = {
  reports: CopiedReport[];
  consents: { purpose: string; given: 'yes' | 'no' | 'withdrawn'; on: LocalDate }[];
  /** What was asked about their data; `answer`: where an officer wrote one. */
  requests: {
    number: string;
    kind: 'see' | 'correct' | 'delete' | 'withdraw';
    state: 'open' | 'done' | 'refused';
    asked: LocalDate;
    due: LocalDate;
    ended: LocalDate | null;
    words: string | null;
    answer: string | null;
  }[];
  /** What was asked of an officer on duty. */
  questions: {
    number: string;
    state: 'open' | 'answered' | 'lapsed';
    asked: LocalDate;
    words: string | null;
    answer: string | null;
  }[];
  /** What was talked of with a complaints officer after a low score; nothing of the score is there. */
  threads: {
    number: string;
    service: string;
    state: ThreadState;
    opened: LocalDate;
    lines: { on: LocalDate; by: 'citizen' | 'officer'; words: string }[];
  }[];
  /** Offices whose changes they want to hear of. */
  wishes: { unit: string; since: LocalDate }[];
  /** Of an employee. */
  learning: OwnLearning | null;
};

/** One report with its words, as far as they are still kept. `unit`: its office's name; `media`: how many photos and recordings they sent. */
export type CopiedReport = {
  ticket: string;
  kind: string;
  category: string;
  unit: string;
  region: string | null;
  state: ReportState;
  received: LocalDate;
  confidential: boolean;
  words: string | null;
  place: string | null;
  point: { lat: number; lon: number } | null;
  phone: string | null;
  media: number;
  rating: { score: number; words: string | null } | null;
  events: CopiedEvent[];
};

/** What happened to it, oldest first; `words` are the person's own and those the office wrote to them. */
export type CopiedEvent = {
  on: LocalDate;
  action: 'received' | ReportAction;
  by: Actor;
  blanks: { [name: string]: string };
  words: string | null;
};
