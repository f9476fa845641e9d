import { expect, test } from 'vitest';
import { snoozeUntil } from './snooze.ts';
import { office } from './testing/people.ts';

test.each([
  ['tomorrow', '2026-11-24', '2026-11-25'],
  ['tomorrow', '2026-11-27', '2026-11-30'],
  ['tomorrow', '2026-03-17', '2026-03-25'],
  ['next_week', '2026-11-23', '2026-11-30'],
  ['next_week', '2026-11-27', '2026-11-30'],
  ['next_week', '2026-11-29', '2026-11-30'],
  ['next_week', '2026-03-13', '2026-03-16'],
  ['next_week', '2026-03-17', '2026-03-25'],
] as const)('%s, tapped on %s, is %s', (snooze, today, until) => {
  expect(snoozeUntil(snooze, today, office.calendar)).toBe(until);
});
