/** Hats of somebody who writes to the office: who wrote a report, who asked to hear about it, and everybody else, on any public page. */
export const citizenRoles = ['citizen', 'follower', 'stranger'] as const;

/** Hats an office gives, as the column `roles` of an employees' file names them (`contract.md`). */
export const officeRoles = [
  'officer',
  'coordinator',
  'supervisor',
  'leader',
  'hr',
  'inspector',
  'committee',
  'admin',
] as const;
export type OfficeRole = (typeof officeRoles)[number];

/** `asn` is the hat of whoever serves, before any office gives another. */
export const staffRoles = ['asn', ...officeRoles] as const;
export type StaffRole = (typeof staffRoles)[number];

export const roles = [...citizenRoles, ...staffRoles] as const;
export type Role = (typeof roles)[number];

export const isOfficeRole = (word: string): word is OfficeRole =>
  (officeRoles as readonly string[]).includes(word);

export const isStaffRole = (role: Role): role is StaffRole => (staffRoles as readonly Role[]).includes(role);

/**
 * The hats that an employee's row gives. Who has left wears none; `other` (*honorer*) serves without being ASN; a word
 * that is no role gives nothing.
 */
export function hatsOf(employee: { kind: string; roles: readonly string[]; active: boolean }): StaffRole[] {
  if (!employee.active) return [];
  const given = officeRoles.filter((role) => employee.roles.includes(role));
  return employee.kind === 'other' ? given : ['asn', ...given];
}
