import type { StandingPromise } from './answer-shape.ts';
import { type Asking, type ClockRules, movedBy, openAsking, waitsOf } from './citizen-pause.ts';
import { deadline } from './clock.ts';
import { dueAfter } from './clock-due.ts';
import type { LocalDate } from './local-date.ts';
import { isOpen, type ReportState } from './report-state.ts';
import { countWorkingDays, type Due } from './working-days.ts';

/** A day an officer named to the citizen, and the day it was named. */
export type Plan = { madeOn: LocalDate; on: LocalDate };

/** What the clocks of one report are reckoned from. `since` is day 0: the receipt, or the day the citizen reopened it. */
export type ClockFacts = {
  state: ReportState;
  since: LocalDate;
  /** As the receipt said; stored, since a promise does not change when a calendar does. */
  verify: Due;
  firstAnswer: Due;
  settle: Due;
  verifiedOn?: LocalDate | undefined;
  /** The first answer that said something concrete. */
  answeredOn?: LocalDate | undefined;
  /** The last *Selesai* that the citizen has not contradicted. */
  settledOn?: LocalDate | undefined;
  closedOn?: LocalDate | undefined;
  /** The last *Belum bisa, karena …*: the office has spoken for itself. */
  notYetOn?: LocalDate | undefined;
  askings: readonly Asking[];
  plans: readonly Plan[];
  /** Extensions from before the report was reopened; two are the most in its whole life. */
  extensionsBefore: number;
};

/**
 * A promise and how it fares. `first` is the first promise, moved by pauses only: what on-time figures count.
 * `standing` waits for the citizen with so many working days left; `dropped` ended in another way than it was promised.
 */
export type Promised =
  | {
      is: 'running';
      from: LocalDate;
      first: LocalDate;
      due: LocalDate;
      estimate: boolean;
      extensions: number;
    }
  | { is: 'standing'; workingDaysLeft: number }
  | { is: 'met'; on: LocalDate; first: LocalDate; inTime: boolean }
  | { is: 'dropped' };

export type ReportClocks = {
  verify: Promised;
  firstAnswer: Promised;
  settle: Promised;
  /** Last day for the citizen's answer to an open question. */
  pauseLimit?: Due;
  /** Last day for the citizen's word on a report called done; the clock closes it after that day. */
  autoClose?: Due;
  /** Last day on which a closed report may be reopened. */
  reopenUntil?: Due;
};

/** What is due when. A date is due at the end of that local day; all of it follows from the facts, none from the wall clock. */
export function reportClocks(facts: ClockFacts, rules: ClockRules): ReportClocks {
  const { state, verify, firstAnswer, verifiedOn, answeredOn, settledOn, closedOn } = facts;
  const { calendar, deadlines } = rules;
  const asking = state === 'menunggu_warga' && openAsking(facts.askings, rules);
  const silence = state === 'ditindaklanjuti' && settledOn;
  const closed = state === 'selesai' && closedOn;
  const after = (key: string, from: LocalDate) => dueAfter(deadline(deadlines, key), from, calendar);
  return {
    verify: fares(facts, rules, promiseOf(facts, rules, verify, []), verifiedOn),
    firstAnswer: fares(facts, rules, promiseOf(facts, rules, firstAnswer, []), answeredOn),
    settle: fares(facts, rules, settlePromise(facts, rules), settledOn),
    ...(asking && { pauseLimit: asking.limit }),
    ...(silence && { autoClose: after('auto_close', silence) }),
    ...(closed && { reopenUntil: after('reopen_window', closed) }),
  };
}

/** By when the citizen expects the matter settled, after pauses and plans. */
export function settlePromise(facts: ClockFacts, rules: ClockRules): Running {
  return promiseOf(facts, rules, facts.settle, facts.plans);
}

type Running = StandingPromise & { from: LocalDate; first: LocalDate; estimate: boolean };

/** Each plan replaces the promise before it; one that names a later day than the promise of that moment extends it. */
function promiseOf(facts: ClockFacts, rules: ClockRules, base: Due, plans: readonly Plan[]): Running {
  const waits = waitsOf(facts.askings, rules);
  const moved = (due: Due, from: LocalDate, until?: LocalDate) =>
    movedBy(
      until === undefined ? waits : waits.filter((wait) => wait.from < until),
      due,
      from,
      rules.calendar,
    );
  let promise = base;
  let from = facts.since;
  let extensions = facts.extensionsBefore;
  for (const { madeOn, on } of plans) {
    if (on > moved(promise, from, madeOn).due) extensions += 1;
    promise = { due: on, estimate: false };
    from = madeOn;
  }
  return { ...moved(promise, from), first: moved(base, facts.since).due, from, extensions };
}

function fares(facts: ClockFacts, rules: ClockRules, promise: Running, metOn?: LocalDate): Promised {
  const { first, due } = promise;
  if (metOn !== undefined) return { is: 'met', on: metOn, first, inTime: metOn <= first };
  if (!isOpen(facts.state)) return { is: 'dropped' };
  const asking = openAsking(facts.askings, rules);
  if (asking && asking.askedOn <= due)
    return { is: 'standing', workingDaysLeft: countWorkingDays(rules.calendar, asking.askedOn, due) };
  return { is: 'running', ...promise };
}
