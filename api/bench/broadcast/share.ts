import type { Ear, Silence } from './ear.ts';

/** How much of what a platform allows was used while it could be: messages a second outside the silences it asked for, and their share of the cap. */
export type Share = { perSecond: number; ofCap: number; seconds: number; silentSeconds: number };

/** The parts of silences within a spell, none counted twice. */
const silentIn = (spell: Silence, silences: readonly Silence[]): number => {
  let sum = 0;
  let covered = spell.from;
  for (const { from, until } of silences.toSorted((a, b) => a.from - b.from)) {
    const begin = Math.max(covered, from);
    const end = Math.min(spell.until, until);
    if (end <= begin) continue;
    sum += end - begin;
    covered = end;
  }
  return sum;
};

/** Over the spells in which a service ran and letters waited; `cap` in messages a second. */
export const shareOf = (
  { said, silences }: Pick<Ear, 'said' | 'silences'>,
  spells: readonly Silence[],
  cap: number,
): Share => {
  const lasted = spells.reduce((sum, { from, until }) => sum + until - from, 0);
  const silent = spells.reduce((sum, spell) => sum + silentIn(spell, silences), 0);
  const messages = said.filter((at) => spells.some(({ from, until }) => at >= from && at <= until)).length;
  const seconds = (lasted - silent) / 1000;
  return {
    perSecond: messages / seconds,
    ofCap: messages / seconds / cap,
    seconds,
    silentSeconds: silent / 1000,
  };
};
