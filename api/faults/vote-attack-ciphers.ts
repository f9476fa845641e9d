import type { Ballot } from '../../bot/domain/ballot/bulletin.ts';
import {
  generator,
  identity,
  lessOf,
  type Point,
  readPoint,
  readScalar,
  reduce,
  scalars,
} from '../../bot/domain/ballot/group.ts';
import { commitmentOf, readKey, type Share } from '../../bot/domain/ballot/keys.ts';
import type { Election } from '../../bot/domain/ballot/paper.ts';

/** What a way of reading ballots takes each for: the number of the option, or nothing. */
export type Reading = { by: string; of: (ballot: Ballot, at: number) => number | undefined };

type Entry = Ballot['entries'][number];
type Read = { alpha: Point; beta: Point };

const points = new WeakMap<Entry, Read>();

const readEntry = (entry: Entry): Read => {
  const known = points.get(entry);
  if (known) return known;
  const read = { alpha: readPoint(entry.alpha) ?? identity, beta: readPoint(entry.beta) ?? identity };
  points.set(entry, read);
  return read;
};

/** The one entry of which something is true. */
const only = <T>(entries: readonly T[], is: (entry: T, at: number) => boolean): number | undefined => {
  const found = entries.flatMap((entry, at) => (is(entry, at) ? [at] : []));
  return found.length === 1 ? found[0] : undefined;
};

/** Every multiple of G up to a number, by its encoding. */
export const smallMultiples = (most: number): ReadonlyMap<string, number> => {
  const steps = new Map<string, number>();
  let at = identity;
  for (let number = 0; number <= most; number += 1) {
    steps.set(at.toHex(), number);
    at = at.add(generator);
  }
  return steps;
};

/** Numbers that might be the key: of the shares at hand each alone, any two as they are meant, and what is public taken for a secret. */
const secretsOf = ({ rules_hash, public_key }: Election, shares: readonly Share[]): [string, bigint][] => [
  ['key 0', 0n],
  ['key 1', 1n],
  ['key 2', 2n],
  ['the rules hash', reduce(Buffer.from(rules_hash, 'hex'))],
  ['the key read as a number', reduce(Buffer.from(public_key.key, 'hex'))],
  ['the slope read as a number', reduce(Buffer.from(public_key.slope, 'hex'))],
  ...shares.flatMap(({ member, secret }): [string, bigint][] => [
    [`share ${member} as if it were the key`, secret],
    [`share ${member} turned round`, scalars.neg(secret)],
    [`share ${member} over its number`, scalars.mul(secret, scalars.inv(BigInt(member)))],
    ...shares
      .filter((other) => other.member > member)
      .map((other): [string, bigint] => [
        `shares ${member} and ${other.member}`,
        scalars.mul(
          scalars.sub(scalars.mul(secret, BigInt(other.member)), scalars.mul(other.secret, BigInt(member))),
          scalars.inv(BigInt(other.member - member)),
        ),
      ]),
  ]),
];

/** Opens ballots by a number taken for the key, as they are and with both halves swapped. */
const byKey = (election: Election, shares: readonly Share[]): Reading[] =>
  secretsOf(election, shares).flatMap(([name, secret]): Reading[] => {
    const opened = (one: Point, other: Point) =>
      secret === 0n ? other : other.subtract(one.multiplyUnsafe(secret));
    return [
      {
        by: `opened with ${name}`,
        of: ({ entries }) =>
          only(entries.map(readEntry), ({ alpha, beta }) => opened(alpha, beta).equals(generator)),
      },
      {
        by: `opened with ${name}, halves swapped`,
        of: ({ entries }) =>
          only(entries.map(readEntry), ({ alpha, beta }) => opened(beta, alpha).equals(generator)),
      },
    ];
  });

/** What public points, subtracted from `beta`, would lay bare if somebody had blinded with them alone. */
const byPoint = (election: Election): Reading[] => {
  const key = readKey(election.public_key);
  if (!key) return [];
  const points: [string, Point][] = [
    ['the key', key.key],
    ['the slope', key.slope],
    ...([1, 2, 3] as const).map((member): [string, Point] => [
      `commitment ${member}`,
      commitmentOf(key, member),
    ]),
  ];
  return points.map(([name, point]) => ({
    by: `less ${name}`,
    of: ({ entries }) => only(entries.map(readEntry), ({ beta }) => beta.subtract(point).equals(generator)),
  }));
};

