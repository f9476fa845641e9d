import { generator, identity, type Point } from './group.ts';

/** Up to here counting one by one is quicker than a table. */
const fewMost = 256;

/**
 * The number m from 0 to `most` with m·G = `point`, or none: exponential ElGamal hides a number that only counting finds,
 * which is easy because nobody has more votes than there are ballots. Baby steps and giant steps (Shanks 1971) when many.
 */
export const countUp = (point: Point, most: number): number | undefined =>
  most <= fewMost ? oneByOne(point, most) : inGiantSteps(point, most);

function oneByOne(point: Point, most: number): number | undefined {
  let at = identity;
  for (let number = 0; number <= most; number += 1) {
    if (at.equals(point)) return number;
    at = at.add(generator);
  }
  return undefined;
}

function inGiantSteps(point: Point, most: number): number | undefined {
  const width = Math.ceil(Math.sqrt(most + 1));
  const babies = new Map<string, number>();
  let at = identity;
  for (let number = 0; number < width; number += 1) {
    babies.set(at.toHex(), number);
    at = at.add(generator);
  }
  let rest = point;
  for (let giants = 0; giants * width <= most; giants += 1) {
    const baby = babies.get(rest.toHex());
    if (baby !== undefined) return giants * width + baby <= most ? giants * width + baby : undefined;
    rest = rest.subtract(at);
  }
  return undefined;
}
