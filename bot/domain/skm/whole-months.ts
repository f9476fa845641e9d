import { addCalendarDays } from '../local-date.ts';
import type { Period } from './survey-period.ts';

/**
 * A period widened to whole months, as public figures are asked for: they move by five forms in a month at least, so that
 * two spans that differ by a day would tell what one person said.
 */
export const wholeMonths = (period: Period): Period => {
  if (period.length !== 'own') return period;
  const from = `${period.from.slice(0, 7)}-01`;
  const inNext = addCalendarDays(`${period.until.slice(0, 7)}-28`, 4);
  const until = addCalendarDays(inNext, -Number(inNext.slice(8, 10)));
  return { ...period, name: `${from}..${until}`, from, until };
};
