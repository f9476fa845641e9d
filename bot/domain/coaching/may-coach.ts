import type { Unit } from '../agency.ts';
import type { Category } from '../category.ts';
import { officeOf } from '../office.ts';
import { mayAny } from '../permissions/may-any.ts';
import { isGranted } from '../permissions/verdict.ts';
import { hatsOf } from '../roles.ts';

/** An employee as far as their rights say who sees and answers what is proposed to a unit. */
export type Coached = { unit: string; kind: string; roles: readonly string[] };

/** Whether somebody may see or answer what is proposed to an office; own is the office that their unit belongs to. */
export const mayCoach = (
  who: Coached,
  action: 'see-coaching' | 'answer-coaching',
  office: string,
  { units, categories }: { units: readonly Unit[]; categories: readonly Pick<Category, 'unitCode'>[] },
): boolean => {
  const on = officeOf(who.unit, units, categories) === office ? 'own' : 'other';
  return isGranted(
    mayAny(
      hatsOf({ ...who, active: true }).map((role) => ({ role, on })),
      action,
    ),
  );
};
