import { createHash } from 'node:crypto';
import { mulAddUnsafe } from '@noble/curves/abstract/curve.js';
import { ristretto255 } from '@noble/curves/ed25519.js';

/** An element of ristretto255 (RFC 9496), a group of prime order: no cofactor to think of. */
export type Point = InstanceType<typeof ristretto255.Point>;

/** The order of the group, l = 2^252 + 27742317777372353535851937790883648493. */
export const order = ristretto255.Point.Fn.ORDER;

export const base: Point = ristretto255.Point.BASE;
export const nothing: Point = ristretto255.Point.ZERO;

/** 32 bytes in lower-case hexadecimal as a point, or nothing when RFC 9496 section 4.3.1 refuses them. */
export function pointOf(hex: string): Point | undefined {
  if (!/^[0-9a-f]{64}$/.test(hex)) return undefined;
  try {
    return ristretto255.Point.fromHex(hex);
  } catch {
    return undefined;
  }
}

const littleEndian = (bytes: Uint8Array): bigint =>
  BigInt(`0x${Buffer.from(bytes).reverse().toString('hex') || '0'}`);

/** 32 little-endian bytes in lower-case hexadecimal as a number below the order: each number has one writing. */
export function scalarOf(hex: string): bigint | undefined {
  if (!/^[0-9a-f]{64}$/.test(hex)) return undefined;
  const scalar = littleEndian(Buffer.from(hex, 'hex'));
  return scalar < order ? scalar : undefined;
}

export const mod = (number: bigint): bigint => ((number % order) + order) % order;

/** The sum of points each taken so many times. Everything here is public, so the time it takes may show the numbers. */
export const combined = (...terms: readonly (readonly [bigint, Point])[]): Point =>
  mulAddUnsafe(
    ristretto255.Point,
    terms.map(([, point]) => point),
    terms.map(([times]) => mod(times)),
  );

/** One over a number that is not 0, modulo the order. */
export const inverse = (number: bigint): bigint => ristretto255.Point.Fn.inv(mod(number));

/** SHA-512 over parts, before each of which stand four bytes with its length, most significant first. */
export function digestOf(parts: readonly Uint8Array[]): Uint8Array {
  const hash = createHash('sha512');
  for (const part of parts) hash.update(fourBytes(part.length)).update(part);
  return hash.digest();
}

/** A number from 0 below 2^32 as four bytes, most significant first. */
export function fourBytes(number: number): Uint8Array {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(number);
  return bytes;
}

/** A digest as a challenge: little-endian, modulo the order (as in RFC 8032 section 5.1.7). */
export const challengeOf = (digest: Uint8Array): bigint => mod(littleEndian(digest));
