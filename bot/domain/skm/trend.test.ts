import { describe, expect, test } from 'vitest';
import type { ElementKey } from './elements.ts';
import type { Heap } from './tally.ts';
import { tallyOf } from './testing/tallies.ts';
import { lowTwice } from './trend.ts';

const good = { sum: 32, count: 10 };
const period = (weak: { readonly [E in ElementKey]?: Heap }) =>
  tallyOf(10, (element) => weak[element] ?? good);

describe('a training is proposed', () => {
  test('for what was low in both periods, weakest first', () => {
    const before = period({ waktu: { sum: 30, count: 10 }, sarana: { sum: 20, count: 10 } });
    const now = period({ waktu: { sum: 28, count: 10 }, sarana: { sum: 25, count: 10 } });
    expect(lowTwice(before, now)).toEqual(['sarana', 'waktu']);
  });

  test('not for a single bad period, before or now', () => {
    const bad = period({ waktu: { sum: 20, count: 10 } });
    expect(lowTwice(bad, period({}))).toEqual([]);
    expect(lowTwice(period({}), bad)).toEqual([]);
    expect(lowTwice(bad, period({ sarana: { sum: 20, count: 10 } }))).toEqual([]);
  });

  test('not on the word of four people, nor of none', () => {
    const few = period({ waktu: { sum: 4, count: 4 } });
    expect(lowTwice(few, few)).toEqual([]);
    expect(lowTwice(few, few, { below: '76.61', leastAnswers: 4 })).toEqual(['waktu']);
    const none = period({ waktu: { sum: 0, count: 0 } });
    expect(lowTwice(none, none, { below: '76.61', leastAnswers: 0 })).toEqual([]);
  });

  test('not for a value that is printed as the threshold itself', () => {
    const edge = (sum: number) => period({ waktu: { sum, count: 5000 } });
    expect(lowTwice(edge(15_321), edge(15_321))).toEqual([]);
    expect(lowTwice(edge(15_320), edge(15_320))).toEqual(['waktu']);
  });
});
