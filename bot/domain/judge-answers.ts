import type { Asked } from './asked.ts';
import { type Aspect, aspectsIn } from './aspect.ts';
import type { Answered, Candidate } from './known-answer.ts';
import { wordsOf } from './words.ts';

/** A word in what a thing is called says most of it. */
const weight = { A: 1, B: 0.65, C: 0.5, D: 0.85 } as const;

/** What an office is asked for; the rest is asked of its services. */
const ofOffices = new Set<Aspect>(['hours', 'place', 'phone']);

/** So much of a question must be found in one thing before it is taken for meant, and before it is worth asking whether it is. */
const enough = { sure: 0.84, near: 0.45 } as const;
/** So far ahead of the next must the one be that is meant. */
const ahead = 0.06;
/** So many are offered to choose from, where none is surely meant. */
const nearMost = 8;

/** How much of the question a candidate holds, rare words weighing more; `rarity` by the word's place. */
const covered = ({ matches }: Candidate, rarity: readonly number[]): number => {
  const whole = rarity.reduce((sum, one) => sum + one, 0);
  const best = rarity.map((_, nth) =>
    Math.max(0, ...matches.filter((one) => one.nth === nth).map(({ field, alike }) => weight[field] * alike)),
  );
  return whole === 0 ? 0 : best.reduce((sum, one, nth) => sum + one * (rarity[nth] ?? 0), 0) / whole;
};

/** A checked question answers what it asks itself; to something else about the same matter it is half an answer. */
const speaksOf = ({ known, keywords = [] }: Candidate, asked: readonly Aspect[]): number => {
  if (asked.length === 0) return 1;
  const own = aspectsIn([known.name, ...keywords].join(' ')).aspects;
  return own.some((one) => asked.includes(one)) ? 1 : 0.8;
};

/** Whether one of its further words, of several words, was said whole. */
const inSoManyWords = ({ keywords = [] }: Candidate, said: readonly string[]): boolean =>
  keywords.map(wordsOf).some((phrase) => phrase.length > 1 && phrase.every((word) => said.includes(word)));

/** How well what is asked of it fits what it can tell: above 1 where it was made for that, below where it was not. */
const fitting = (candidate: Candidate, { aspects: asked, said }: Asked): number => {
  const { known } = candidate;
  switch (known.kind) {
    case 'service':
      // The number is the office's own.
      if (asked.length > 0 && asked.every((one) => one === 'phone')) return 0.6;
      return asked.every((one) => ofOffices.has(one)) ? 1 : 1.05;
    case 'office':
      if (asked.length === 0) return 0.95;
      return asked.every((one) => ofOffices.has(one)) ? 1 : 0.6;
    case 'question':
      return speaksOf(candidate, asked) * (inSoManyWords(candidate, said) ? 1.12 : 0.96);
    default:
      return known satisfies never;
  }
};

/** An office is found by what it is for only where its place, number or hours are asked. */
const counts = ({ known, matches }: Candidate, asked: readonly Aspect[]): boolean => {
  const called = matches.some(({ field }) => field === 'A' || field === 'D');
  if (known.kind !== 'office') return called || matches.some(({ field }) => field === 'B');
  return called || (asked.length > 0 && asked.every((one) => ofOffices.has(one)));
};

/**
 * Judges what was found: nothing is guessed. One thing is taken for meant only when it holds nearly the whole question
 * and stands ahead of the others; what holds about half of it is offered; the rest is as good as nothing.
 */
export const judge = (asked: Asked, candidates: readonly Candidate[]): Answered => {
  const { aspects, words } = asked;
  const rarity = words.map((_, nth) => {
    const holders = candidates.filter(({ matches }) =>
      matches.some((one) => one.nth === nth && one.field !== 'C'),
    );
    return Math.log(1 + 40 / (1 + holders.length));
  });
  const ranked = candidates
    .filter((one) => counts(one, aspects))
    .map((one) => {
      const share = covered(one, rarity);
      return {
        known: one.known,
        share,
        rank: share * fitting(one, asked),
      };
    })
    .filter(({ rank }) => rank >= enough.near)
    .toSorted((a, b) => b.rank - a.rank || a.known.name.localeCompare(b.known.name));
  const [first, second] = ranked;
  const lead = (first?.rank ?? 0) - (second?.rank ?? 0);
  const sure = first !== undefined && first.share >= enough.sure && lead >= ahead;
  const near = ranked.filter(({ rank }) => rank >= (first?.rank ?? 0) - 0.25).slice(0, nearMost);
  return {
    aspects: [...aspects],
    vague: words.length === 0,
    sure,
    known: (sure ? ranked.slice(0, 1) : near).map(({ known }) => known),
  };
};
