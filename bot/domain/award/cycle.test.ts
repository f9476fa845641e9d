import { describe, expect, test } from 'vitest';
import type { Calendar } from '../working-days.ts';
import type { Cycle } from './cycle.ts';
import { type CycleFault, cycleFaults } from './cycle-faults.ts';
import { layPhases, type Phase } from './phase.ts';
import { hashOf, rulesHash } from './rules-hash.ts';
import { usualCycle } from './usual-cycle.ts';

const calendar: Calendar = {
  holidays: new Set(),
  coveredFrom: '2027-01-01',
  coveredUntil: '2027-12-31',
};
const { phases } = layPhases(calendar, '2027-09-13');
const cycle: Cycle = {
  ...usualCycle,
  code: 'asn-2027',
  title: 'ASN Berprestasi 2027',
  year: 2027,
  phases,
};

const weights = (changed: Partial<Cycle['score']['weights']>): Cycle => ({
  ...cycle,
  score: { ...cycle.score, weights: { ...cycle.score.weights, ...changed } },
});
const phasesWith = (at: number, changed: Partial<Phase>): Cycle => ({
  ...cycle,
  phases: phases.map((phase, i) => (i === at ? { ...phase, ...changed } : phase)),
});
const pns = (scale: Cycle['score']['jp']['pns']): Cycle => ({
  ...cycle,
  score: { ...cycle.score, jp: { ...cycle.score.jp, pns: scale } },
});

test('the usual cycle can be opened', () => {
  expect(cycleFaults(cycle)).toEqual([]);
});

describe('a cycle is refused', () => {
  test.each<[string, Cycle, CycleFault[]]>([
    ['whose weights add up to 99', weights({ kinerja: 34 }), [{ is: 'weights', sum: 99 }]],
    [
      'with a weight that is no whole percent',
      weights({ kinerja: 34.5, disiplin: 15.5 }),
      [
        { is: 'range', at: 'score.weights.kinerja', from: 0, to: 100 },
        { is: 'range', at: 'score.weights.disiplin', from: 0, to: 100 },
      ],
    ],
    [
      'with a weight below nothing, though all add up',
      weights({ kinerja: -5, disiplin: 55 }),
      [{ is: 'range', at: 'score.weights.kinerja', from: 0, to: 100 }],
    ],
    ['without a name', { ...cycle, title: ' ' }, [{ is: 'empty', at: 'title' }]],
    ['without a category', { ...cycle, categories: [] }, [{ is: 'categories' }]],
    ['with a category twice', { ...cycle, categories: ['pelaksana', 'pelaksana'] }, [{ is: 'categories' }]],
    ['whose ties may stay open', { ...cycle, ties: ['kinerja', 'inovasi'] }, [{ is: 'ties' }]],
    [
      'whose committee decides before the figures',
      { ...cycle, ties: ['komite', 'kinerja'] },
      [{ is: 'ties' }],
    ],
    ['that lacks a phase', { ...cycle, phases: phases.slice(1) }, [{ is: 'phases' }]],
    ['with phases turned round', { ...cycle, phases: phases.toReversed() }, [{ is: 'phases' }]],
    [
      'with a phase that begins before the last one ends',
      phasesWith(5, { from: '2027-11-03' }),
      [{ is: 'dates', at: 'pemungutan_suara' }],
    ],
    ['with a day that is none', phasesWith(0, { from: '2027-02-30' }), [{ is: 'dates', at: 'sosialisasi' }]],
    [
      'whose quorum nobody can reach',
      { ...cycle, vote: { ...cycle.vote, quorumPercent: 100 } },
      [{ is: 'range', at: 'vote.quorumPercent', from: 0, to: 99 }],
    ],
    ['whose hours have no last band', pns([{ from: 2000, points: 100 }]), [{ is: 'scale', at: 'pns' }]],
    [
      'that gives more points for fewer hours',
      pns([
        { from: 2000, points: 20 },
        { from: 0, points: 100 },
      ]),
      [{ is: 'scale', at: 'pns' }],
    ],
  ])('%s', (_, wrong, faults) => {
    expect(cycleFaults(wrong)).toEqual(faults);
  });

  test('with all of its faults told at once', () => {
    const wrong = { ...weights({ inovasi: 30 }), code: '', categories: [] };
    expect(cycleFaults(wrong)).toEqual([
      { is: 'empty', at: 'code' },
      { is: 'weights', sum: 110 },
      { is: 'categories' },
    ]);
  });
});

describe('the hash of the rules', () => {
  test('is SHA-256 as FIPS 180-4 has it, of canonical JSON', () => {
    // printf '{"a":[1,"é"]}' | sha256sum
    expect(hashOf({ a: [1, 'é'] })).toBe('5db14a2cddc92d31365806bb5d82ed2bc436bf6960d10cd4654140f7bdadce1c');
  });

  test('is the same however the cycle was written down, and after a journey as JSON', () => {
    const turned = Object.fromEntries(Object.entries(cycle).toReversed()) as Cycle;
    expect(rulesHash(turned)).toBe(rulesHash(cycle));
    expect(rulesHash(JSON.parse(JSON.stringify(cycle)))).toBe(rulesHash(cycle));
  });

  test('is another one for every single value that is changed', () => {
    const seen = new Set([rulesHash(cycle)]);
    const changes = everyChange(cycle);
    for (const changed of changes) seen.add(rulesHash(changed as Cycle));
    expect(changes.length).toBeGreaterThan(100);
    expect(seen.size).toBe(changes.length + 1);
  });
});

/** The same data, once for each text, number and blank in it with that one changed. */
function everyChange(data: unknown): unknown[] {
  if (typeof data === 'number') return [data + 1];
  if (typeof data === 'string') return [`${data}x`];
  if (data === null) return [0];
  if (Array.isArray(data))
    return data.flatMap((one, at) => everyChange(one).map((changed) => data.with(at, changed)));
  return Object.entries(data as object).flatMap(([name, one]) =>
    everyChange(one).map((changed) => ({ ...(data as object), [name]: changed })),
  );
}
