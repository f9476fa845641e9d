import type { AwardCategory } from './award-category.ts';

/** From how many nominators on, and for which part of a unit's nominations in a category, one nominee is a unit's; how many within how many minutes are a burst. */
export type SignalRules = {
  block: { least: number; percent: number };
  burst: { least: number; minutes: number };
};

/** A nomination as far as patterns are read from it; `unit`: the nominator's, `at`: when it was made. */
export type NominationMade = { by: number; unit: string; nominee: number; category: AwardCategory; at: Date };

/** What the committee is told beside a candidate: a note, which removes nobody and says nothing about the reason. */
export type Signal =
  | { is: 'reciprocal'; people: readonly [number, number] }
  | { is: 'block'; unit: string; nominee: number; category: AwardCategory; nominators: number }
  | { is: 'burst'; nominee: number; category: AwardCategory; nominators: number; from: Date };

/**
 * Patterns among the nominations: two who name each other, a unit that names one person, many at once for one. They are read
 * from nominations only, never from ballots, and in an order that does not depend on that of the list.
 */
export const signalsOf = (made: readonly NominationMade[], rules: SignalRules): Signal[] => [
  ...reciprocal(made),
  ...[...grouped(made, ({ unit, category }) => JSON.stringify([category, unit]))].flatMap((all) =>
    blocks(all, rules.block),
  ),
  ...[...grouped(made, ({ nominee, category }) => JSON.stringify([category, nominee]))].flatMap((all) =>
    burst(all, rules.burst),
  ),
];

const reciprocal = (made: readonly NominationMade[]): Signal[] => {
  const named = new Set(made.map(({ by, nominee }) => `${by}>${nominee}`));
  const pairs = new Map(
    made
      .filter(({ by, nominee }) => by !== nominee && named.has(`${nominee}>${by}`))
      .map(({ by, nominee }) => [Math.min(by, nominee), Math.max(by, nominee)] as const)
      .toSorted(([a, b], [c, d]) => a - c || b - d)
      .map((pair) => [pair.join('-'), pair]),
  );
  return [...pairs.values()].map((people) => ({ is: 'reciprocal', people }));
};

/** All of one unit in one category. */
const blocks = (all: readonly NominationMade[], { least, percent }: SignalRules['block']): Signal[] =>
  [...grouped(all, ({ nominee }) => String(nominee).padStart(16, '0'))].flatMap((same) => {
    const [first] = same;
    const enough = same.length >= least && same.length * 100 >= percent * all.length;
    if (!enough || !first) return [];
    const { unit, nominee, category } = first;
    return [{ is: 'block', unit, nominee, category, nominators: same.length }];
  });

/** All for one nominee in one category: the fullest stretch of so many minutes, of several the first. */
const burst = (all: readonly NominationMade[], { least, minutes }: SignalRules['burst']): Signal[] => {
  const sorted = all.toSorted((one, other) => one.at.getTime() - other.at.getTime());
  const stretches = sorted.map(({ nominee, category, at }) => {
    const ends = at.getTime() + minutes * 60_000;
    const nominators = sorted.filter(
      (one) => one.at.getTime() >= at.getTime() && one.at.getTime() <= ends,
    ).length;
    return { is: 'burst' as const, nominee, category, nominators, from: at };
  });
  const fullest = Math.max(0, ...stretches.map(({ nominators }) => nominators));
  return fullest < least ? [] : stretches.filter(({ nominators }) => nominators === fullest).slice(0, 1);
};

/** In the order of their keys. */
const grouped = (
  made: readonly NominationMade[],
  keyOf: (one: NominationMade) => string,
): readonly NominationMade[][] => {
  const groups = Map.groupBy(made, keyOf);
  return [...groups.keys()].sort().map((key) => groups.get(key) ?? []);
};
