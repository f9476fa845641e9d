import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shownOrder } from './choice-order.ts';

test('every choice is shown once, in the same order for the same seed', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 8 }), fc.string(), (count, seed) => {
      const order = shownOrder(count, seed);
      expect(order.toSorted()).toEqual(Array.from({ length: count }, (_, place) => place));
      expect(shownOrder(count, seed)).toEqual(order);
    }),
  );
});

test('over many people each choice stands in each place about as often', () => {
  const people = 6_000;
  const places = Array.from({ length: 3 }, () => [0, 0, 0]);
  for (let person = 0; person < people; person++)
    shownOrder(3, `${person}:Apa kata pertama?:1`).forEach((choice, place) => {
      const row = places[choice];
      if (row) row[place] = (row[place] ?? 0) + 1;
    });
  for (const count of places.flat()) expect(Math.abs(count - people / 3)).toBeLessThan(200);
});
