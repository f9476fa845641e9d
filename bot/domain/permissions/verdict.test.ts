import { expect, test } from 'vitest';
import { conditions, isGranted } from './verdict.ts';

test('a yes lets through and a no never does, whatever else is met', () => {
  expect(isGranted('yes')).toBe(true);
  expect(isGranted('no', conditions)).toBe(false);
});

test.each(conditions)('%s lets through only who has made sure of just that', (condition) => {
  expect(isGranted(condition)).toBe(false);
  expect(
    isGranted(
      condition,
      conditions.filter((one) => one !== condition),
    ),
  ).toBe(false);
  expect(isGranted(condition, [condition])).toBe(true);
});
