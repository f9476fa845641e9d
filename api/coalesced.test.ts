import { expect, test } from 'vitest';
import { coalesced } from './coalesced.ts';

const gate = () => {
  let open: () => void = () => {};
  const passed = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, passed };
};

test('calls during a run share it, and it goes round once more for them', async () => {
  const first = gate();
  const begun: number[] = [];
  const run = coalesced(async () => {
    begun.push(begun.length);
    if (begun.length === 1) await first.passed;
    return 1;
  });
  const calls = [run(), run(), run()];
  expect(begun).toEqual([0]);
  first.open();
  expect(await Promise.all(calls)).toEqual([2, 2, 2]);
  expect(await run()).toBe(1);
});

test('a run that failed does not stop the next', async () => {
  let fails = true;
  const run = coalesced(async () => {
    if (fails) throw new Error('away');
    return 1;
  });
  await expect(run()).rejects.toThrow('away');
  fails = false;
  expect(await run()).toBe(1);
});
