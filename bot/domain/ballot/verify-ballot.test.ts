import { ED25519_TORSION_SUBGROUP } from '@noble/curves/ed25519.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Ballot, BallotCategory } from './bulletin.ts';
import { encryptBallot } from './encrypt.ts';
import { readScalar, scalars, writeScalar } from './group.ts';
import { type Election, paperOf } from './paper.ts';
import { booth, cast, forged, sure } from './testing.ts';
import { verifyBallot } from './verify-ballot.ts';

const { paper, election, category, random } = booth('verify');
const [first, second] = cast(paper, [0, 1], random) as [Ballot, Ballot];

/** A copy of a ballot in which the text at a path is another. */
const changed = (
  ballot: Ballot,
  path: readonly (string | number)[],
  to: (text: string) => string,
): Ballot => {
  const copy = structuredClone(ballot);
  const holder = path.slice(0, -1).reduce((at: unknown, key) => (at as Record<string, unknown>)[key], copy);
  const fields = holder as Record<string, string>;
  const last = path.at(-1) ?? '';
  fields[last] = to(fields[last] ?? '');
  return copy;
};

const points = [0, 1, 2].flatMap((entry) => ['alpha', 'beta'].map((name) => ['entries', entry, name]));
const numbers = [
  ...[0, 1, 2].flatMap((entry) => ['c0', 'c1', 's0', 's1'].map((name) => ['entries', entry, 'oneOf', name])),
  ['sumIsOne', 'c'],
  ['sumIsOne', 's'],
];

describe('a ballot', () => {
  it('counts for each candidate and blank', () => {
    for (const choice of [0, 1, 2])
      expect(verifyBallot(paper, sure(encryptBallot(paper, choice, random)))).toBeUndefined();
  });

  it.each([-1, 3, 0.5, Number.NaN])('is not made for a choice that the paper has not: %s', (choice) => {
    expect(encryptBallot(paper, choice, random)).toBeUndefined();
  });

  it('of the same choice never looks the same', () => {
    const [one, other] = cast(paper, [0, 0], random);
    expect(one?.entries[0]?.alpha).not.toBe(other?.entries[0]?.alpha);
  });
});

it.each([
  ['two choices', [1n, 1n, 0n], { fault: 'sum' }],
  ['no choice and not blank', [0n, 0n, 0n], { fault: 'sum' }],
  ['a negative vote beside two', [-1n, 1n, 1n], { fault: 'one-of', entry: 0 }],
  ['a thousand votes', [0n, 1000n, 0n], { fault: 'one-of', entry: 1 }],
  ['a thousand votes and a debt that hides them', [1000n, -999n, 0n], { fault: 'one-of', entry: 0 }],
  ['an entry too few', [0n, 1n], { fault: 'length' }],
  ['an entry too many', [0n, 1n, 0n, 0n], { fault: 'length' }],
] as const)('refuses %s', (_, held, fault) => {
  expect(verifyBallot(paper, forged(paper, held, random))).toEqual(fault);
});

it('takes what the cheat proves when it is honest, so the cases above fail for what they hold', () => {
  expect(verifyBallot(paper, forged(paper, [0n, 1n, 0n], random))).toBeUndefined();
});

const elsewhere: readonly (readonly [string, Election, BallotCategory])[] = [
  ['another category', election, { ...category, category: 'manajerial' }],
  ['another cycle', { ...election, cycle: '2028' }, category],
  ['other rules', { ...election, rules_hash: 'cd'.repeat(32) }, category],
  ['other names', election, { ...category, candidates: ['Bima', 'Ayu'] }],
  ['names cut elsewhere', election, { ...category, candidates: ['AyuB', 'ima'] }],
  ['another key', booth('another key').election, category],
];

it.each(elsewhere)('refuses a ballot made for %s', (_, other, where) => {
  const there = sure(paperOf(other, where));
  expect(verifyBallot(there, { ...first, category: there.category })).toEqual({ fault: 'one-of', entry: 0 });
  expect(verifyBallot(paper, { ...first, category: 'manajerial' })).toEqual({ fault: 'category' });
});

it('refuses swapped entries, swapped proofs and the proofs of another ballot', () => {
  const [one, two, blank] = first.entries as [
    Ballot['entries'][0],
    Ballot['entries'][0],
    Ballot['entries'][0],
  ];
  const refused = (entries: Ballot['entries'], sumIsOne = first.sumIsOne) =>
    expect(verifyBallot(paper, { ...first, entries, sumIsOne })?.fault).toMatch(/^(one-of|sum)$/);
  refused([two, one, blank]);
  refused([one, blank, two]);
  refused([{ ...one, oneOf: two.oneOf }, { ...two, oneOf: one.oneOf }, blank]);
  refused(first.entries.map((entry, at) => ({ ...entry, oneOf: second.entries[at]?.oneOf ?? entry.oneOf })));
  refused(first.entries.map((entry, at) => second.entries[at] ?? entry));
  refused(first.entries, second.sumIsOne);
});

it('refuses any single bit turned over', () => {
  const bits = fc.tuple(fc.constantFrom(...points, ...numbers), fc.nat(63), fc.nat(3));
  fc.assert(
    fc.property(bits, ([path, digit, bit]) => {
      const bent = changed(first, path, (text) => {
        const turned = (Number.parseInt(text.charAt(digit), 16) ^ (1 << bit)).toString(16);
        return text.slice(0, digit) + turned + text.slice(digit + 1);
      });
      expect(verifyBallot(paper, bent)).toBeDefined();
    }),
    { numRuns: 150 },
  );
});

describe('names the entry', () => {
  it.each([`ed${'ff'.repeat(30)}7f`, `01${'00'.repeat(31)}`, 'ff'.repeat(32), '', 'AB'.repeat(32)])(
    'whose point is not canonical: %s',
    (text) => {
      for (const path of points) {
        const bent = changed(first, path, () => text);
        expect(verifyBallot(paper, bent)).toEqual({ fault: 'encoding', entry: path[1] });
      }
    },
  );

  it('that lies open because a point is the identity', () => {
    for (const path of points) {
      const bent = changed(first, path, () => '00'.repeat(32));
      expect(verifyBallot(paper, bent)).toEqual({ fault: 'identity', entry: path[1] });
    }
  });

  it('whose scalar is written above the order, though it means the same', () => {
    for (const path of numbers) {
      const bent = changed(first, path, (text) =>
        Buffer.from(((readScalar(text) ?? 0n) + scalars.ORDER).toString(16).padStart(64, '0'), 'hex')
          .reverse()
          .toString('hex'),
      );
      const entry = path[0] === 'entries' ? { entry: path[1] } : {};
      expect(verifyBallot(paper, bent)).toEqual({ fault: 'encoding', ...entry });
    }
  });
});

it('refuses points of small order in every place', () => {
  for (const path of points)
    for (const small of ED25519_TORSION_SUBGROUP)
      expect(
        verifyBallot(
          paper,
          changed(first, path, () => small),
        ),
      ).toBeDefined();
});

it('refuses challenges that were shifted against each other', () => {
  const bent = changed(first, ['entries', 0, 'oneOf', 'c0'], (text) =>
    writeScalar(scalars.add(readScalar(text) ?? 0n, 1n)),
  );
  const mended = changed(bent, ['entries', 0, 'oneOf', 'c1'], (text) =>
    writeScalar(scalars.sub(readScalar(text) ?? 0n, 1n)),
  );
  expect(verifyBallot(paper, mended)).toEqual({ fault: 'one-of', entry: 0 });
});
