import { isLocalDate } from '../local-date.ts';
import type { EmployeeKind } from '../training/training-rules.ts';
import { type Cycle, type TieStep, tieSteps } from './cycle.ts';
import { type Phase, type PhaseName, phaseNames } from './phase.ts';
import { predicates } from './predicate.ts';
import { criteria, type JpScale } from './score-rules.ts';

/** Why a cycle cannot be opened; `at` is the setting by its path. */
export type CycleFault =
  | { is: 'empty'; at: 'code' | 'title' }
  | { is: 'range'; at: string; from: number; to: number }
  | { is: 'weights'; sum: number }
  | { is: 'categories' }
  | { is: 'ties' }
  | { is: 'phases' }
  | { is: 'dates'; at: PhaseName }
  | { is: 'scale'; at: EmployeeKind };

/** Every fault of a cycle, none where it can be opened. Weights that do not add up to 100 are refused, whatever they are. */
export const cycleFaults = (cycle: Cycle): CycleFault[] => [
  ...(['code', 'title'] as const).flatMap((at) =>
    cycle[at].trim() === '' ? [{ is: 'empty' as const, at }] : [],
  ),
  ...ranges(cycle).flatMap(([at, value, from, to]) =>
    Number.isSafeInteger(value) && value >= from && value <= to
      ? []
      : [{ is: 'range' as const, at, from, to }],
  ),
  ...weightFaults(cycle),
  ...(cycle.categories.length > 0 && areDifferent(cycle.categories) ? [] : [{ is: 'categories' as const }]),
  ...(endsWithCommittee(cycle.ties) ? [] : [{ is: 'ties' as const }]),
  ...phaseFaults(cycle.phases),
  ...(Object.entries(cycle.score.jp) as [EmployeeKind, JpScale][]).flatMap(([at, scale]) =>
    isScale(scale) ? [] : [{ is: 'scale' as const, at }],
  ),
];

const ranges = (cycle: Cycle): (readonly [at: string, value: number, from: number, to: number])[] => {
  const { nomination, eligibility, score, vote, signals } = cycle;
  return [
    ['year', cycle.year, 2000, 2999],
    ['nomination.storyLeast', nomination.storyLeast, 1, 1000],
    ['nomination.reasonLeast', nomination.reasonLeast, 1, 1000],
    ['eligibility.serviceYears', eligibility.serviceYears, 0, 40],
    ['eligibility.predicate.years', eligibility.predicate.years, 0, 10],
    ['eligibility.barredYears', eligibility.barredYears ?? 0, 0, 99],
    ...Object.entries(eligibility.leastJp).map(
      ([kind, jp]) => [`eligibility.leastJp.${kind}`, jp ?? 0, 0, 200_000] as const,
    ),
    ...criteria.map((name) => [`score.weights.${name}`, score.weights[name], 0, 100] as const),
    ...predicates.map((name) => [`score.predicates.${name}`, score.predicates[name], 0, 100] as const),
    ['score.years', score.years, 1, 10],
    ['vote.quorumPercent', vote.quorumPercent, 0, 99],
    ['vote.extensionDays', vote.extensionDays, 1, 20],
    ['signals.block.least', signals.block.least, 2, 1000],
    ['signals.block.percent', signals.block.percent, 1, 100],
    ['signals.burst.least', signals.burst.least, 2, 1000],
    ['signals.burst.minutes', signals.burst.minutes, 1, 10_000],
  ];
};

const weightFaults = ({ score: { weights } }: Cycle): CycleFault[] => {
  const sum = criteria.reduce((all, name) => all + weights[name], 0);
  return sum === 100 ? [] : [{ is: 'weights', sum }];
};

const areDifferent = (all: readonly string[]): boolean => new Set(all).size === all.length;

/** Only the committee can end every tie. */
const endsWithCommittee = (ties: readonly TieStep[]): boolean =>
  areDifferent(ties) && ties.at(-1) === tieSteps.at(-1);

/** All phases in their order; each begins behind the one before it and ends no earlier than it begins. */
const phaseFaults = (phases: readonly Phase[]): CycleFault[] => {
  if (phases.map(({ name }) => name).join() !== phaseNames.join()) return [{ is: 'phases' }];
  return phases.flatMap(({ name, days, from, until }, i) => {
    const areDays = isLocalDate(from) && isLocalDate(until) && Number.isSafeInteger(days) && days >= 1;
    const inOrder = from <= until && from > (phases[i - 1]?.until ?? '');
    return areDays && inOrder ? [] : [{ is: 'dates' as const, at: name }];
  });
};

/** Bands fall, in hours and in points, from at most 100 down to one that begins at none. */
const isScale = (scale: JpScale): boolean =>
  scale.at(-1)?.from === 0 &&
  scale.every(({ from, points }, i) => {
    const above = scale[i - 1] ?? { from: Number.POSITIVE_INFINITY, points: 101 };
    const whole = Number.isSafeInteger(from) && Number.isSafeInteger(points);
    return whole && points >= 0 && from < above.from && points < above.points;
  });