/** Small blinding factors, of `alpha`, of the difference to the entry or ballot before, and small nonces of the proofs. */
const bySmallFactor = (
  election: Election,
  small: ReadonlyMap<string, number>,
  ballots: readonly Ballot[],
): Reading[] => {
  const key = readKey(election.public_key)?.key;
  if (!key) return [];
  const blinded = (factor: number) => (factor === 0 ? identity : key.multiplyUnsafe(BigInt(factor)));
  const hasSmallNonce = (entry: Entry): boolean => {
    const [c, s] = [readScalar(entry.oneOf.c1) ?? 0n, readScalar(entry.oneOf.s1) ?? 0n];
    return small.has(lessOf(generator, s, readEntry(entry).alpha, c).toHex());
  };
  return [
    {
      by: 'a small factor in alpha',
      of: ({ entries }) =>
        only(entries, (entry) => {
          const factor = small.get(entry.alpha);
          return factor !== undefined && readEntry(entry).beta.subtract(blinded(factor)).equals(generator);
        }),
    },
    { by: 'beta is a small number', of: ({ entries }) => only(entries, ({ beta }) => small.get(beta) === 1) },
    {
      by: 'factors that count up from entry to entry',
      of: ({ entries }) => {
        const read = entries.map(readEntry);
        const steps = read.map(({ alpha, beta }) => {
          const first = read[0];
          const step = first && small.get(alpha.subtract(first.alpha).toHex());
          return first && step !== undefined ? beta.subtract(first.beta).subtract(blinded(step)) : undefined;
        });
        if (steps.some((step) => step === undefined)) return undefined;
        const first = steps.slice(1).every((step) => step?.equals(generator.negate()));
        return first ? 0 : only(steps, (step) => step?.equals(generator) === true);
      },
    },
    {
      by: 'factors that count up from ballot to ballot',
      of: ({ entries }, at) => {
        const before = ballots[at - 1];
        return only(entries, (entry, place) => {
          const [now, then] = [readEntry(entry), before?.entries[place]];
          if (!then) return false;
          const was = readEntry(then);
          const step = small.get(now.alpha.subtract(was.alpha).toHex());
          return step !== undefined && now.beta.subtract(was.beta).subtract(blinded(step)).equals(generator);
        });
      },
    },
    {
      by: 'small nonces of the proof of 1',
      of: ({ entries }) => only(entries, hasSmallNonce),
    },
  ];
};

/** What stands twice: halves of entries, or numbers of proofs. */
const byEquality = (ballots: readonly Ballot[]): Reading[] => {
  const seen = new Map<string, number>();
  const numbers = ({ alpha, beta, oneOf }: Entry) => ({ alpha, beta, ...oneOf });
  const fields = ['alpha', 'beta', 'c0', 'c1', 's0', 's1'] as const;
  for (const { entries } of ballots)
    for (const entry of entries)
      for (const text of Object.values(numbers(entry))) seen.set(text, (seen.get(text) ?? 0) + 1);
  return fields.flatMap((field): Reading[] => [
    {
      by: `${field} stands elsewhere too`,
      of: ({ entries }) => only(entries, (entry) => (seen.get(numbers(entry)[field]) ?? 0) > 1),
    },
    {
      by: `${field} stands nowhere else`,
      of: ({ entries }) => only(entries, (entry) => seen.get(numbers(entry)[field]) === 1),
    },
  ]);
};

const magnitude = (hex: string): bigint => BigInt(`0x${Buffer.from(hex, 'hex').reverse().toString('hex')}`);
const ones = (hex: string): bigint => BigInt(magnitude(hex).toString(2).replaceAll('0', '').length);

/** The entry whose numbers are the greatest or smallest, heaviest or lightest: how a proof would show which half of it is feigned. */
const byBias = (): Reading[] => {
  const values: [string, (entry: Entry) => bigint][] = [];
  for (const field of ['c0', 'c1', 's0', 's1'] as const) {
    values.push(
      [field, ({ oneOf }) => magnitude(oneOf[field])],
      [`bits of ${field}`, ({ oneOf }) => ones(oneOf[field])],
    );
  }
  values.push(
    ['alpha', ({ alpha }) => magnitude(alpha)],
    ['beta', ({ beta }) => magnitude(beta)],
    ['bits of alpha', ({ alpha }) => ones(alpha)],
    ['bits of beta', ({ beta }) => ones(beta)],
    ['c1 less c0', ({ oneOf }) => magnitude(oneOf.c1) - magnitude(oneOf.c0)],
    ['s1 less s0', ({ oneOf }) => magnitude(oneOf.s1) - magnitude(oneOf.s0)],
    ['length', (entry) => BigInt(JSON.stringify(entry).length)],
  );
  return values.flatMap(([name, value]) =>
    ([1, -1] as const).map((sign) => ({
      by: `${sign > 0 ? 'greatest' : 'smallest'} ${name}`,
      of: ({ entries }: Ballot) => {
        const weighed = entries.map(value);
        const best = weighed.reduce((one, other) => ((sign > 0 ? other > one : other < one) ? other : one));
        return only(weighed, (weight) => weight === best);
      },
    })),
  );
};

/** Every way of reading ballots that the attacker tries; `shares`: what keepers gave away. */
export const readingsOf = (
  election: Election,
  {
    ballots,
    shares,
    small,
  }: { ballots: readonly Ballot[]; shares: readonly Share[]; small: ReadonlyMap<string, number> },
): Reading[] => [
  ...byKey(election, shares),
  ...byPoint(election),
  ...bySmallFactor(election, small, ballots),
  ...byEquality(ballots),
  ...byBias(),
];
