import { mulAddUnsafe } from '@noble/curves/abstract/curve.js';
import { ristretto255 } from '@noble/curves/ed25519.js';
import type { PointHex, ScalarHex } from './bulletin.ts';

/** An element of the group of prime order in which ballots are encrypted: ristretto255, RFC 9496. */
export type Point = typeof ristretto255.Point.BASE;

/** The dice, handed in: as many unforeseeable bytes as asked for. Whoever knows them can read the ballot. */
export type Random = (bytes: number) => Uint8Array;

export const generator: Point = ristretto255.Point.BASE;
export const identity: Point = ristretto255.Point.ZERO;

/** Arithmetic of scalars, whole numbers modulo the order of the group. */
export const scalars = ristretto255.Point.Fn;

const encoded = /^[0-9a-f]{64}$/;

/** A point as written, or none: RFC 9496 refuses every encoding but one. The identity is a point. */
export function readPoint(text: PointHex): Point | undefined {
  if (!encoded.test(text)) return undefined;
  try {
    return ristretto255.Point.fromHex(text);
  } catch {
    return undefined;
  }
}

export const writePoint = (point: Point): PointHex => point.toHex();

/** A scalar as written, least significant byte first, or none when it is not below the order. */
export function readScalar(text: ScalarHex): bigint | undefined {
  if (!encoded.test(text)) return undefined;
  const read = littleEndian(Buffer.from(text, 'hex'));
  return read < scalars.ORDER ? read : undefined;
}

export const writeScalar = (scalar: bigint): ScalarHex =>
  Buffer.from(scalar.toString(16).padStart(64, '0'), 'hex').reverse().toString('hex');

/** 64 bytes as a scalar: so many that the remainder favours none. */
export const reduce = (bytes: Uint8Array): bigint => littleEndian(bytes) % scalars.ORDER;

/** A secret scalar, never 0. Too few bytes or a 0 is a bug of the dice and throws. */
export function drawScalar(random: Random): bigint {
  const bytes = random(64);
  if (bytes.length !== 64) throw new RangeError(`64 random bytes were asked for, ${bytes.length} came`);
  const drawn = reduce(bytes);
  if (drawn === 0n) throw new RangeError('the random bytes are not random');
  return drawn;
}

/** Multiplies by a secret, in the library's constant-time way. */
export const times = (point: Point, secret: bigint): Point =>
  secret === 0n || point.is0() ? identity : point.multiply(secret);

/** s·one − c·other, for numbers that may be known: the time it takes tells about them. */
export const lessOf = (one: Point, s: bigint, other: Point, c: bigint): Point =>
  mulAddUnsafe(ristretto255.Point, [one, other.negate()], [s, c]);

function littleEndian(bytes: Uint8Array): bigint {
  const digits = Buffer.from(bytes).reverse().toString('hex');
  return BigInt(`0x${digits}`);
}
