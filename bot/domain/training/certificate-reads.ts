import type {
  CertificateCase,
  CertificateDesk,
  OwnCertificate,
  WaitingCertificate,
} from './certificate-view.ts';
import type { LearningProfile } from './learning-profile.ts';

/** What conversations may look up of certificates and of how learning stands with the employee of a chat. */
export type CertificateReads = {
  /** What they need to send a certificate, of the training with a code or of any; null for a citizen. */
  certificateDesk: (training: string) => Promise<CertificateDesk | null>;
  /** Their own, the newest first. */
  ownCertificates: () => Promise<OwnCertificate[]>;
  /** A certificate for its owner and for whoever may judge it; null for everybody else. */
  certificateCase: (id: number) => Promise<CertificateCase | null>;
  /** What waits for them to be judged, the oldest first. */
  waitingCertificates: () => Promise<WaitingCertificate[]>;
  /** Their year, competence and dates; null for a citizen. */
  myLearning: () => Promise<LearningProfile | null>;
};
