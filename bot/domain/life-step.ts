import type { ArchiveReason } from './archive-reason.ts';
import type { LocalDate } from './local-date.ts';
import type { ReportState } from './report-state.ts';

/**
 * The part somebody plays towards one report. `officer` is whoever handles it in its office, for a sensitive report the
 * Inspektorat; `clock` is the service itself, at filing or when a day has come.
 */
export type Actor = 'citizen' | 'officer' | 'coordinator' | 'supervisor' | 'clock';

/** What the citizen is told; the words live with the languages. */
export type Notice =
  | 'received'
  | 'added'
  | 'verified'
  | 'forwarded'
  | 'in_progress'
  | 'rerouting'
  | 'asked'
  | 'thanks_clock_runs'
  | 'archived_incomplete'
  | 'archived'
  | 'not_ours'
  | 'answered'
  | 'planned'
  | 'refused'
  | 'not_yet'
  | 'not_done'
  | 'done'
  | 'reply_received'
  | 'closed'
  | 'closed_by_silence'
  | 'merged'
  | 'reopened';

/**
 * What has to be handed in with an action. `responsible`: who is in charge instead and how to reach them; `result`: what
 * was done, with its photo, or why it cannot be done; `main_ticket`: the report it is handled under.
 */
export type Given = {
  question: string;
  reason: string;
  body: string;
  office: string;
  responsible: string;
  result: string;
  main_ticket: string;
  date: LocalDate;
  archive_reason: ArchiveReason;
};
export type Need = keyof Given;

/** One cell of the table: where it leads, who may do it, what the citizen is told, what must be handed in. */
export type LifeStep = {
  to: ReportState | 'previous';
  by: readonly Actor[];
  tells?: Notice;
  needs?: readonly Need[];
  /** The reason of a step that always has the same one. */
  archivedAs?: ArchiveReason;
};
