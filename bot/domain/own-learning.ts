import type { Marks } from './exercise/rubric.ts';
import type { LocalDate } from './local-date.ts';
import type { SelfCheck } from './paths/self-check.ts';
import type { Certificate } from './training/certificate.ts';
import type { CertificateStatus } from './training/certificate-status.ts';
import type { EnrolmentState } from './training/enrolment.ts';

/**
 * What is held of an employee's learning, newest first, as it goes into the file its person may keep (UU 27/2022 art. 13).
 * `others`: how many older lines of each list are not there, for a chat holds no longer file.
 */
export type OwnLearning = {
  enrolments: {
    training: string;
    title: string;
    state: EnrolmentState;
    since: LocalDate;
    completeBy: LocalDate | null;
    attendedOn: LocalDate | null;
    finishedOn: LocalDate | null;
  }[];
  certificates: (Pick<Certificate, 'title' | 'form' | 'provider' | 'jp' | 'number' | 'date'> & {
    status: CertificateStatus;
    reason: string | null;
    photo: boolean;
  })[];
  /** Dates of the personnel file. */
  dates: { kind: string; date: LocalDate; note: string | null; asOf: LocalDate }[];
  /** What they said of themselves once a year, 1 to 4 by skill. */
  selfChecks: { year: number; unit: string; answers: SelfCheck }[];
  /** How they would have answered cases, with their own marks and a colleague's; the newest forty. */
  exercises: { category: string; on: LocalDate; words: string; marks: Marks; colleague: Marks | null }[];
  /** What they were reminded of, by the key of the item. */
  reminders: { item: string; on: LocalDate }[];
  others: { enrolments: number; certificates: number; reminders: number };
};
