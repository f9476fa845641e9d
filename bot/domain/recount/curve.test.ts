import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import {
  base,
  challengeOf,
  combined,
  digestOf,
  fourBytes,
  inverse,
  mod,
  nothing,
  order,
  pointOf,
  scalarOf,
} from './curve.ts';

/** RFC 9496 appendix A.1: the first multiples of the generator. */
const multiples = [
  '0000000000000000000000000000000000000000000000000000000000000000',
  'e2f2ae0a6abc4e71a884a961c500515f58e30b6aa582dd8db6a65945e08d2d76',
  '6a493210f7499cd17fecb510ae0cea23a110e8d5b901f8acadd3095c73a3b919',
  '94741f5d5d52755ece4f23f044ee27d5d1ea1e2bd196b462166b16152a9d0259',
];

/** RFC 9496 appendix A.2: non-canonical, negative and off-curve encodings, each to be refused. */
const bad = [
  '00ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff',
  'ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'f3ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  '0100000000000000000000000000000000000000000000000000000000000000',
  '01ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  '26948d35ca62e643e26a83177332e6b6afeb9d08e4268b650f1f5bbd8d81d371',
];

test('points are read as RFC 9496 writes them', () => {
  multiples.forEach((hex, times) => {
    const made = combined([BigInt(times), base]);
    expect(pointOf(hex)?.equals(made), hex).toBe(true);
    expect(made.toHex()).toBe(hex);
  });
  expect(combined([order, base]).equals(nothing)).toBe(true);
  expect(combined([-1n, base]).add(base).equals(nothing)).toBe(true);
});

test('a second writing of a point, or none at all, is refused', () => {
  for (const hex of [...bad, (multiples[1] ?? '').toUpperCase(), '', `${multiples[1]}00`, 'zz'.repeat(32)])
    expect(pointOf(hex), hex).toBeUndefined();
});

const written = (number: bigint) =>
  Buffer.from(number.toString(16).padStart(64, '0'), 'hex').reverse().toString('hex');

test('a number has one writing, below the order of the group', () => {
  expect(scalarOf(written(0n))).toBe(0n);
  expect(scalarOf(written(258n))).toBe(258n);
  expect(scalarOf(written(order - 1n))).toBe(order - 1n);
  for (const hex of [written(order), written(order + 1n), 'ff'.repeat(32), '00', 'AB'.repeat(32)])
    expect(scalarOf(hex), hex).toBeUndefined();
});

test('a hash tells apart where its parts end', () => {
  const one = digestOf([Buffer.from('ab'), Buffer.from('c')]);
  const plain = createHash('sha512').update(Buffer.from('\0\0\0\x02ab\0\0\0\x01c', 'latin1')).digest();
  expect(Buffer.from(one)).toEqual(plain);
  expect(digestOf([Buffer.from('a'), Buffer.from('bc')])).not.toEqual(one);
  expect(challengeOf(one)).toBe(BigInt(`0x${Buffer.from(plain).reverse().toString('hex')}`) % order);
  expect(Buffer.from(fourBytes(258))).toEqual(Buffer.from([0, 0, 1, 2]));
});

test('a number times one over it is one', () => {
  for (const number of [1n, 2n, -2n, 3n, order - 1n]) expect(mod(number * inverse(number))).toBe(1n);
});
