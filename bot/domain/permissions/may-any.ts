import type { Sensitivity } from '../category.ts';
import { isStaffRole, type Role } from '../roles.ts';
import type { Action } from './action.ts';
import { may } from './may.ts';
import { type Scope, scopeOf, type Ties } from './scope.ts';
import type { Verdict } from './verdict.ts';

/** One hat of a person, and how the report in question stands to it: own to one hat may be foreign to the next. */
export type Hat = { role: Role; on: Scope };

/** The hats of one person for one report. */
export const hatsFor = (
  roles: readonly Role[],
  report: { sensitive: Sensitivity; confidential: boolean },
  ties: Ties,
): Hat[] => roles.map((role) => ({ role, on: scopeOf(role, report, ties) }));

/**
 * What a person of several hats may do: the most that one of them may, with two exceptions. Hats of a citizen and of
 * the staff together are refused whole, since whoever knew both would be the link between a reporter and a personnel
 * record. And on a sensitive report a hat may bar the others (`bars`).
 */
export function mayAny(hats: readonly Hat[], action: Action): Verdict {
  const staff = hats.filter(({ role }) => isStaffRole(role));
  if (staff.length > 0 && staff.length < hats.length) return 'no';
  if (staff.some(bars)) return 'no';
  const verdicts = hats.map(({ role, on }) => may(role, action, on));
  return (
    verdicts.find((verdict) => verdict === 'yes') ?? verdicts.find((verdict) => verdict !== 'no') ?? 'no'
  );
}

/** An administrator reads nothing sensitive under any hat, and who belongs to the unit complained about or stands above it neither. */
function bars({ role, on }: Hat): boolean {
  if (on !== 'sensitive-own' && on !== 'sensitive-other') return false;
  if (role === 'admin') return true;
  return on === 'sensitive-own' && may(role, 'see-status', on) === 'no';
}
