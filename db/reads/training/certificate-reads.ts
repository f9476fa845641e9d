import type { CertificateReads } from '../../../bot/domain/training/certificate-reads.ts';
import type { City } from '../../../bot/ports.ts';
import type { Runner } from '../../prepared.ts';
import { certificateDesk } from './certificate-desk.ts';
import { certificateCase, ownCertificates, waitingCertificates } from './certificates.ts';
import { learningOf } from './learning.ts';

/** What the conversation of one chat may look up of certificates and hours. */
export const createCertificateReads = (
  runner: Runner,
  city: () => City,
  { contact, now }: { contact: number; now: () => Date },
): CertificateReads => ({
  certificateDesk: (code) => certificateDesk(runner, city(), { contact, code, now: now() }),
  ownCertificates: () => ownCertificates(runner, contact),
  certificateCase: (id) => certificateCase(runner, city(), { contact, id }),
  waitingCertificates: () => waitingCertificates(runner, city(), contact),
  myLearning: () => learningOf(runner, city(), { contact, now: now() }),
});
