import type { Sensitivity } from '../category.ts';
import type { Role } from '../roles.ts';

/** Which report it is, and whether it is the person's own: *Biasa* has the plain names; sensitive wins over *Tertutup*. */
export const scopes = [
  'own',
  'other',
  'tertutup-own',
  'tertutup-other',
  'sensitive-own',
  'sensitive-other',
] as const;
export type Scope = (typeof scopes)[number];

/** How one person stands to one report. `wrote` and `follows` come from the chat alone, the others from the employee alone. */
export type Ties = {
  wrote?: boolean;
  follows?: boolean;
  /** It lies with the person's unit. */
  inUnit?: boolean;
  /** No office has it yet, or one gave it back: it waits for a coordinator. */
  atDesk?: boolean;
  /** A sensitive report given to this person: an inspector, or a protection officer appointed by name. */
  assigned?: boolean;
  /** It complains about the person's unit or one below it. */
  concerned?: boolean;
};

/** The column of the table in which a report stands for one hat of a person. */
export function scopeOf(
  role: Role,
  report: { sensitive: Sensitivity; confidential: boolean },
  ties: Ties,
): Scope {
  if (report.sensitive !== 'none') return isOwnSensitive(role, ties) ? 'sensitive-own' : 'sensitive-other';
  const own = isOwn(role, ties);
  if (report.confidential) return own ? 'tertutup-own' : 'tertutup-other';
  return own ? 'own' : 'other';
}

function isOwn(role: Role, ties: Ties): boolean {
  switch (role) {
    case 'citizen':
      return ties.wrote === true;
    case 'follower':
      return ties.follows === true;
    case 'stranger':
    case 'inspector':
      return false;
    case 'coordinator':
      return ties.atDesk === true;
    case 'asn':
    case 'officer':
    case 'supervisor':
    case 'leader':
    case 'hr':
    case 'committee':
    case 'admin':
      return ties.inUnit === true;
    default:
      return role satisfies never;
  }
}

/** A unit gives no way in here: for who may handle it, own means assigned and not concerned; for the rest, concerned, which bars. */
function isOwnSensitive(role: Role, ties: Ties): boolean {
  switch (role) {
    case 'citizen':
    case 'follower':
    case 'stranger':
      return isOwn(role, ties);
    case 'inspector':
    case 'officer':
      return ties.assigned === true && ties.concerned !== true;
    case 'asn':
    case 'coordinator':
    case 'supervisor':
    case 'leader':
    case 'hr':
    case 'committee':
    case 'admin':
      return ties.concerned === true;
    default:
      return role satisfies never;
  }
}
