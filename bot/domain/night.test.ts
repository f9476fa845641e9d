import { expect, test } from 'vitest';
import { isNight } from './night.ts';

test.each([
  ['20:59', false],
  ['21:00', true],
  ['23:59', true],
  ['00:00', true],
  ['05:59', true],
  ['06:00', false],
  ['12:00', false],
])('at %s people are left alone: %s', (clock, left) => {
  expect(isNight(new Date(`2026-11-25T${clock}:30+08:00`), 'Asia/Makassar')).toBe(left);
});
