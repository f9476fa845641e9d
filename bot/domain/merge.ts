import { type Case, type Comer, hatsOn, openTo } from './case.ts';
import { mayAny } from './permissions/may-any.ts';
import { isGranted } from './permissions/verdict.ts';
import { isOpen } from './report-state.ts';

/** The report under whose number another is to be handled, and how whoever merges stands to it. */
export type Main = { ticket: string; case: Case; who: Comer };

/**
 * What keeps two reports apart: they are one and the same; the main one is out of this employee's sight, of another
 * secrecy, closed, or of another office. A report nobody may know of and a number nobody has get one answer.
 */
export type MergeFault = 'itself' | 'unknown' | 'secrecy' | 'closed' | 'office';

/** Why a report may not be handled under another, or `undefined`; judged when it is offered and when it is written. */
export const mergeFault = (
  it: { ticket: string; case: Pick<Case, 'confidential'> },
  main: Main | undefined,
): MergeFault | undefined => {
  if (main?.ticket === it.ticket) return 'itself';
  if (main?.case.sensitive !== 'none' || !sees(main)) return 'unknown';
  if (main.case.confidential !== it.case.confidential) return 'secrecy';
  if (!isOpen(main.case.state)) return 'closed';
  return openTo(main.case, main.who).includes('merge') ? undefined : 'office';
};

const sees = ({ case: it, who }: Main): boolean => isGranted(mayAny(hatsOn(it, who), 'see-status'));

/** A report another may be handled under; `metres` where both have a place. */
export type MainCandidate = { ticket: string; metres: number | null };

/** What keeps a report from being merged into another. */
export type MainLook = { fault: MergeFault | null };
