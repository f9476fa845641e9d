import type { Unit } from '../agency.ts';
import { officeOf } from '../office.ts';
import { mayAny } from '../permissions/may-any.ts';
import { isGranted } from '../permissions/verdict.ts';
import { hatsOf } from '../roles.ts';

type House = { units: readonly Unit[]; categories: readonly { unitCode?: string | null }[] };
type Employee = { unit: string; kind: string; roles: readonly string[] };

/** A unit and all it is part of. */
const upward = (unit: string, units: readonly Unit[]): ReadonlySet<string> => {
  const seen = new Set<string>();
  for (let code: string | null | undefined = unit; code && !seen.has(code); ) {
    seen.add(code);
    code = units.find((one) => one.code === code)?.parent;
  }
  return seen;
};

/**
 * Whether an employee may ask somebody further who rated a service of a unit low: as the office's own complaints officer,
 * as the city's desk where the office has none, or not. Whoever leads the office, a part of it or what stands above it
 * never may, whatever other hats they wear: what is said there is about their own people.
 */
export const mayAskRater = (
  { unit, kind, roles }: Employee,
  rated: string,
  { units, categories }: House,
): 'own' | 'desk' | 'no' => {
  const office = officeOf(rated, units, categories);
  const within = officeOf(unit, units, categories) === office;
  const hats = hatsOf({ kind, roles, active: true });
  const leads = hats.some((role) => role === 'supervisor' || role === 'leader');
  if (leads && (within || upward(rated, units).has(unit))) return 'no';
  const on = within ? 'own' : 'other';
  const granted = isGranted(
    mayAny(
      hats.map((role) => ({ role, on })),
      'ask-rater',
    ),
  );
  if (!granted) return 'no';
  return within ? 'own' : 'desk';
};
