/** Where a certificate stands: waiting to be looked at, counted, or refused with a reason. Only *sah* ones count. */
export const certificateStatuses = ['menunggu', 'sah', 'ditolak'] as const;
export type CertificateStatus = (typeof certificateStatuses)[number];

/** `correct` is the owner's, who sends other fields or another photo; `revoke` takes back what was verified by mistake or in bad faith. */
export type CertificateAction = 'verify' | 'reject' | 'correct' | 'revoke';

type Step = { to: CertificateStatus; needs?: 'reason' };

/** The whole life of a certificate. What is *sah* is never changed in place: it is revoked, corrected and looked at again. */
const life: {
  readonly [from in CertificateStatus]: { readonly [action in CertificateAction]?: Step };
} = {
  menunggu: {
    verify: { to: 'sah' },
    reject: { to: 'ditolak', needs: 'reason' },
    correct: { to: 'menunggu' },
  },
  sah: { revoke: { to: 'ditolak', needs: 'reason' } },
  ditolak: { correct: { to: 'menunggu' } },
};

/** What an action does to a certificate, or `undefined` where it cannot be done; who may do it is a matter of permissions. */
export const certificateStep = (from: CertificateStatus, action: CertificateAction): Step | undefined =>
  life[from][action];
