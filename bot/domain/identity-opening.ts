import { addHours } from './local-date.ts';

/** So long a request, and then an agreement, may be used. */
export const openingHours = 72;

/** Letters that a reason needs at least. */
export const reasonLeast = 20;

/** A request to open the identity behind a sensitive report: two people, a reason, and one showing. */
export type Opening = {
  askedBy: number;
  askedAt: Date;
  agreedAt: Date | null;
  refusedAt: Date | null;
  shownAt: Date | null;
};

/**
 * How a request stands for one handler. `free`: nothing stands in the way of asking; `judge`: another's waits for this
 * one; `agreed`, `refused`, `shown`: what became of this one's own.
 */
export type OpeningStep = 'free' | 'waits' | 'judge' | 'agreed' | 'refused' | 'shown';

/** `others`: whether anybody else could agree; `reason`: the asker's, for who is to judge it. */
export type OpeningView = { step: OpeningStep; others: boolean; reason: string | null };

/** The last request of a report, as one handler sees it now. An old one that nobody used counts for nothing. */
export const openingStep = (opening: Opening | undefined, me: number, now: Date): OpeningStep => {
  if (!opening) return 'free';
  const { askedBy, askedAt, agreedAt, refusedAt, shownAt } = opening;
  const mine = askedBy === me;
  const past = (at: Date) => addHours(at, openingHours) <= now;
  if (refusedAt) return mine ? 'refused' : 'free';
  if (!agreedAt) {
    if (past(askedAt)) return 'free';
    return mine ? 'waits' : 'judge';
  }
  if (shownAt) return mine ? 'shown' : 'free';
  return mine && !past(agreedAt) ? 'agreed' : 'free';
};

/** Whether a new request may be made where one stands so. */
export const mayAskAgain = (step: OpeningStep): boolean =>
  step === 'free' || step === 'refused' || step === 'shown';
