import type { Unit } from '../agency.ts';
import type { HouseAction } from '../permissions/action.ts';
import { mayAny } from '../permissions/may-any.ts';
import { isGranted } from '../permissions/verdict.ts';
import { hatsOf } from '../roles.ts';
import { lineOf } from '../sensitive.ts';

/** An employee as whoever looks after others' learning: their unit, what hats its file gives them, and by number whom it puts above them. */
export type Overseer = {
  id: number;
  unit: string;
  kind: string;
  roles: readonly string[];
  above: readonly number[];
};

/** The other one; `supervisor`: whom the personnel file puts right above them, by number. */
export type Colleague = { id: number; unit: string; supervisor: number | null };

/**
 * Whether an employee may do something about a colleague's learning (`see-training`, `verify-certificate`, `enrol-others`).
 * Own are the people of their unit and of those below it, and whom the personnel file puts under them, but no superior of
 * theirs; nobody is their own colleague.
 */
export const mayForColleague = (
  overseer: Overseer,
  colleague: Colleague,
  action: HouseAction,
  units: readonly Unit[],
): boolean => {
  if (overseer.id === colleague.id) return false;
  const under = colleague.supervisor === overseer.id || lineOf(colleague.unit, units).includes(overseer.unit);
  const on = under && !overseer.above.includes(colleague.id) ? 'own' : 'other';
  return isGranted(
    mayAny(
      hatsOf({ ...overseer, active: true }).map((role) => ({ role, on })),
      action,
    ),
  );
};
