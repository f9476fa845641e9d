import type { LocalDate } from '../local-date.ts';
import type { Calendar } from '../working-days.ts';
import { type Certificate, yearOf } from './certificate.ts';
import type { CertificateStatus } from './certificate-status.ts';
import { type Jp, sumOfJp } from './jp.ts';
import { type Pace, paceOf } from './pace.ts';
import { type EmployeeKind, type JpDuty, type TrainingRules, usualTraining } from './training-rules.ts';
import { type YearLeft, yearLeft } from './year-left.ts';

/** A certificate as far as hours are counted. */
export type CountedCertificate = Pick<Certificate, 'date' | 'jp'> & { status: CertificateStatus };

/**
 * A person's hours in the year of a day. `waiting` hours are not part of `verified`; `missing` is what the target still
 * needs, 0 for whoever has none; `above` is what exceeds a ceiling.
 */
export type YearStanding = {
  year: number;
  verified: Jp;
  waiting: Jp;
  duty: JpDuty;
  missing: Jp;
  above: Jp;
  left: YearLeft;
  pace: Pace;
};

/** Counts the verified certificates dated in the year of `today`, the agency's local day (20 JP a year for PNS: PP 11/2017). */
export const yearStanding = (
  certificates: readonly CountedCertificate[],
  kind: EmployeeKind,
  today: LocalDate,
  calendar: Calendar,
  rules: TrainingRules = usualTraining,
): YearStanding => {
  const year = yearOf(today);
  const hours = (status: CertificateStatus): Jp =>
    sumOfJp(
      certificates.filter((one) => one.status === status && yearOf(one.date) === year).map(({ jp }) => jp),
    );
  const duty = rules.duty[kind];
  const verified = hours('sah');
  return {
    year,
    verified,
    waiting: hours('menunggu'),
    duty,
    missing: duty.is === 'target' ? Math.max(0, duty.jp - verified) : 0,
    above: duty.is === 'ceiling' ? Math.max(0, verified - duty.jp) : 0,
    left: yearLeft(calendar, today),
    pace: paceOf(verified, today, duty, rules.pace),
  };
};
