import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Region, regionOf } from '../../../bot/domain/place.ts';
import { drawCity } from './cells.ts';

const place = (code: string, lat: number, lon: number): Region => ({
  code,
  name: code,
  level: 'kelurahan',
  parent: null,
  centre: { lat, lon },
  box: { minLat: lat - 0.02, maxLat: lat + 0.02, minLon: lon - 0.02, maxLon: lon + 0.02 },
});

const inside = (corners: readonly (readonly [number, number])[], x: number, y: number): boolean => {
  const sides = corners.map(([ax, ay], i) => {
    const [bx, by] = corners[(i + 1) % corners.length] ?? [ax, ay];
    return (bx - ax) * (y - ay) - (by - ay) * (x - ax);
  });
  return sides.every((side) => side > 1e-6) || sides.every((side) => side < -1e-6);
};

test('a pin put into a drawn kelurahan is understood as that kelurahan', () => {
  const near = fc.double({ min: 0, max: 0.06, noNaN: true });
  const places = fc.uniqueArray(fc.tuple(near, near), {
    minLength: 2,
    maxLength: 12,
    selector: ([a, b]) => `${a.toFixed(3)} ${b.toFixed(3)}`,
  });
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(places, share, share, (at, across, down) => {
      const regions = at.map(([lat, lon], i) => place(String(i), -7.3 - lat, 110.5 + lon));
      const city = drawCity(regions);
      if (!city) throw new Error('a city with boxes has a map');
      const { west, north, perLon, perLat, width, height } = city.frame;
      const [x, y] = [across * width, down * height];
      const drawn = city.cells.find(({ corners }) => inside(corners, x, y));
      if (!drawn) return;
      const pin = { lat: north - y / perLat, lon: west + x / perLon };
      expect(regionOf(pin, regions)?.place.code).toBe(drawn.region.code);
    }),
    { numRuns: 400 },
  );
});

test('no corner of a kelurahan lies nearer to a neighbour', () => {
  const regions = [place('a', -7.3, 110.5), place('b', -7.31, 110.515), place('c', -7.322, 110.502)];
  const { cells } = drawCity(regions) ?? { cells: [] };
  expect(cells.map(({ corners }) => corners.length)).toEqual([5, 5, 5]);
  for (const { centre, corners } of cells)
    for (const corner of corners) {
      const away = ([x, y]: readonly [number, number]) => Math.hypot(corner[0] - x, corner[1] - y);
      for (const other of cells) expect(away(centre)).toBeLessThanOrEqual(away(other.centre) + 1e-6);
    }
});

test('a city whose regions were imported without boxes has no map', () => {
  expect(drawCity([{ ...place('1', -7.3, 110.5), box: null }])).toBeUndefined();
});
