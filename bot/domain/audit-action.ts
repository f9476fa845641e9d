/** What the audit log tells of a report: each reading, each step towards an identity, each warning to a citizen. */
const caseActions = [
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
type CaseAction = (typeof caseActions)[number];

/** What it tells of employees: whoever decided about a colleague's learning, or let people sign in to a room. Never of a report. */
const learningActions = [
  'certificate-verified',
  'certificate-refused',
  'certificate-revoked',
  'enrolled-by-office',
  'attendance-opened',
] as const;

/** What it tells of modules: that the personnel office gave one hours by a decree, or took them back; that it is taught no more, or again. */
const moduleActions = ['module-decreed', 'module-withdrawn', 'module-restored'] as const;

/** What it tells of the award: what a member of the committee said of a candidate, or gave. */
const committeeActions = ['award-accepted', 'award-asked', 'award-refused', 'award-marked'] as const;

export type AuditAction =
  | CaseAction
  | (typeof learningActions)[number]
  | (typeof moduleActions)[number]
  | (typeof committeeActions)[number];

/** One line of the audit log of a report: the local day, and whose it is. */
export type TrailLine = { on: string; action: CaseAction; by: 'me' | 'inspector' | 'staff' | 'service' };
