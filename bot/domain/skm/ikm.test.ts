import { describe, expect, test } from 'vitest';
import vectors from '../fixtures/skm-vectors.json' with { type: 'json' };
import { type Answers, elements } from './elements.ts';
import { halfUp } from './fraction.ts';
import { gradeOf } from './grade.ts';
import { type Averages, averagesOf, exactIkm, ikm, readAverages, type WeightConvention } from './ikm.ts';
import { answersInOrder, type QuestionOrder } from './question-order.ts';
import { tally } from './tally.ts';
import { tallyOf, tallyOfTotal } from './testing/tallies.ts';

const conventions = { exact: 'exact', w011: 'printed_0_11' } as const;

/** As the vectors print a result: four decimals before rounding, then the index and its grade. */
const printed = (averages: Averages, convention: WeightConvention = 'exact') => {
  const exact = exactIkm(averages, convention);
  const result = ikm(averages, convention);
  return { raw: exact && halfUp(exact, 4), ikm: result?.ikm, grade: result?.grade };
};

const forms = (rows: readonly string[], order: QuestionOrder = 'list'): Answers[] =>
  rows.map((row) => {
    const answers = answersInOrder([...row], order);
    if (!answers) throw new Error(`the vectors hold a row that is none: ${row}`);
    return answers;
  });

const inList = (averages: readonly string[]) =>
  readAverages(Object.fromEntries(elements.map((element, at) => [element, averages[at] ?? ''])));

describe('surveys that offices have published', () => {
  test.each(vectors.averages)('$id, $note', ({ nrr, expected, elementGrades, published }) => {
    const averages = inList(nrr);
    expect(printed(averages)).toEqual(expected.exact);
    expect(printed(averages, 'printed_0_11')).toEqual(expected.w011);
    if (published) expect(Number(ikm(averages)?.ikm)).toBe(Number(published));
    if (elementGrades) {
      expect(elements.map((element) => ikm(averages)?.elements[element]?.grade)).toEqual(elementGrades);
    }
  });

  test(`${vectors.respondentRows.id}: the people of Sekadau, form by form`, () => {
    const { rows, respondents, sums, nrr3, elementGrades, expected } = vectors.respondentRows;
    const all = tally(forms(rows));
    expect(all.respondents).toBe(respondents);
    expect(elements.map((element) => all.elements[element].sum)).toEqual(sums);
    const averages = averagesOf(all);
    expect(printed(averages)).toEqual(expected.exact);
    expect(printed(averages, 'printed_0_11')).toEqual(expected.w011);
    const results = elements.map((element) => ikm(averages)?.elements[element]);
    expect(results.map((result) => result?.nrr)).toEqual(nrr3);
    expect(results.map((result) => result?.grade)).toEqual(elementGrades);
  });

  test('an index from averages that were rounded before is another one, so they are not', () => {
    const { rows, wrongIfNrrRoundedFirst } = vectors.respondentRows;
    const averages = averagesOf(tally(forms(rows)));
    const rounded = elements.map((element) => halfUp(averages[element] ?? { over: 0n, under: 1n }, 2));
    expect(ikm(inList(rounded))?.ikm).toBe(wrongIfNrrRoundedFirst.decimals2);
    expect(ikm(averages)?.ikm).not.toBe(wrongIfNrrRoundedFirst.decimals2);
  });

  test(`${vectors.sums.id}: one office, two conventions, two results`, () => {
    const { sums, respondents, expected, nrr4 } = vectors.sums;
    const averages = averagesOf(
      tallyOf(respondents, (element) => ({ sum: sums[element], count: respondents })),
    );
    expect(printed(averages)).toEqual(expected.exact);
    expect(printed(averages, 'printed_0_11')).toEqual(expected.w011);
    for (const element of elements) {
      expect(halfUp(averages[element] ?? { over: 0n, under: 1n }, 4)).toBe(nrr4[element]);
    }
  });

  test.each(vectors.elementGradesOnly.elements)('$label: $nrr is $value, $grade', (row) => {
    const result = ikm(readAverages({ persyaratan: row.nrr }))?.elements.persyaratan;
    expect(result).toEqual({ nrr: row.nrr, value: row.value, grade: row.grade });
  });
});

describe('a blank', () => {
  const { rows, expected, wrongIfBlankIsZero, wrongIfPooled } = vectors.blankAnswers;

  test('leaves the average of its own element only', () => {
    const found = printed(averagesOf(tally(forms(rows))));
    expect(found).toEqual(expected);
    expect([wrongIfBlankIsZero, wrongIfPooled]).not.toContainEqual(found);
  });

  test('in every form leaves the element out, and the others carry the index', () => {
    const result = ikm(averagesOf(tally(forms(['4444444-4', '3333333-3']))));
    expect(result).toMatchObject({ ikm: '87.50', grade: 'B', unanswered: ['pengaduan'] });
    expect(result?.elements).not.toHaveProperty('pengaduan');
  });

  test('everywhere is no index at all, rather than the worst', () => {
    expect(ikm(averagesOf(tally([])))).toBeUndefined();
    expect(ikm(averagesOf(tally(forms(['---------']))))).toBeUndefined();
  });
});

describe('where a calculator errs', () => {
  test.each(vectors.floatTraps)('$total from $n people is $ikm, not $floatGives', (trap) => {
    const found = printed(
      averagesOf(tallyOfTotal(trap.n, trap.total)),
      conventions[trap.weight as keyof typeof conventions],
    );
    expect(found).toEqual({ raw: trap.raw, ikm: trap.ikm, grade: trap.grade });
    const { weight, total, n } = trap;
    const doubles = (weight === 'exact' ? (total / n / 9) * 25 : (total / n) * 0.11 * 25).toFixed(2);
    expect(doubles).toBe(trap.floatGives);
    expect(gradeOf(doubles)).toBe(trap.floatGrade);
  });

  test.each(vectors.weightChangesGrade)('$n people, $total in all: the convention decides', (row) => {
    const averages = averagesOf(tallyOfTotal(row.n, row.total));
    expect(printed(averages)).toEqual(row.exact);
    expect(printed(averages, 'printed_0_11')).toEqual(row.w011);
  });
});

describe('each convention has its own best and worst', () => {
  test.each([
    ['exact', '100.00', '25.00'],
    ['printed_0_11', '99.00', '24.75'],
    ['printed_0_111', '99.90', '24.98'],
  ] as const)('%s: %s to %s', (convention, best, worst) => {
    const all = (answer: string) => averagesOf(tally(forms([answer.repeat(9)])));
    expect(ikm(all('4'), convention)).toMatchObject({ ikm: best, grade: 'A', convention });
    expect(ikm(all('1'), convention)).toMatchObject({ ikm: worst, grade: 'D', convention });
    expect(ikm(all('4'), convention)?.elements.waktu?.value).toBe('100.00');
  });
});

test('an average that the answers 1 to 4 cannot give is refused', () => {
  for (const wrong of ['0.99', '4.01', '5', 'baik', '-1', '']) {
    expect(() => readAverages({ waktu: wrong }), wrong).toThrow(RangeError);
  }
  for (const wrong of [
    { sum: 9, count: 2 },
    { sum: 1, count: 2 },
    { sum: 3, count: 0 },
  ]) {
    expect(() => averagesOf(tallyOf(2, () => wrong))).toThrow(RangeError);
  }
  expect(ikm(readAverages({ waktu: '3,49' }))?.ikm).toBe('87.25');
});
