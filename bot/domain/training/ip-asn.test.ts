import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDecimal } from '../skm/fraction.ts';
import { competenceOf, type PartStanding } from './competence.ts';
import { categoryOf, ipAsn } from './ip-asn.ts';
import { ipAsnCategories, penalties, positionGroups, qualifications } from './ip-asn-rules.ts';

const whole: PartStanding[] = competenceOf([], 'struktural', 2026).map((part) => ({
  ...part,
  fulfilled: true,
}));

test('the best there is comes to 100', () => {
  const best = ipAsn({ qualification: 's3', competence: whole, performance: '95', discipline: 'none' });
  expect(best).toEqual({
    qualification: '25.00',
    competence: '40.00',
    performance: '30.00',
    discipline: '5.00',
    total: '100.00',
    category: 'sangat_tinggi',
  });
});

describe('points of the regulation', () => {
  const known = { qualification: null, competence: [], performance: null, discipline: null };

  test.each([
    ['s3', '25.00'],
    ['s2', '20.00'],
    ['s1', '15.00'],
    ['d3', '10.00'],
    ['slta', '5.00'],
    ['below', '1.00'],
  ] as const)('the degree %s: %s of 25', (qualification, points) => {
    expect(ipAsn({ ...known, qualification }).qualification).toBe(points);
  });

  test.each([
    ['100', '30.00'],
    ['91', '30.00'],
    ['90,5', '30.00'],
    ['90.49', '25.00'],
    ['76', '25.00'],
    ['75.49', '15.00'],
    ['61', '15.00'],
    ['60', '5.00'],
    ['51', '5.00'],
    ['50', '1.00'],
    ['0', '1.00'],
  ])('a rating of %s: %s of 30', (performance, points) => {
    expect(ipAsn({ ...known, performance }).performance).toBe(points);
  });

  test.each([
    ['none', '5.00'],
    ['ringan', '3.00'],
    ['sedang', '2.00'],
    ['berat', '1.00'],
  ] as const)('the heaviest penalty %s: %s of 5', (discipline, points) => {
    expect(ipAsn({ ...known, discipline }).discipline).toBe(points);
  });
});

test('what the personnel office did not say leaves the whole open, not low', () => {
  const index = ipAsn({ qualification: 's1', competence: whole, performance: null, discipline: 'none' });
  expect(index).toMatchObject({ competence: '40.00', performance: null, total: null, category: null });
});

test('a rating on another scale is no rating', () => {
  const known = { qualification: null, competence: [], discipline: null };
  expect(() => ipAsn({ ...known, performance: '100.01' })).toThrow(RangeError);
  expect(() => ipAsn({ ...known, performance: 'baik' })).toThrow(RangeError);
});

describe('the category is taken from the value rounded half up', () => {
  test.each([
    ['100', 'sangat_tinggi'],
    ['91', 'sangat_tinggi'],
    ['90.5', 'sangat_tinggi'],
    ['90.49', 'tinggi'],
    ['81', 'tinggi'],
    ['80.5', 'tinggi'],
    ['80.49', 'sedang'],
    ['70.5', 'sedang'],
    ['70.4', 'rendah'],
    ['60.5', 'rendah'],
    ['60.49', 'sangat_rendah'],
    ['60', 'sangat_rendah'],
    ['0', 'sangat_rendah'],
  ])('%s is %s', (value, category) => {
    expect(categoryOf(readDecimal(value))).toBe(category);
  });
});

test('for every person: between 0 and 100, the sum of its dimensions, and no worse with one more part fulfilled', () => {
  const facts = fc.record({
    qualification: fc.constantFrom(...qualifications),
    competence: fc
      .tuple(fc.constantFrom(...positionGroups), fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }))
      .map(([group, done]) =>
        competenceOf([], group, 2026).map((part, at) => ({ ...part, fulfilled: done[at] ?? false })),
      ),
    performance: fc.integer({ min: 0, max: 10_000 }).map((rating) => (rating / 100).toFixed(2)),
    discipline: fc.constantFrom(...penalties),
  });
  fc.assert(
    fc.property(facts, (person) => {
      const index = ipAsn(person);
      const cents = (text: string | null) => Number(text?.replace('.', ''));
      const { qualification, competence, performance, discipline } = index;
      expect(cents(index.total)).toBe(
        [qualification, competence, performance, discipline].reduce((sum, one) => sum + cents(one), 0),
      );
      expect(cents(index.total)).toBeLessThanOrEqual(10_000);
      const better = ipAsn({
        ...person,
        competence: person.competence.map((one) => ({ ...one, fulfilled: true })),
      });
      expect(cents(better.total)).toBeGreaterThanOrEqual(cents(index.total));
      const place = (of: typeof index) => ipAsnCategories.indexOf(of.category ?? 'sangat_rendah');
      expect(place(better)).toBeLessThanOrEqual(place(index));
    }),
  );
});
