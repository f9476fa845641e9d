import { expect, test } from 'vitest';
import { whenAsked } from './when-asked.ts';

test('is made when a part of it is asked for, and once', () => {
  let times = 0;
  const it = whenAsked(() => {
    times += 1;
    return { one: () => 'one', two: 2 };
  });
  expect(times).toBe(0);
  expect(it.one()).toBe('one');
  expect(it.two).toBe(2);
  expect(times).toBe(1);
});
