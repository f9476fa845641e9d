import type { AttendanceLook, AttendanceOffer, CalendarLook, ReviewLook } from './attendance-view.ts';

/** What conversations ask about being present, about a training that is over, and about the calendar. */
export type AttendanceReads = {
  /** What the code of a room comes to for this chat's employee; null for whoever is none. */
  attendance: (code: string) => Promise<AttendanceLook | null>;
  /** A training and its days, for whoever may show a code for it; null for everybody else. */
  attendanceOffer: (training: string) => Promise<AttendanceOffer | null>;
  /** Whether this chat's employee may answer four questions about a training; null for whoever took no part. */
  trainingReview: (training: string) => Promise<ReviewLook | null>;
  /** Whether the private calendar of this chat's employee has an address; null for whoever is none. */
  myCalendar: () => Promise<CalendarLook | null>;
};
