import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import vectors from '../fixtures/skm-vectors.json' with { type: 'json' };
import { fraction, halfUp, readDecimal } from './fraction.ts';
import { bands, gradeOf, performances } from './grade.ts';

test('the table is the one that offices print', () => {
  expect(
    bands.map(({ grade, from }) => ({ grade, from, label: performances[grade].replace('_', ' ') })),
  ).toEqual(vectors.bands.map(({ grade, from, label }) => ({ grade, from, label: label.toLowerCase() })));
  expect(bands.map(({ value }) => value)).toEqual([4, 3, 2, 1]);
});

describe('the edges of the bands', () => {
  test.each(vectors.boundaries)('$raw is printed as $ikm and is $grade', (row) => {
    expect(halfUp(readDecimal(row.raw), 2)).toBe(row.ikm);
    expect(gradeOf(row.raw)).toBe(row.grade);
    expect(gradeOf(row.ikm)).toBe(row.grade);
  });
});

test.each(vectors.serviceGrades)('$service, $ikm: $grade', ({ ikm, grade }) => {
  expect(gradeOf(ikm)).toBe(grade);
});

test.each(vectors.yearGrades)('in $year $ikm was $grade', ({ ikm, grade }) => {
  expect(gradeOf(ikm)).toBe(grade);
});

test('below the table it is D, above it nothing is', () => {
  expect(gradeOf('24.75')).toBe('D');
  expect(gradeOf('100.004')).toBe('A');
  expect(() => gradeOf('100.005')).toThrow('100.01');
});

test('no value is without a grade, and the grade is that of the printed number', () => {
  fc.assert(
    fc.property(fc.integer({ min: 25_000_000, max: 100_000_000 }), (millionths) => {
      const exact = fraction(millionths, 1_000_000);
      const hundredths = Math.floor((millionths + 5000) / 10_000);
      const plain = hundredths >= 8831 ? 'A' : hundredths >= 7661 ? 'B' : hundredths >= 6500 ? 'C' : 'D';
      expect(gradeOf(exact)).toBe(plain);
      expect(gradeOf(halfUp(exact, 2))).toBe(plain);
    }),
  );
});
