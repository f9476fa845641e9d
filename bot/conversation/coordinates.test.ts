import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from '../channels/terminal/parse.ts';
import { coordinates } from './coordinates.ts';

test.each([
  [-7.33, 110.5, '-7.33,110.50'],
  [-7.3315, 110.5125, '-7.3315,110.5125'],
  [0, -180, '0.00,-180.00'],
  [1e-7, 12.34567891, '0.00,12.345679'],
])('%d and %d are %s', (lat, lon, written) => {
  expect(coordinates({ lat, lon })).toBe(written);
});

test('can be typed in a terminal as they are printed, and mean the same place', () => {
  const degrees = (most: number) => fc.double({ min: -most, max: most, noNaN: true });
  const typed = parse('local');
  fc.assert(
    fc.property(degrees(90), degrees(180), (lat, lon) => {
      const line = `@${coordinates({ lat, lon })}`;
      const [inbound] = typed({ id: '1', name: 'sri', at: new Date(0), line, folder: '/' });
      const content = inbound?.content;
      if (content?.kind !== 'location') throw new Error(`${line} is no place`);
      expect(content.lat).toBeCloseTo(lat, 5);
      expect(content.lon).toBeCloseTo(lon, 5);
    }),
  );
});
