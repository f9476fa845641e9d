import { expect, test } from 'vitest';
import { encryptBallot } from '../ballot/encrypt.ts';
import { booth, forged, sure } from '../ballot/testing.ts';
import { checkBallot } from './check-ballot.ts';
import { order } from './curve.ts';
import { readKey, statementOf } from './statement.ts';

type Booth = ReturnType<typeof booth>;

const statement = ({ election, category }: Pick<Booth, 'election' | 'category'>) =>
  statementOf(election, category, sure(readKey(election)));

const reversed = (hex: string) => Buffer.from(hex, 'hex').reverse().toString('hex');

const here = booth('cheats');
const faultsOf = (
  ballot: Parameters<typeof checkBallot>[0],
  at: Pick<Booth, 'election' | 'category'> = here,
) => checkBallot(ballot, statement(at)).faults;

const no = (entry: number) => ({ entry, fault: 'not-0-or-1' });
const sum = { fault: 'not-one-choice' };

test.each<[string, bigint[], object[]]>([
  ['one choice', [1n, 0n, 0n], []],
  ['blank', [0n, 0n, 1n], []],
  ['two choices', [1n, 1n, 0n], [sum]],
  ['no choice, not even blank', [0n, 0n, 0n], [sum]],
  ['a vote taken from another', [1n, 1n, -1n], [no(3)]],
  ['a thousand votes', [1000n, 0n, 0n], [no(1), sum]],
  ['a thousand votes, evened out', [1000n, -999n, 0n], [no(1), no(2)]],
  ['two votes for one', [2n, 0n, 0n], [no(1), sum]],
])('a ballot of %s is judged without being opened', (_, numbers, faults) => {
  expect(faultsOf(forged(here.paper, numbers, here.random))).toEqual(faults);
});

test('an honest ballot counts for its own category, candidates, cycle and key alone', () => {
  const ballot = sure(encryptBallot(here.paper, 1, here.random));
  const { election, category } = here;
  const none = [no(1), no(2), no(3), sum];
  expect(faultsOf(ballot)).toEqual([]);
  expect(faultsOf(ballot, { election, category: { ...category, category: 'fungsional' } })).toEqual(none);
  expect(faultsOf(ballot, { election, category: { ...category, candidates: ['Bima', 'Ayu'] } })).toEqual(
    none,
  );
  expect(faultsOf(ballot, { election: { ...election, cycle: '2028' }, category })).toEqual(none);
  expect(faultsOf(ballot, { election: { ...election, rules_hash: 'cd'.repeat(32) }, category })).toEqual(
    none,
  );
  expect(faultsOf(ballot, booth('elsewhere'))).toEqual(none);
});

test('a proof of one entry does not serve another, nor that of one ballot another', () => {
  const [mine, other] = [0, 0].map((choice) => sure(encryptBallot(here.paper, choice, here.random)));
  const [first, second, blank] = sure(mine).entries;
  const [a, b, c] = [sure(first), sure(second), sure(blank)];
  const swapped = [a, { ...b, oneOf: c.oneOf }, { ...c, oneOf: b.oneOf }];
  expect(faultsOf({ ...sure(mine), entries: swapped })).toEqual([no(2), no(3)]);
  expect(faultsOf({ ...sure(mine), sumIsOne: sure(other).sumIsOne })).toEqual([sum]);
});

const notOne = [
  'ff'.repeat(32),
  '00'.repeat(32),
  `01${'00'.repeat(31)}`,
  'AB'.repeat(32),
  'zz'.repeat(32),
  '00',
  '',
];

test.each(notOne)(
  '"%s" in the place of a point is named, the identity too: it would show the choice',
  (hex) => {
    const ballot = sure(encryptBallot(here.paper, 1, here.random));
    const [first, second, blank] = ballot.entries.map(sure);
    for (const name of ['alpha', 'beta'] as const) {
      const entries = [sure(first), { ...sure(second), [name]: hex }, sure(blank)];
      expect(faultsOf({ ...ballot, entries })).toEqual([{ entry: 2, fault: 'point' }]);
    }
  },
);

test('a number written as the order more is named: a ballot must not have two writings', () => {
  const ballot = sure(encryptBallot(here.paper, 1, here.random));
  const [first, ...others] = ballot.entries;
  const again = (hex: string) =>
    Buffer.from((BigInt(`0x${reversed(hex)}`) + order).toString(16).padStart(64, '0'), 'hex')
      .reverse()
      .toString('hex');
  const { oneOf, ...points } = sure(first);
  const entries = [{ ...points, oneOf: { ...oneOf, s0: again(oneOf.s0) } }, ...others];
  expect(faultsOf({ ...ballot, entries })).toEqual([{ entry: 1, fault: 'number' }]);
  const sumIsOne = { ...ballot.sumIsOne, s: again(ballot.sumIsOne.s) };
  expect(faultsOf({ ...ballot, sumIsOne })).toEqual([{ fault: 'number' }]);
});
