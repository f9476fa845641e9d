import type { Category } from './category.ts';
import { type Confidence, type Deadline, deadline, settlementClock } from './clock.ts';
import { dueAfter } from './clock-due.ts';
import { type Identity, type Secrecy, secrecyOf } from './identity.ts';
import { type LocalDate, localDate } from './local-date.ts';
import type { ReportKind } from './report-kind.ts';
import type { ReportState } from './report-state.ts';
import type { Calendar, Due } from './working-days.ts';

/** A date owed to the citizen, with the reason for it; it is due at the end of that local day. */
export type PromisedDate = Due & {
  key: string;
  days: number;
  legalReference: string;
  confidence: Confidence;
};

/** A report as it stands right after *Kirim*. `receivedOn` is day 0 of every count. */
export type FiledReport = Secrecy & {
  ticket: string;
  kind: ReportKind;
  category: string;
  office: string;
  sensitive: Category['sensitive'];
  state: ReportState;
  receivedAt: Date;
  receivedOn: LocalDate;
  verify: PromisedDate;
  firstAnswer: PromisedDate;
  settle: PromisedDate;
};

export type Filing = {
  ticket: string;
  kind: ReportKind;
  category: Category;
  identity: Identity;
  mayPhone?: boolean;
  /** False where the city wants its coordinator to verify first; then three more working days are promised. */
  forwardAtOnce?: boolean;
  deadlines: readonly Deadline[];
  calendar: Calendar;
  zone: string;
  now: Date;
};

/** How near and how recent another report of the same category must be to be shown as perhaps the same. */
export const similar = { radiusMetres: 150, withinDays: 30, atMost: 3 } as const;

/**
 * Files a report. The receipt promises the day of the FIRST ANSWER: five working days from forwarding
 * (`first_follow_up`), which is the moment of filing unless a coordinator stands in between.
 */
export function fileReport(filing: Filing): FiledReport {
  const { ticket, kind, category, deadlines, calendar, now, zone } = filing;
  const receivedOn = localDate(now, zone);
  const forwardAtOnce = filing.forwardAtOnce ?? true;
  const promise = (clock: Deadline, extra = 0) => promised(clock, receivedOn, calendar, extra);
  const verify = deadline(deadlines, 'verify');
  const firstAnswer = deadline(deadlines, 'first_follow_up');
  return {
    ...secrecyOf(filing.identity, (filing.mayPhone ?? false) && mayBePhoned(category)),
    ticket,
    kind,
    category: category.key,
    office: category.office,
    sensitive: category.sensitive,
    state: forwardAtOnce ? 'diteruskan' : 'diterima',
    receivedAt: now,
    receivedOn,
    verify: promise(verify),
    firstAnswer: promise(firstAnswer, forwardAtOnce ? 0 : verify.n),
    settle: promise(settlementClock(kind, category, deadlines)),
  };
}

/** *Boleh ditelepon* is not offered where the office never learns who wrote, nor for sensitive categories. */
export function mayBePhoned(category: Category): boolean {
  return category.identity !== 'never_shown' && category.sensitive === 'none';
}

function promised(clock: Deadline, from: LocalDate, calendar: Calendar, extraDays: number): PromisedDate {
  const days = clock.n + extraDays;
  const { key, legalReference, confidence } = clock;
  return {
    key,
    days,
    legalReference,
    confidence,
    ...dueAfter({ n: days, unit: clock.unit }, from, calendar),
  };
}
