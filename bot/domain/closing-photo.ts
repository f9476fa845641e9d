/** What an officer is told of a closing photo before it goes out. It is never refused for that: both have innocent reasons. */
export type PhotoFlag = 'used-before' | 'far-away';

/** Of 64 bits; the same picture sent again, smaller or pressed harder, differs in a few. */
const sameBits = 4;

/** Phones are wrong by tens of metres, streets are long. */
const nearMetres = 500;

/** In how many bits two likenesses (8 bytes each, `media.likeness`) differ: 0 is the same picture, about 32 a different one. */
export const likenessDistance = (a: Uint8Array, b: Uint8Array): number => {
  let bits = 0;
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    let differ = (a[i] ?? 0) ^ (b[i] ?? 0);
    for (; differ > 0; differ &= differ - 1) bits += 1;
  }
  return bits;
};

export const looksUsedBefore = (distance: number): boolean => distance <= sameBits;

export const liesFarAway = (metres: number): boolean => metres > nearMetres;
