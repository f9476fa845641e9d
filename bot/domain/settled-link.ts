import { addHours } from './local-date.ts';

/** How long a chat speaks as an employee before it may vote: whoever's code it was is told at once and has a day to object (`reliability.md` section 6). */
const settlingHours = 24;

/** From when on a chat that was linked at `since` may vote. */
export const settledFrom = (since: Date): Date => addHours(since, settlingHours);

/** Whether a chat that was linked at `since` has spoken as its employee for so long; the condition `when-settled` of the permission table. */
export const isSettledLink = (since: Date, now: Date): boolean => settledFrom(since) <= now;
