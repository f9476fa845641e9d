import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Fraction, fraction, halfUp } from '../skm/fraction.ts';
import { type TieStep, tieSteps } from './cycle.ts';
import { type Contender, rankingOf } from './ranking.ts';

type Given = { total?: Fraction; kinerja?: number; inovasi?: Fraction; from?: string | null };
const contender = (
  id: number,
  { total = fraction(80), kinerja = 90, inovasi = fraction(80), from = '2015-03-01' }: Given = {},
): Contender => ({
  id,
  serviceFrom: from,
  score: {
    total,
    points: halfUp(total, 2),
    parts: {
      kinerja: fraction(kinerja),
      disiplin: fraction(100),
      inovasi,
      perilaku: fraction(40),
      kompetensi: fraction(80),
    },
  },
});
const said = (
  all: readonly Contender[],
  minutes: readonly number[] = [],
  ties: readonly TieStep[] = tieSteps,
) => rankingOf(all, ties, minutes).map(({ id, place, by }) => [place, id, by]);

describe('the order of a category', () => {
  test('is that of the totals', () => {
    const all = [contender(1, { total: fraction(7829, 100) }), contender(2, { total: fraction(7868, 100) })];
    expect(rankingOf(all, tieSteps)).toEqual([
      { id: 2, points: '78.68', place: 1, by: 'total' },
      { id: 1, points: '78.29', place: 2, by: 'total' },
    ]);
  });

  test('knows no digit that was not published', () => {
    const all = [
      contender(1, { total: fraction(78_679, 1000), inovasi: fraction(70) }),
      contender(2, { total: fraction(78_675, 1000) }),
    ];
    expect(said(all)).toEqual([
      [1, 2, 'inovasi'],
      [2, 1, 'inovasi'],
    ]);
  });

  test('is broken by kinerja, then inovasi, then longer service', () => {
    const all = [
      contender(1, { from: '2016-01-01' }),
      contender(2, { from: '2010-01-01' }),
      contender(3, { inovasi: fraction(81), from: '2020-01-01' }),
      contender(4, { kinerja: 100, inovasi: fraction(0), from: '2024-01-01' }),
    ];
    expect(said(all)).toEqual([
      [1, 4, 'kinerja'],
      [2, 3, 'inovasi'],
      [3, 2, 'masa_kerja'],
      [4, 1, 'masa_kerja'],
    ]);
  });

  test('waits for the committee where nothing else decides, and follows its minutes', () => {
    const all = [contender(3), contender(1), contender(2, { total: fraction(70) })];
    expect(said(all)).toEqual([
      [1, 1, 'tie'],
      [1, 3, 'tie'],
      [3, 2, 'total'],
    ]);
    expect(said(all, [3, 1])).toEqual([
      [1, 3, 'komite'],
      [2, 1, 'komite'],
      [3, 2, 'total'],
    ]);
    expect(said(all, [3])).toEqual(said(all));
  });

  test('leaves service aside where it is not known of all who are tied', () => {
    const all = [contender(1, { from: '2001-01-01' }), contender(2, { from: null }), contender(3)];
    expect(said(all)).toEqual([
      [1, 1, 'tie'],
      [1, 2, 'tie'],
      [1, 3, 'tie'],
    ]);
  });

  test('minutes move nobody who is not tied', () => {
    const all = [contender(1, { total: fraction(90) }), contender(2)];
    expect(said(all, [2, 1])).toEqual(said(all));
  });
});

const contenders = fc
  .array(
    fc.record({
      total: fc.integer({ min: 800, max: 803 }).map((n) => fraction(n, 1000)),
      kinerja: fc.constantFrom(80, 90),
      inovasi: fc.constantFrom(fraction(81), fraction(245, 3)),
      from: fc.constantFrom(null, '2010-01-01', '2015-01-01'),
    }),
    { maxLength: 9 },
  )
  .map((all) => all.map((one, i) => contender(i + 1, one)));

test('the order does not depend on that of the list, and every place is filled once', () => {
  fc.assert(
    fc.property(contenders, fc.infiniteStream(fc.nat()), (all, dice) => {
      const ranked = rankingOf(all, tieSteps);
      const mixed = all
        .map((one) => ({ one, at: dice.next().value }))
        .toSorted((a, b) => a.at - b.at)
        .map(({ one }) => one);
      expect(rankingOf(mixed, tieSteps)).toEqual(ranked);
      ranked.forEach(({ place, by, points }, i) => {
        const sharing = ranked.filter((other) => other.place === place).length;
        expect(by === 'tie').toBe(sharing > 1);
        expect(place).toBe(ranked.findIndex((other) => other.place === place) + 1);
        expect(Number(points)).toBeLessThanOrEqual(Number(ranked[i - 1]?.points ?? 100));
      });
    }),
  );
});

test('minutes of everybody leave no tie', () => {
  fc.assert(
    fc.property(contenders, (all) => {
      const ranked = rankingOf(all, tieSteps, all.map(({ id }) => id).toReversed());
      expect(ranked.map(({ place }) => place)).toEqual(all.map((_, i) => i + 1));
      expect(ranked.every(({ by }) => by !== 'tie')).toBe(true);
    }),
  );
});
