import { expect, test } from 'vitest';
import { readInstant } from './read-instant.ts';

test.each([
  ['2026-12-01T09:00', 'Asia/Jakarta', '2026-12-01T02:00:00.000Z'],
  ['2026-12-01 09:00:30', 'Asia/Jayapura', '2026-12-01T00:00:30.000Z'],
  ['2026-12-01', 'Asia/Makassar', '2026-11-30T16:00:00.000Z'],
  ['2026-12-01T09:00Z', 'Asia/Jakarta', '2026-12-01T09:00:00.000Z'],
  ['2026-12-01T09:00+0700', 'UTC', '2026-12-01T02:00:00.000Z'],
  ['2026-12-01T09:00:00+09:00', 'Asia/Jakarta', '2026-12-01T00:00:00.000Z'],
])('an operator writes %s in %s', (typed, zone, instant) => {
  expect(readInstant(typed, zone)?.toISOString()).toBe(instant);
});

test.each(['', 'tomorrow', '2026-02-30', '2026-13-01', '2026-12-01T24:00', '2026-12-01T09', '01-12-2026'])(
  '"%s" is no instant',
  (typed) => {
    expect(readInstant(typed, 'Asia/Jakarta')).toBeUndefined();
  },
);
