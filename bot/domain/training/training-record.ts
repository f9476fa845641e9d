import type { LocalDate } from '../local-date.ts';
import type { Certificate } from './certificate.ts';
import type { CertificateStatus } from './certificate-status.ts';
import type { Enrolment } from './enrolment.ts';
import type { PositionGroup } from './ip-asn-rules.ts';
import type { EmployeeKind } from './training-rules.ts';

/** A certificate as it is kept: its number here, the training it is of (where that is known), and where it stands. */
export type HeldCertificate = Certificate & {
  id: number;
  training: string | null;
  status: CertificateStatus;
  /** Why it was refused or taken back. */
  reason: string | null;
};

/** A date of somebody's career by the personnel file of a day; it promises nothing. */
export type PersonnelDate = { kind: string; date: LocalDate; note: string | null; asOf: LocalDate };

/** An employee as far as learning goes: what they serve as, take part in, hold, owe, and await. `unit`: its code. */
export type TrainingRecord = {
  employee: number;
  name: string;
  unit: string;
  position: string;
  group: PositionGroup;
  kind: EmployeeKind;
  /** The local day on which they became known here. */
  since: LocalDate;
  enrolments: readonly Enrolment[];
  certificates: readonly HeldCertificate[];
  dates: readonly PersonnelDate[];
  /** Codes of the trainings that are their duty. */
  owed: readonly string[];
};

/** Whether somebody has sent, or holds, the certificate of a training; a refused one is none. */
export const hasCertificate = (
  { certificates }: Pick<TrainingRecord, 'certificates'>,
  training: string,
): boolean => certificates.some((one) => one.training === training && one.status !== 'ditolak');
