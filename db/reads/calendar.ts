import type { Calendar } from '../../bot/domain/working-days.ts';
import type { holiday } from '../schema/index.ts';

type Day = Pick<typeof holiday.$inferSelect, 'date' | 'kind'>;

/** Covers nothing, so that every count is an estimate. */
const unknown = { coveredFrom: '9999-12-31', coveredUntil: '0001-01-01' };

/**
 * The calendar that days are counted by. It covers whole years: those with national holidays, back from the latest
 * without a gap; a city's own day off in a year without a decree (SKB) does not make that year known.
 */
export function calendarOf(days: readonly Day[]): Calendar {
  const decreed = days.filter(({ kind }) => kind !== 'daerah');
  const years = new Set(decreed.map(({ date }) => Number(date.slice(0, 4))));
  const holidays = new Set(days.map(({ date }) => date));
  if (years.size === 0) return { holidays, ...unknown };
  const last = Math.max(...years);
  let first = last;
  while (years.has(first - 1)) first -= 1;
  return { holidays, coveredFrom: `${first}-01-01`, coveredUntil: `${last}-12-31` };
}
