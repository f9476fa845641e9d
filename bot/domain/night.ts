import { addCalendarDays, endOfLocalDay, localDate } from './local-date.ts';

const hourMs = 3_600_000;
const night = { from: 21, until: 6 } as const;

/** Between 21.00 and 06.00, in the agency's zone, nothing is written to anybody that they did not ask for. */
export const isNight = (at: Date, zone: string): boolean => {
  const yesterday = addCalendarDays(localDate(at, zone), -1);
  const hour = (at.getTime() - endOfLocalDay(yesterday, zone).getTime()) / hourMs;
  return hour >= night.from || hour < night.until;
};
