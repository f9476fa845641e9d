import type { Duty } from '../../bot/domain/duty-hours.ts';
import type { City } from '../../bot/ports.ts';
import type { Runner } from '../prepared.ts';
import { dutyOf, findDuty } from './duty.ts';
import { type LinkedStaff, readLinkedStaff } from './linked-staff.ts';

/** Everybody with a linked chat, when each is on duty, and when each office works. */
export type Staffing = {
  staff: readonly LinkedStaff[];
  officeDuty: (office: string) => Duty<number>;
  dutyOf: (one: LinkedStaff) => Duty<number>;
};

/** Rosters name officers; heads and coordinators keep office hours beside them, unless they stand on one themselves. */
const isRostered = ({ hats }: LinkedStaff): boolean => hats.includes('officer') || hats.includes('inspector');

/** Reads who works where and when, once for many reports. */
export const readStaffing = async (runner: Runner, now: Date, city: City): Promise<Staffing> => {
  const [staff, rows] = await Promise.all([readLinkedStaff(runner, city), findDuty(runner, now, city)]);
  const known = new Map<string, Duty<number>>();
  const officeDuty = (office: string) => {
    const found = known.get(office) ?? dutyOf(rows, office, city);
    known.set(office, found);
    return found;
  };
  return {
    staff,
    officeDuty,
    dutyOf: (one) => {
      const whole = officeDuty(one.office);
      if (isRostered(one)) return whole;
      return { ...whole, roster: whole.roster.filter(({ person }) => person === one.employee) };
    },
  };
};
