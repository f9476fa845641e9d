import { createHash } from 'node:crypto';

const letters = '0123456789abcdefghijklmnopqrstuvwxyz';

/** What an order is drawn from: six fresh letters, so that its pages belong together. */
export const orderSeed = (random: (bytes: number) => Uint8Array): string =>
  [...random(6)].map((byte) => letters[byte % letters.length]).join('');

/** A list in the order that a seed draws; it tells nothing of who stands where on the paper. */
export const inOrderOf = <T>(seed: string, list: readonly T[]): T[] =>
  list
    .map((one, i) => ({ one, lot: createHash('sha256').update(`${seed}|${i}`).digest('hex') }))
    .toSorted((a, b) => (a.lot < b.lot ? -1 : 1))
    .map(({ one }) => one);
