import { describe, expect, test } from 'vitest';
import { readServices } from '../../../bot/domain/imports/services.ts';
import { isFree } from '../../../bot/domain/service.ts';
import { cities, cityNames } from '../cities.ts';
import { serviceRows } from './service-rows.ts';

const rowsOf = (city: (typeof cityNames)[number]) => serviceRows(cities[city].offices);

describe.each(cityNames)('the services of the demo in %s', (city) => {
  const rows = rowsOf(city);
  const units = new Set(cities[city].offices.map(({ code }) => code));

  test('are of many offices that are there, each by a code and a counter of its own', () => {
    expect(rows.length).toBeGreaterThanOrEqual(21);
    expect(new Set(rows.map(({ unitCode }) => unitCode)).size).toBeGreaterThanOrEqual(10);
    expect(new Set(rows.map(({ code }) => code)).size).toBe(rows.length);
    expect(new Set(rows.map(({ counterCode }) => counterCode)).size).toBe(rows.length);
    expect(rows.filter(({ unitCode }) => !units.has(unitCode))).toEqual([]);
  });

  test('could stand in the file of an import, whose rules they keep', () => {
    const header = 'code unit_code name requirements steps time fee product hours place counter_code users';
    const sheet = rows.map((one) => [
      one.code,
      one.unitCode,
      one.name,
      one.requirements?.join('|') ?? '',
      one.steps?.join('|') ?? '',
      one.time ?? '',
      one.fee ?? '',
      one.product ?? '',
      one.hours ?? '',
      one.place ?? '',
      one.counterCode ?? '',
      String(one.users),
    ]);
    const found = readServices([header.split(' '), ...sheet], { units, counters: new Map() });
    expect(found.faults).toEqual([]);
    expect(found.records).toEqual(
      rows.map(({ unitCode, counterCode, ...one }) => ({
        ...one,
        unit_code: unitCode,
        counter_code: counterCode,
      })),
    );
  });

  test('are free where the law says so: papers of civil registration (UU 24/2013 art. 79A)', () => {
    const papers = rows.filter(
      ({ unitCode, code }) => unitCode === 'disdukcapil' || code.startsWith('rekam-ktp'),
    );
    expect(papers.length).toBeGreaterThanOrEqual(8);
    expect(papers.filter(({ fee }) => !isFree(fee ?? ''))).toEqual([]);
  });

  test('say of each invented sum, hour and place that it is an example', () => {
    const invented = rows.flatMap(({ hours, place, fee }) => [
      hours,
      place,
      ...(/Rp/.test(fee ?? '') ? [fee] : []),
    ]);
    expect(invented.filter((said) => !said?.includes('(contoh)'))).toEqual([]);
  });
});
