import type { Enrolment } from './enrolment.ts';

/** Whether somebody may answer the four questions about a training: once, and not before they were there or done. */
export type Reviewing = 'open' | 'answered' | 'not-there';

export const reviewing = (
  mine: Pick<Enrolment, 'state' | 'attendedOn' | 'finishedOn' | 'reviewed'> | undefined,
): Reviewing => {
  if (mine?.state !== 'registered') return 'not-there';
  if (mine.reviewed) return 'answered';
  return mine.attendedOn !== null || mine.finishedOn !== null ? 'open' : 'not-there';
};
