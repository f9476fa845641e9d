/** Chance that can be thrown again: the same seed gives the same throws, on every machine. Never for secrets. */
export type Dice = {
  /** At least 0, below 1. */
  throw: () => number;
  whole: (from: number, to: number) => number;
  chance: (share: number) => boolean;
  pick: <T>(of: readonly T[]) => T;
  shuffle: <T>(of: readonly T[]) => T[];
  bytes: (count: number) => Uint8Array;
};

/** A counter stirred by two multiplications, 32 bits; even enough for a demo's dates and words. */
export function createDice(seed: number): Dice {
  let count = seed >>> 0;
  const stir = (mixed: number, by: number, shift: number) => Math.imul(mixed ^ (mixed >>> shift), by);
  const draw = () => {
    count = (count + 0x9e3779b9) >>> 0;
    const mixed = stir(stir(count, 0x21f0aaad, 16), 0x735a2d97, 15);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32;
  };
  const whole = (from: number, to: number) => from + Math.floor(draw() * (to - from + 1));
  return {
    throw: draw,
    whole,
    chance: (share) => draw() < share,
    pick: (of) => {
      const found = of[whole(0, of.length - 1)];
      if (found === undefined) throw new RangeError('nothing to pick from');
      return found;
    },
    shuffle: (of) =>
      of
        .map((one) => ({ one, at: draw() }))
        .sort((a, b) => a.at - b.at)
        .map(({ one }) => one),
    bytes: (length) => Uint8Array.from({ length }, () => whole(0, 255)),
  };
}
