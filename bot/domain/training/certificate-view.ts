import type { LocalDate } from '../local-date.ts';
import type { Certificate } from './certificate.ts';
import type { CertificateAction, CertificateStatus } from './certificate-status.ts';
import type { Jp } from './jp.ts';
import type { TrainingForm } from './training-form.ts';

/** A training as far as its certificate needs it. */
export type CertifiedTraining = {
  code: string;
  title: string;
  provider: string;
  form: TrainingForm;
  jp: Jp;
  place: string | null;
  startsOn: LocalDate | null;
  endsOn: LocalDate | null;
};

/** A certificate that somebody sent or holds, as far as another is told from it. */
export type HeldPaper = {
  id: number;
  training: string | null;
  title: string;
  number: string | null;
  date: LocalDate;
  status: CertificateStatus;
};

/**
 * What somebody needs to send a certificate: `trainings` they took part in whose certificate is missing, done ones first;
 * `named`: the one that was asked for by its code, also where they were never registered; what they hold.
 */
export type CertificateDesk = {
  trainings: CertifiedTraining[];
  named: CertifiedTraining | null;
  held: HeldPaper[];
};

/** What a certificate says, with the photo of it, by our media id. */
export type CertificatePaper = Certificate & { training: string | null; photo: string | null };

/** A certificate as its owner sees it. `version` changes with every correction, so that nobody decides about another paper than they saw. */
export type OwnCertificate = CertificatePaper & {
  id: number;
  source: 'chat' | 'file';
  version: string;
  status: CertificateStatus;
  reason: string | null;
};

/** A certificate as whoever may judge it sees it; `judge`: the name of who did; `next`: the oldest of the others that wait for them. */
export type CertificateCase = OwnCertificate & {
  own: boolean;
  name: string;
  unit: string;
  judge: string | null;
  judgedOn: LocalDate | null;
  may: Exclude<CertificateAction, 'correct'>[];
  waiting: number;
  next: number | null;
};

/** What waits for a judge, the oldest first. */
export type WaitingCertificate = { id: number; name: string; title: string; on: LocalDate };

/** What somebody says that a certificate says; `training`: the one it is of, where that is known here. */
export type SentCertificate = Certificate & { training: string | null };
