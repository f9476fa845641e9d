import type { ClockRules } from './citizen-pause.ts';
import type { Deadline } from './clock.ts';
import type { LocalDate } from './local-date.ts';
import { addWorkingDays } from './working-days.ts';

/**
 * How often a citizen hears of a promise that was not kept. The bot itself keeps this date, so it is no invention about
 * the work; a city may set its own under the same key, in working days.
 */
const newsClock: Deadline = {
  key: 'next_news',
  n: 5,
  unit: 'hari_kerja',
  start: 'promise_broken',
  legalReference: 'own rule: whoever waits hears once a working week',
  confidence: 'proposal',
};

/** The first news day after `on` for a promise that was due on a day; `nth` counts those that have come by then. */
export function nextNews(
  due: LocalDate,
  { calendar, deadlines }: ClockRules,
  on: LocalDate,
): { on: LocalDate; nth: number } {
  const { n } = deadlines.find(({ key }) => key === newsClock.key) ?? newsClock;
  const every = Math.max(1, n);
  for (let nth = 0; ; nth += 1) {
    const day = addWorkingDays(calendar, due, (nth + 1) * every).due;
    if (day > on) return { on: day, nth };
  }
}
