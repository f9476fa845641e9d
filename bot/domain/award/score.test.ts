import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fraction, halfUp } from '../skm/fraction.ts';
import { innovationScore } from './innovation.ts';
import { predicates } from './predicate.ts';
import { type ScoreFacts, scoreOf } from './score.ts';
import { criteria, usualScore } from './score-rules.ts';

const facts: ScoreFacts = {
  kind: 'pns',
  predicates: ['sangat_baik', 'baik'],
  attendance: '98.5',
  innovation: fraction(82),
  votes: { for: 18, of: 45 },
  jp: 3200,
};

describe('the worked example', () => {
  test.each([
    ['A', facts, ['90.00', '40.0000', '80.00'], '78.675000', '78.68'],
    [
      'B',
      {
        ...facts,
        predicates: ['sangat_baik', 'sangat_baik'],
        attendance: '96',
        innovation: fraction(70),
        votes: { for: 20, of: 45 },
        jp: 2000,
      },
      ['100.00', '44.4444', '60.00'],
      '78.288889',
      '78.29',
    ],
    [
      'C',
      { ...facts, attendance: '100', innovation: fraction(90), votes: { for: 7, of: 45 }, jp: 4500 },
      ['90.00', '15.5556', '100.00'],
      '77.611111',
      '77.61',
    ],
  ] satisfies [string, ScoreFacts, string[], string, string][])(
    'candidate %s',
    (_, one, parts, exact, points) => {
      const score = scoreOf(one, usualScore);
      const { kinerja, perilaku, kompetensi } = score.parts;
      expect([halfUp(kinerja, 2), halfUp(perilaku, 4), halfUp(kompetensi, 2)]).toEqual(parts);
      expect(halfUp(score.total, 6)).toBe(exact);
      expect(score.points).toBe(points);
    },
  );
});

describe('hours of the year', () => {
  test.each([
    [
      'pns',
      [0, 1999, 2000, 2050, 2099, 2100, 3099, 3100, 4099, 4100, 9000],
      [20, 20, 60, 60, 60, 70, 70, 80, 80, 100, 100],
    ],
    ['pppk', [0, 99, 100, 1199, 1200, 1799, 1800, 2399, 2400], [20, 20, 60, 60, 70, 70, 80, 80, 100]],
  ] as const)('of %s', (kind, hours, points) => {
    const given = hours.map((jp) => halfUp(scoreOf({ ...facts, kind, jp }, usualScore).parts.kompetensi, 0));
    expect(given).toEqual(points.map(String));
  });
});

test('nobody has a share of ballots that nobody cast', () => {
  const none = scoreOf({ ...facts, votes: { for: 0, of: 0 } }, usualScore);
  expect(halfUp(none.parts.perilaku, 2)).toBe('0.00');
});

test('what cannot be is refused: more votes than ballots, more than 100 percent, a year missing', () => {
  const wrong: Partial<ScoreFacts>[] = [
    { votes: { for: 46, of: 45 } },
    { votes: { for: 1, of: 0 } },
    { attendance: '100.01' },
    { attendance: '' },
    { predicates: ['baik'] },
    { innovation: fraction(201, 2) },
    { jp: -1 },
  ];
  for (const one of wrong)
    expect(
      () => scoreOf({ ...facts, ...one }, usualScore),
      JSON.stringify(one, (_, value) => (typeof value === 'bigint' ? String(value) : value)),
    ).toThrow(RangeError);
});

test('innovation is the exact mean of what the members gave on four lines of 25', () => {
  const marks = (masalah: number) => ({ masalah, kebaruan: 20, hasil: 21, keberlanjutan: 19 });
  expect(halfUp(innovationScore([marks(22)]), 2)).toBe('82.00');
  expect(halfUp(innovationScore([marks(22), marks(22), marks(23)]), 4)).toBe('82.3333');
  for (const wrong of [26, -1, 1.5, Number.NaN]) {
    expect(() => innovationScore([marks(wrong)]), String(wrong)).toThrow(RangeError);
  }
  expect(() => innovationScore([])).toThrow(RangeError);
});

const anyFacts = fc
  .record({
    kind: fc.constantFrom('pns', 'pppk', 'pppk_paruh_waktu'),
    predicates: fc.tuple(fc.constantFrom(...predicates), fc.constantFrom(...predicates)),
    cents: fc.integer({ min: 0, max: 10_000 }),
    marks: fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 5 }),
    of: fc.integer({ min: 1, max: 1000 }),
    part: fc.nat(),
    jp: fc.integer({ min: 0, max: 10_000 }),
  })
  .map(({ cents, marks, of, part, ...rest }) => ({
    ...rest,
    cents,
    marks,
    attendance: `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`,
    innovation: fraction(
      marks.reduce((sum, one) => sum + one, 0),
      marks.length,
    ),
    votes: { for: part % (of + 1), of },
  }));

test('the total is that of school, in hundredths of hundredths, and lies between 0 and 100', () => {
  fc.assert(
    fc.property(anyFacts, (one) => {
      const score = scoreOf(one, usualScore);
      const points = (at: number) => usualScore.predicates[one.predicates[at] ?? 'baik'];
      const scale = usualScore.jp[one.kind].find(({ from }) => one.jp >= from)?.points ?? 0;
      const marks = one.marks.reduce((sum, mark) => sum + mark, 0);
      const under = BigInt(20_000 * one.marks.length * one.votes.of);
      const each = BigInt(one.marks.length * one.votes.of);
      const over =
        (35n * BigInt(points(0) + points(1)) * 100n +
          15n * BigInt(one.cents) * 2n +
          10n * BigInt(scale) * 200n) *
          each +
        20n * BigInt(marks) * 200n * BigInt(one.votes.of) +
        20n * BigInt(100 * one.votes.for) * 200n * BigInt(one.marks.length);
      expect(score.total.over * under).toBe(over * score.total.under);
      expect(score.points).toBe(halfUp({ over, under }, 2));
      expect(Number(score.points)).toBeLessThanOrEqual(100);
      expect(Object.keys(score.parts)).toEqual([...criteria]);
    }),
  );
});

test('one more vote never lowers anybody', () => {
  fc.assert(
    fc.property(anyFacts, (one) => {
      fc.pre(one.votes.for < one.votes.of);
      const more = scoreOf({ ...one, votes: { ...one.votes, for: one.votes.for + 1 } }, usualScore);
      expect(Number(more.points)).toBeGreaterThanOrEqual(Number(scoreOf(one, usualScore).points));
    }),
  );
});
