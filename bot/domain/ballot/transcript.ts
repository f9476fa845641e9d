import { createHash } from 'node:crypto';
import type { Label } from './bulletin.ts';
import { reduce } from './group.ts';

/** Text, a number below 2^32, or bytes as they are. */
type Part = string | number | Uint8Array;

/** SHA-512 over parts, each behind its length, so that no two lists of parts hash alike (`Label` tells the order). */
export function digest(label: Label, parts: readonly Part[]): Uint8Array {
  const hash = createHash('sha512');
  for (const part of [label, ...parts]) {
    const bytes = bytesOf(part);
    hash.update(bytesOf(bytes.length)).update(bytes);
  }
  return hash.digest();
}

/** The challenge of Fiat and Shamir: the digest as a scalar. */
export const challenge = (label: Label, parts: readonly Part[]): bigint => reduce(digest(label, parts));

/** What is written as hexadecimal digits counts as its bytes. */
export const bytesOfHex = (text: string): Uint8Array => Buffer.from(text, 'hex');

function bytesOf(part: Part): Uint8Array {
  if (typeof part === 'string') return Buffer.from(part, 'utf8');
  if (typeof part !== 'number') return part;
  const four = Buffer.alloc(4);
  four.writeUInt32BE(part);
  return four;
}
