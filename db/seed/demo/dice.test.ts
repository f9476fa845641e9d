import { expect, test } from 'vitest';
import { createDice } from './dice.ts';

test('the same seed throws the same, another seed something else', () => {
  const throws = (seed: number) => Array.from({ length: 20 }, createDice(seed).throw);
  expect(throws(1)).toEqual(throws(1));
  expect(throws(1)).not.toEqual(throws(2));
});

test('all faces come up about equally often, and none beyond the last', () => {
  const dice = createDice(3);
  const faces = new Map<number, number>();
  for (let i = 0; i < 6000; i++) {
    const face = dice.whole(1, 6);
    faces.set(face, (faces.get(face) ?? 0) + 1);
  }
  expect([...faces.keys()].sort()).toEqual([1, 2, 3, 4, 5, 6]);
  for (const times of faces.values()) expect(Math.abs(times - 1000)).toBeLessThan(120);
});

test('shuffling loses nobody, and nothing can be picked from nothing', () => {
  const dice = createDice(4);
  expect(dice.shuffle([1, 2, 3, 4, 5]).sort()).toEqual([1, 2, 3, 4, 5]);
  expect(() => dice.pick([])).toThrow(RangeError);
});
