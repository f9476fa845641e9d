import { compare, type Fraction, halfUp, readDecimal } from './fraction.ts';

/**
 * The conversion table of PermenPANRB 14/2017, from the best down: the grade (*mutu*), its value and the least index in it.
 * Bands meet at two decimals: 88.30 is B, 88.31 is A.
 */
export const bands = [
  { grade: 'A', value: 4, from: '88.31' },
  { grade: 'B', value: 3, from: '76.61' },
  { grade: 'C', value: 2, from: '65.00' },
  { grade: 'D', value: 1, from: '25.00' },
] as const;
export type Grade = (typeof bands)[number]['grade'];

/** What a grade is called (*kinerja*), as the languages know it. */
export const performances = {
  A: 'sangat_baik',
  B: 'baik',
  C: 'kurang_baik',
  D: 'tidak_baik',
} as const satisfies { readonly [G in Grade]: string };

/**
 * The grade of an index, of an element or of a service, on the scale to 100. It is taken from the value rounded half up
 * to two decimals, so that no value falls between two bands; with the weight 0.11 the lowest, 24.75, is below the table: D.
 */
export function gradeOf(value: string | Fraction): Grade {
  const exact = typeof value === 'string' ? readDecimal(value) : value;
  const text = halfUp(exact, 2);
  const rounded = readDecimal(text);
  if (compare(rounded, readDecimal('100')) > 0) throw new RangeError(`no index is above 100: ${text}`);
  return bands.find(({ from }) => compare(rounded, readDecimal(from)) >= 0)?.grade ?? 'D';
}
