import { localDate } from '../../../bot/domain/local-date.ts';
import { isWorkingDay } from '../../../bot/domain/working-days.ts';
import type { Dice } from './dice.ts';
import { atHome, type Hours } from './hours.ts';

const days = 92;
const dayMs = 86_400_000;

/** When people wrote: somewhat more of late, and less on days the office is closed. */
export function arrivals(count: number, until: Date, hours: Hours, dice: Dice): Date[] {
  const moments: Date[] = [];
  while (moments.length < count) {
    const day = new Date(until.getTime() - dice.throw() ** 1.15 * days * dayMs);
    const at = atHome(day, 0, hours, dice);
    const busy = isWorkingDay(hours.calendar, localDate(at, hours.zone)) || dice.chance(0.6);
    if (busy && at <= until) moments.push(at);
  }
  return moments.sort((a, b) => a.getTime() - b.getTime());
}
