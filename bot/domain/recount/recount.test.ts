import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readBulletin } from './read-bulletin.ts';
import { recount } from './recount.ts';
import { changes, draftOf } from './testing/changes.ts';
import { bulletinOf, polls } from './testing/election.ts';

const known = bulletinOf('known', [
  { category: 'manajerial', candidates: ['Ayu', 'Bima'], choices: [0, 1, 2] },
  { category: 'pelaksana', candidates: ['Citra'], choices: [0, 1] },
]);

const against = {
  rulesHash: known.rules_hash,
  rollHash: known.roll_hash,
  receipts: known.receipts.flatMap(({ hashes }) => hashes),
};

test('a bulletin as the service publishes it is read and recounted without a finding', () => {
  const bulletin = bulletinOf('well', polls);
  expect(bulletin.totals.map(({ votes }) => votes)).toEqual([
    [3, 2, 1, 1],
    [2, 2, 1],
  ]);
  expect(readBulletin(JSON.stringify(bulletin))).toEqual({ bulletin });
  const steps: [number, number][] = [];
  expect(recount(bulletin, { progress: (...step) => steps.push(step) })).toEqual([]);
  expect(steps).toEqual(Array.from({ length: 12 }, (_, at) => [at + 1, 12]));
  expect(recount(known, against)).toEqual([]);
});

test.each(Object.entries(changes))('noticed and rightly named each time, a change of %s', (_, change) => {
  for (const turn of [0, 1, 2, 3, 4])
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat()), (numbers) => {
        const draft = draftOf(known);
        const { named, besides = [] } = change(draft, (below) => (numbers.next().value ?? 0) % below, turn);
        const findings = recount(draft, against);
        expect(findings).toEqual(expect.arrayContaining(named.map((one) => expect.objectContaining(one))));
        const codes = new Set([...besides, ...named.flatMap((one) => ('code' in one ? [one.code] : []))]);
        expect(findings.filter(({ code }) => !codes.has(code))).toEqual([]);
        if (besides.length === 0) expect(findings).toHaveLength(named.length);
      }),
      { numRuns: 1, endOnFailure: true },
    );
});
