import type { Unit } from '../agency.ts';
import type { HouseAction } from '../permissions/action.ts';
import { mayAny } from '../permissions/may-any.ts';
import { isGranted } from '../permissions/verdict.ts';
import { hatsOf } from '../roles.ts';
import { lineOf } from '../sensitive.ts';

/** An employee as whoever looks after others' learning: their unit and what hats its file gives them. */
export type Overseer = { id: number; unit: string; kind: string; roles: readonly string[] };

/** The other one; `supervisor`: whom the personnel file puts above them, by number; `above`: they stand above whoever looks. */
export type Colleague = { id: number; unit: string; supervisor: number | null; above?: boolean };

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
  const on = under && !colleague.above ? 'own' : 'other';
  return isGranted(
    mayAny(
      hatsOf({ ...overseer, active: true }).map((role) => ({ role, on })),
      action,
    ),
  );
};
