import { expect, test } from 'vitest';
import type { City } from '../../bot/ports.ts';
import { createKnownCity } from './known-city.ts';

test('the city is remembered for a minute and then read again', () => {
  let now = 0;
  const kept = createKnownCity(() => now);
  expect(kept.get()).toBeUndefined();
  const known = { city: { publicUrl: 'https://sapa.example' } as City, ahead: 5 };
  kept.keep(known);
  now = 59_999;
  expect(kept.get()).toBe(known);
  now = 60_000;
  expect(kept.get()).toBeUndefined();
});
