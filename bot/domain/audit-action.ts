/** What the audit log tells of: each reading, each step towards an identity, each warning to a citizen. */
export const auditActions = [
  'read-sensitive',
  'ask-identity',
  'agree-identity',
  'refuse-identity',
  'open-identity',
  /** A citizen was warned with an officer's text that mentions money, an account or a code. */
  'warn-citizen',
  /** A wrong PIN for somebody's sensitive threads. */
  'pin-wrong',
] as const;
export type AuditAction = (typeof auditActions)[number];

/** One line of the audit log of a report: the local day, and whose it is. */
export type TrailLine = { on: string; action: AuditAction; by: 'me' | 'inspector' | 'staff' | 'service' };
