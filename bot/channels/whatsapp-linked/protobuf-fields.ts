import { fields, textOf } from '../fields.ts';

/** A whole number as protobuf hands it over: a number, its digits (in JSON), or the two halves of a Long. */
export const numberOf = (value: unknown): number | undefined => {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  if (typeof value === 'string') return /^\d{1,15}$/.test(value) ? Number(value) : undefined;
  const { low, high } = fields(value) ?? {};
  if (typeof low !== 'number' || typeof high !== 'number') return undefined;
  return (high >>> 0) * 2 ** 32 + (low >>> 0);
};

/** Bytes as protobuf hands them over: an array, or in JSON base64, alone or in Node's own form of a Buffer. */
export const bytesOf = (value: unknown): Uint8Array | undefined => {
  if (value instanceof Uint8Array) return value.length > 0 ? value : undefined;
  const written = textOf(value) ?? textOf(fields(value)?.data);
  return written === undefined ? undefined : new Uint8Array(Buffer.from(written, 'base64'));
};
