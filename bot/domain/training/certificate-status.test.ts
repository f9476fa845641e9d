import { expect, test } from 'vitest';
import {
  type CertificateAction,
  type CertificateStatus,
  certificateStatuses,
  certificateStep,
} from './certificate-status.ts';

test.each([
  ['menunggu', 'verify', 'sah'],
  ['menunggu', 'reject', 'ditolak'],
  ['menunggu', 'correct', 'menunggu'],
  ['menunggu', 'revoke', undefined],
  ['sah', 'verify', undefined],
  ['sah', 'reject', undefined],
  ['sah', 'correct', undefined],
  ['sah', 'revoke', 'ditolak'],
  ['ditolak', 'verify', undefined],
  ['ditolak', 'reject', undefined],
  ['ditolak', 'correct', 'menunggu'],
  ['ditolak', 'revoke', undefined],
] satisfies [CertificateStatus, CertificateAction, CertificateStatus | undefined][])(
  'a certificate that is %s: %s makes it %s',
  (from, action, to) => {
    expect(certificateStep(from, action)?.to).toBe(to);
  },
);

test('nobody is refused without a reason', () => {
  const actions = ['verify', 'reject', 'correct', 'revoke'] as const;
  for (const from of certificateStatuses)
    for (const action of actions) {
      const step = certificateStep(from, action);
      if (step) expect(step.needs === 'reason', `${from} ${action}`).toBe(step.to === 'ditolak');
    }
});
