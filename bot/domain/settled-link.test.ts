import { expect, test } from 'vitest';
import { may } from './permissions/may.ts';
import { isGranted } from './permissions/verdict.ts';
import { isSettledLink } from './settled-link.ts';

const linked = new Date('2026-11-20T02:00:00Z');

test.each([
  ['at once', '2026-11-20T02:00:00Z', false],
  ['a second before a day has passed', '2026-11-21T01:59:59Z', false],
  ['when a day has passed', '2026-11-21T02:00:00Z', true],
  ['if the clock was set back', '2026-11-19T02:00:00Z', false],
])('%s, a supervisor’s new chat may vote: %3$s', (_, now, granted) => {
  const met = isSettledLink(linked, new Date(now)) ? (['when-settled'] as const) : [];
  expect(isGranted(may('supervisor', 'vote', 'other'), met)).toBe(granted);
});
