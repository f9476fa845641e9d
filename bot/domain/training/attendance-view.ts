import type { LocalDate } from '../local-date.ts';
import type { Attending } from './attending.ts';
import type { Reviewing } from './reviewing.ts';

/** A code of a room as an employee's chat has it: `found` null for one that nobody shows; `tried`: when codes were tried there (instants). */
export type AttendanceLook = {
  tried: string[];
  found: { training: string; title: string; day: LocalDate; last: boolean; is: Attending } | null;
};

/** A training for which a code may be shown, and the days for which one can be. */
export type AttendanceOffer = { title: string; days: LocalDate[] };

/** A training as whoever took part may speak of it. */
export type ReviewLook = { title: string; is: Reviewing };

/** The private calendar of an employee: since which local day its address stands, where one does. */
export type CalendarLook = { since: LocalDate | null };
