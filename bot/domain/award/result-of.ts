import type { LocalDate } from '../local-date.ts';
import { halfUp } from '../skm/fraction.ts';
import type { Jp } from '../training/jp.ts';
import type { EmployeeKind } from '../training/training-rules.ts';
import type { Cycle } from './cycle.ts';
import { type InnovationMarks, innovationScore } from './innovation.ts';
import type { Predicate } from './predicate.ts';
import type { PublishedScore } from './published-score.ts';
import { rankingOf } from './ranking.ts';
import { type Score, scoreOf } from './score.ts';
import { type Criterion, criteria } from './score-rules.ts';

/** What is known of a candidate of one category; `id`: the nominee. `null` or an empty list where nobody has said it yet. */
export type Scored = {
  id: number;
  kind: EmployeeKind;
  predicates: ReadonlyMap<number, Predicate>;
  attendance: string | null;
  marks: readonly InnovationMarks[];
  votes: { for: number; of: number };
  jp: Jp;
  serviceFrom: LocalDate | null;
};

/** What is missing of a candidate before there can be a result. */
export type ResultFault =
  | { is: 'predicate'; id: number; year: number }
  | { is: 'attendance' | 'marks'; id: number };

export type CategoryResult = { id: number; place: number; score: PublishedScore }[];

/** The years whose predicates count, the last first. */
const yearsOf = ({ year, score }: Pick<Cycle, 'year' | 'score'>): number[] =>
  Array.from({ length: score.years }, (_, i) => year - 1 - i);

const resultFaults = (
  { id, predicates, attendance, marks }: Scored,
  cycle: Pick<Cycle, 'year' | 'score'>,
): ResultFault[] => [
  ...yearsOf(cycle)
    .filter((year) => !predicates.has(year))
    .map((year) => ({ is: 'predicate' as const, id, year })),
  ...(attendance === null ? [{ is: 'attendance' as const, id }] : []),
  ...(marks.length === 0 ? [{ is: 'marks' as const, id }] : []),
];

const scored = (one: Scored, cycle: Pick<Cycle, 'year' | 'score'>): Score =>
  scoreOf(
    {
      kind: one.kind,
      predicates: yearsOf(cycle).flatMap((year) => one.predicates.get(year) ?? []),
      attendance: one.attendance ?? '',
      innovation: innovationScore(one.marks),
      votes: one.votes,
      jp: one.jp,
    },
    cycle.score,
  );

const printed = (parts: Score['parts']): PublishedScore['parts'] =>
  Object.fromEntries(criteria.map((name) => [name, halfUp(parts[name], 2)])) as {
    [criterion in Criterion]: string;
  };

/** The result of a category as it is published, or everything that is missing for it. `minutes`: nominees in the order that the committee gave a tie. */
export const resultOf = (
  candidates: readonly Scored[],
  cycle: Pick<Cycle, 'year' | 'score' | 'ties'>,
  minutes: readonly number[] = [],
): CategoryResult | { faults: ResultFault[] } => {
  const faults = candidates.flatMap((one) => resultFaults(one, cycle));
  if (faults.length > 0) return { faults };
  const scores = new Map(candidates.map((one) => [one.id, { ...one, score: scored(one, cycle) }]));
  return rankingOf([...scores.values()], cycle.ties, minutes).flatMap(({ id, place, points, by }) => {
    const one = scores.get(id);
    return one
      ? [{ id, place, score: { parts: printed(one.score.parts), total: points, votes: one.votes, by } }]
      : [];
  });
};
