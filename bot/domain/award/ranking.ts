import type { LocalDate } from '../local-date.ts';
import { compare, type Fraction, halfUp, readDecimal } from '../skm/fraction.ts';
import type { TieStep } from './cycle.ts';
import type { Score } from './score.ts';

/** Somebody to be ranked within a category; `serviceFrom`: first day of service, `null` where no file says it. */
export type Contender = { id: number; score: Score; serviceFrom: LocalDate | null };

/** `by`: what set this place apart from the next to it, `tie` where only the committee can. */
export type Ranked = { id: number; points: string; place: number; by: 'total' | TieStep | 'tie' };

/**
 * The order of a category by the rounded, published totals, and ties by the steps of the cycle. `minutes`: ids in the order
 * that the committee's *berita acara* gives them. Who stays tied shares a place, as in 1, 1, 3.
 */
export const rankingOf = (
  contenders: readonly Contender[],
  ties: readonly TieStep[],
  minutes: readonly number[] = [],
): Ranked[] => {
  const tied = apart(contenders, (one, other) => byPublished(other.score.total, one.score.total));
  const groups = tied.flatMap((group) => broken({ group, by: 'total' }, ties, minutes));
  let place = 1;
  return groups.flatMap(({ group, by }) => {
    const here = place;
    place += group.length;
    return group
      .toSorted((one, other) => one.id - other.id)
      .map(
        ({ id, score }): Ranked => ({
          id,
          points: score.points,
          place: here,
          by: group.length > 1 ? 'tie' : by,
        }),
      );
  });
};

type Group = { group: readonly Contender[]; by: 'total' | TieStep };
type Order = (one: Contender, other: Contender) => number;

/** Breaks a group by the next step that says something of all in it; a step that is silent about one of them decides nothing. */
const broken = ({ group, by }: Group, ties: readonly TieStep[], minutes: readonly number[]): Group[] => {
  const [step, ...rest] = ties;
  if (group.length < 2 || step === undefined) return [{ group, by }];
  const order = orderBy(step, group, minutes);
  const parts = order ? apart(group, order) : [group];
  return parts.flatMap((part) => broken({ group: part, by: parts.length > 1 ? step : by }, rest, minutes));
};

const orderBy = (
  step: TieStep,
  group: readonly Contender[],
  minutes: readonly number[],
): Order | undefined => {
  switch (step) {
    case 'kinerja':
    case 'inovasi':
      return (one, other) => byPublished(other.score.parts[step], one.score.parts[step]);
    case 'masa_kerja':
      return group.some(({ serviceFrom }) => serviceFrom === null)
        ? undefined
        : (one, other) => byDay(one.serviceFrom ?? '', other.serviceFrom ?? '');
    case 'komite':
      return group.every(({ id }) => minutes.includes(id))
        ? (one, other) => minutes.indexOf(one.id) - minutes.indexOf(other.id)
        : undefined;
    default:
      return step satisfies never;
  }
};

/** As printed, so that a hidden digit never decides. */
const byPublished = (one: Fraction, other: Fraction): number =>
  compare(readDecimal(halfUp(one, 2)), readDecimal(halfUp(other, 2)));

const byDay = (one: LocalDate, other: LocalDate): number => (one < other ? -1 : one > other ? 1 : 0);

/** Groups of equals in an order. */
const apart = (all: readonly Contender[], order: Order): Contender[][] => {
  const groups: Contender[][] = [];
  for (const one of all.toSorted(order)) {
    const last = groups.at(-1);
    if (last?.[0] && order(last[0], one) === 0) last.push(one);
    else groups.push([one]);
  }
  return groups;
};
