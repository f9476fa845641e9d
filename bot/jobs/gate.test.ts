import { expect, test } from 'vitest';
import { createGate } from './gate.ts';

const later = () => new Promise<void>((resolve) => setTimeout(resolve, 5));

test('two work at a time, everybody in the order they came, and a fault frees its place', async () => {
  const enter = createGate(2);
  const begun: number[] = [];
  let inside = 0;
  let most = 0;
  const all = await Promise.allSettled(
    Array.from({ length: 7 }, (_, n) =>
      enter(async () => {
        begun.push(n);
        inside += 1;
        most = Math.max(most, inside);
        await later();
        inside -= 1;
        if (n % 3 === 0) throw new Error('broken');
        return n;
      }),
    ),
  );
  expect(most).toBe(2);
  expect(begun).toEqual([0, 1, 2, 3, 4, 5, 6]);
  expect(all.map(({ status }) => status === 'fulfilled')).toEqual([
    false,
    true,
    true,
    false,
    true,
    true,
    false,
  ]);
});
