import { expect, test } from 'vitest';
import { once } from './once.ts';

test('a table is worked out once, and an equal but other table again', () => {
  let times = 0;
  const size = once((table: readonly string[]) => {
    times += 1;
    return table.length;
  });
  const table = ['a', 'b'];
  expect([size(table), size(table), times]).toEqual([2, 2, 1]);
  expect([size(['a', 'b']), times]).toEqual([2, 2]);
});
