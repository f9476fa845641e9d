import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isLong } from '../../../api/faults/size.ts';
import type { Member } from '../ballot/bulletin.ts';
import { readBulletin } from './read-bulletin.ts';
import { recount } from './recount.ts';
import { bulletinOf, type Poll } from './testing/election.ts';

const names = ['Ayu', 'Bima', 'Citra', 'Dewi', 'Eko'];

const poll = (category: string) =>
  fc.integer({ min: 1, max: 4 }).chain((candidates) =>
    fc.record<Poll>({
      category: fc.constant(category),
      candidates: fc.constant(names.slice(0, candidates)),
      choices: fc.array(fc.integer({ min: 0, max: candidates }), { maxLength: 5 }),
    }),
  );

const polls = fc.oneof(fc.tuple(poll('manajerial')), fc.tuple(poll('fungsional'), poll('pelaksana')));

const pairs = fc.constantFrom<[Member, Member]>([1, 2], [1, 3], [2, 3]);

const elections = isLong ? 1000 : 30;

test(`${elections} random elections are counted alike by the tally, by this recount and by hand`, {
  timeout: elections * 5000,
}, () => {
  fc.assert(
    fc.property(fc.string(), polls, pairs, (seed, held, pair) => {
      const bulletin = bulletinOf(seed, held, pair);
      const byHand = held.map(({ category, candidates, choices }) => ({
        category,
        votes: [...candidates, 'blank'].map((_, at) => choices.filter((choice) => choice === at).length),
      }));
      expect(bulletin.totals).toEqual(byHand);
      expect(readBulletin(JSON.stringify(bulletin))).toEqual({ bulletin });
      expect(recount(bulletin)).toEqual([]);
    }),
    { numRuns: elections, endOnFailure: true },
  );
});
