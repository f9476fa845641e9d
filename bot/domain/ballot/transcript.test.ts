import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { ristretto255 } from '@noble/curves/ed25519.js';
import { expect, it } from 'vitest';
import type { Bulletin } from './bulletin.ts';
import { digest } from './transcript.ts';

const { bulletin }: { bulletin: Bulletin } = JSON.parse(
  readFileSync(new URL('fixtures/small-election.json', import.meta.url), 'utf8'),
);

/** The hash as the bulletin's words tell it, written without our own. */
const sha512 = (label: string, ...parts: Buffer[]): Buffer =>
  createHash('sha512')
    .update(Buffer.concat([text(label), ...parts].flatMap((part) => [number(part.length), part])))
    .digest();
const text = (words: string): Buffer => Buffer.from(words, 'utf8');
const hex = (digits: string): Buffer => Buffer.from(digits, 'hex');
const number = (value: number): Buffer => hex(value.toString(16).padStart(8, '0'));
const scalar = (bytes: Buffer): bigint =>
  BigInt(`0x${Buffer.from(bytes).reverse().toString('hex')}`) % ristretto255.Point.Fn.ORDER;
const { Point } = ristretto255;
const at = (digits: string) => Point.fromHex(digits);

const { cycle, rules_hash, public_key, categories, ballots, sums, shares } = bulletin;
const [category] = categories;
const [ballot] = ballots;
const [share] = shares;
const e = sha512(
  'pendopo/award/v1/category',
  text(cycle),
  hex(rules_hash),
  hex(public_key.key),
  hex(public_key.slope),
  text(category?.category ?? ''),
  ...(category?.candidates ?? []).map(text),
);
const v = sha512(
  'pendopo/award/v1/ballot',
  e,
  ...(ballot?.entries ?? []).flatMap(({ alpha, beta }) => [hex(alpha), hex(beta)]),
);
const less = (base: string, s: string, other: InstanceType<typeof Point>, c: string): Buffer =>
  Buffer.from(
    at(base)
      .multiplyUnsafe(scalar(hex(s)))
      .subtract(other.multiplyUnsafe(scalar(hex(c))))
      .toBytes(),
  );
const g = Point.BASE.toHex();

it('hashes for one entry what the bulletin says and nothing else', () => {
  expect(ballot?.entries).toHaveLength(3);
  for (const [entry, { alpha, beta, oneOf }] of (ballot?.entries ?? []).entries()) {
    const asked = sha512(
      'pendopo/award/v1/one-of',
      v,
      number(entry),
      less(g, oneOf.s0, at(alpha), oneOf.c0),
      less(public_key.key, oneOf.s0, at(beta), oneOf.c0),
      less(g, oneOf.s1, at(alpha), oneOf.c1),
      less(public_key.key, oneOf.s1, at(beta).subtract(Point.BASE), oneOf.c1),
    );
    expect(Point.Fn.add(scalar(hex(oneOf.c0)), scalar(hex(oneOf.c1)))).toBe(scalar(asked));
  }
});

it('hashes for the sum what the bulletin says and nothing else', () => {
  const entries = ballot?.entries ?? [];
  const { c, s } = ballot?.sumIsOne ?? { c: '', s: '' };
  const alpha = entries.map((entry) => at(entry.alpha)).reduce((sum, one) => sum.add(one));
  const beta = entries.map((entry) => at(entry.beta)).reduce((sum, one) => sum.add(one));
  const a = less(g, s, alpha, c);
  const b = less(public_key.key, s, beta.subtract(Point.BASE), c);
  expect(scalar(hex(c))).toBe(scalar(sha512('pendopo/award/v1/sum', v, a, b)));
});

it('hashes for a partial decryption what the bulletin says and nothing else', () => {
  const member = share?.member ?? 1;
  const h = at(public_key.key).add(at(public_key.slope).multiplyUnsafe(BigInt(member)));
  expect(share?.entries).toHaveLength(3);
  for (const [entry, { partial, c, s }] of (share?.entries ?? []).entries()) {
    const { alpha, beta } = sums[0]?.entries[entry] ?? { alpha: '', beta: '' };
    const asked = sha512(
      'pendopo/award/v1/partial',
      e,
      number(entry),
      number(member),
      Buffer.from(h.toBytes()),
      ...[alpha, beta, partial].map(hex),
      less(g, s, h, c),
      less(alpha, s, at(partial), c),
    );
    expect(scalar(hex(c))).toBe(scalar(asked));
  }
});

it('never hashes two lists of parts alike', () => {
  const cut = (...parts: string[]) => Buffer.from(digest('pendopo/award/v1/sum', parts)).toString('hex');
  expect(new Set([cut('ab', 'c'), cut('a', 'bc'), cut('abc'), cut('abc', ''), cut('', 'abc')]).size).toBe(5);
});
