import { type AnswerShape, noticeOf } from './answer-shape.ts';
import type { ArchiveReason } from './archive-reason.ts';
import type { Actor, Given, Need, Notice } from './life-step.ts';
import type { LocalDate } from './local-date.ts';
import { stepOf } from './report-life.ts';
import type { ReportAction, ReportState } from './report-state.ts';

/** Something somebody means to do: who, when, and what they hand in. `who` is an id, none for the clock. */
export type Act = {
  action: ReportAction;
  by: Actor;
  who?: string;
  at: Date;
  given?: Partial<Given>;
  /** Only with `answer`; left out, the words are plain and the clock runs on. */
  answer?: AnswerShape;
};

/** What of an event the clocks count by, as it is stored: nothing a person wrote. */
export type EventDetail = {
  answer?: { shape: AnswerShape['shape']; on?: LocalDate };
  date?: LocalDate;
  archived?: ArchiveReason;
  /** Said by somebody who joined, not by whoever wrote the report. */
  joined?: true;
};

/** One line of a timeline: who did what, when, why, and where it led. Lines are added, never changed. */
export type LifeEvent = Act & { from: ReportState; to: ReportState };

/** A step taken, with what the citizen is told, or why it was refused; then nothing has happened. */
export type Taken =
  | { event: LifeEvent; tells: Notice | undefined }
  | { refused: 'not_now' | 'not_yours' }
  | { refused: 'missing'; need: Need };

/** Takes one step of a report's life: only what the table holds, by whom it says, with what it needs. */
export function takeStep(timeline: readonly LifeEvent[], act: Act): Taken {
  const from = stateOf(timeline);
  const step = stepOf(from, act.action);
  if (!step) return { refused: 'not_now' };
  if (!step.by.includes(act.by)) return { refused: 'not_yours' };
  const missing = step.needs?.find((need) => !act.given?.[need]?.trim());
  if (missing) return { refused: 'missing', need: missing };
  const given = step.archivedAs ? { ...act.given, archive_reason: step.archivedAs } : act.given;
  const to = step.to === 'previous' ? askedIn(timeline) : step.to;
  const tells = act.action === 'answer' && act.answer ? noticeOf(act.answer) : step.tells;
  return { event: { ...act, ...(given && { given }), from, to }, tells };
}

/** Where a report stands by its timeline; one without events has only been received. */
export function stateOf(timeline: readonly LifeEvent[]): ReportState {
  return timeline.at(-1)?.to ?? 'diterima';
}

/**
 * What follows *Kirim* by itself: where the city sorts by category, the report goes to that office at once. The receipt
 * names the office, so the citizen is told nothing more.
 */
export function forwardAtFiling(office: string, at: Date): LifeEvent {
  return { action: 'forward', by: 'clock', at, given: { office }, from: 'diterima', to: 'diteruskan' };
}

/** The state in which the citizen was last asked, to which their answer brings the report back. */
function askedIn(timeline: readonly LifeEvent[]): ReportState {
  return timeline.findLast(({ action }) => action === 'ask_citizen')?.from ?? 'diproses';
}
