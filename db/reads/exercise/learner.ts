import { officeOf } from '../../../bot/domain/office.ts';
import type { HouseAction } from '../../../bot/domain/permissions/action.ts';
import { mayAny } from '../../../bot/domain/permissions/may-any.ts';
import { isGranted } from '../../../bot/domain/permissions/verdict.ts';
import { hatsOf, type StaffRole } from '../../../bot/domain/roles.ts';
import type { City } from '../../../bot/ports.ts';
import type { Runner } from '../../prepared.ts';
import { speakerOf } from '../training/speaker.ts';

/** Whoever a chat speaks as, with their hats and the office of their unit. `circle`: of a demo. */
export type Learner = { id: number; hats: StaffRole[]; office: string; circle: string | null };

type Offices = Pick<City, 'units' | 'categories'>;

export const learnerOf = async (
  runner: Runner,
  { units, categories }: Offices,
  contact: number,
): Promise<Learner | undefined> => {
  const me = await speakerOf(runner, contact);
  if (!me) return undefined;
  const office = officeOf(me.unit, units, categories);
  return { id: me.id, hats: hatsOf({ ...me, active: true }), office, circle: me.circle };
};

const may = ({ hats }: Pick<Learner, 'hats'>, action: HouseAction, on: 'own' | 'other'): boolean =>
  isGranted(
    mayAny(
      hats.map((role) => ({ role, on })),
      action,
    ),
  );

/** Whether somebody learns in chat: answers exercises and scores colleagues' answers. */
export const mayLearn = (me: Pick<Learner, 'hats'>): boolean => may(me, 'learn', 'own');

/** Whether somebody may let an exercise of an office be used, or not. */
export const mayApprove = (me: Pick<Learner, 'hats' | 'office'>, office: string): boolean =>
  may(me, 'approve-exercise', office === me.office ? 'own' : 'other');
