import { describe, expect, test } from 'vitest';
import { seedRegions } from './fixtures/seed.ts';
import { distanceMetres, insideCity, isPlace, regionOf } from './place.ts';

const cities = ['33.73', '13.73', '12.72', '17.07'];
const salatiga = seedRegions('33.73');

test('a degree of latitude is 111 kilometres and a step of 150 metres is near', () => {
  expect(distanceMetres({ lat: 0, lon: 0 }, { lat: 1, lon: 0 })).toBeCloseTo(111_195, 0);
  expect(distanceMetres({ lat: -7.3, lon: 110.5 }, { lat: -7.3, lon: 110.5 })).toBe(0);
  expect(distanceMetres({ lat: -7.33, lon: 110.5 }, { lat: -7.33, lon: 110.50136 })).toBeCloseTo(150, 0);
  expect(distanceMetres({ lat: 0, lon: 179.999 }, { lat: 0, lon: -179.999 })).toBeLessThan(300);
});

describe.each(cities)('in %s', (city) => {
  const regions = seedRegions(city);

  test('a pin at the centre of a kelurahan or desa is named after it and its kecamatan', () => {
    const places = regions.filter((region) => isPlace(region) && region.centre);
    expect(places.length).toBeGreaterThan(20);
    for (const place of places) {
      if (!place.centre) continue;
      const found = regionOf(place.centre, regions);
      expect(found?.place.code, place.name).toBe(place.code);
      expect(found?.district?.code, place.name).toBe(place.code.slice(0, 8));
      expect(insideCity(place.centre, regions)).toBe(true);
    }
  });
});

test('where boxes overlap the nearest centre wins', () => {
  const point = { lat: -7.3363, lon: 110.5175 };
  const holding = salatiga.filter(
    ({ box, level }) =>
      level === 'kelurahan' &&
      box !== null &&
      point.lat >= box.minLat &&
      point.lat <= box.maxLat &&
      point.lon >= box.minLon &&
      point.lon <= box.maxLon,
  );
  expect(holding.length).toBeGreaterThan(1);
  expect(regionOf(point, salatiga)?.place.name).toBe('Sidorejo Kidul');
});

test('a pin elsewhere lies in no kelurahan and outside the city', () => {
  for (const point of [
    { lat: -6.9932, lon: 110.4203 },
    { lat: 0, lon: 0 },
    { lat: 7.33, lon: 110.5 },
  ]) {
    expect(regionOf(point, salatiga)).toBeUndefined();
    expect(insideCity(point, salatiga)).toBe(false);
  }
});

test('the corner of the city box, which belongs to the neighbour, is outside', () => {
  expect(insideCity({ lat: -7.2865, lon: 110.5345 }, salatiga)).toBe(false);
});

test('a city without maps turns nobody away', () => {
  const bare = salatiga.map((region) => ({ ...region, box: null, centre: null }));
  expect(insideCity({ lat: 0, lon: 0 }, bare)).toBe(true);
  expect(regionOf({ lat: -7.33, lon: 110.5 }, bare)).toBeUndefined();
});
