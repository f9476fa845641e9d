/** FNV-1a of a text, an unsigned number of 32 bits. */
export const hashOf = (seed: string): number =>
  [...seed].reduce(
    (hash, sign) => Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 0x01000193) >>> 0,
    0x811c9dc5,
  );

/** Mulberry32: the same numbers from 0 to 1 for the same start, good enough to mix a handful of choices. */
const numbersFrom = (start: number) => {
  let state = start;
  return (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

/**
 * In which order choices are shown: their places (from 0) in the file, mixed by the seed. The same seed shows the same order on
 * every channel and after a restart, another person or attempt another one, so that "the second" is no answer.
 */
export const shownOrder = (count: number, seed: string): number[] => {
  const next = numbersFrom(hashOf(seed));
  const order = Array.from({ length: count }, (_, place) => place);
  for (let last = count - 1; last > 0; last--) {
    const other = Math.floor(next() * (last + 1));
    [order[last], order[other]] = [order[other] ?? other, order[last] ?? last];
  }
  return order;
};
