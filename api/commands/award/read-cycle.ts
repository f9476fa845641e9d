import { awardCategories } from '../../../bot/domain/award/award-category.ts';
import { type Cycle, tieSteps } from '../../../bot/domain/award/cycle.ts';
import { type CycleFault, cycleFaults } from '../../../bot/domain/award/cycle-faults.ts';
import { phaseNames } from '../../../bot/domain/award/phase.ts';
import { predicates } from '../../../bot/domain/award/predicate.ts';
import { criteria } from '../../../bot/domain/award/score-rules.ts';

/** What is wrong with a file of rules: where, by a path such as `vote.quorumPercent`, and why. */
export type RulesFault = { path: string; reason: string };

/** How a value of the file has to be built. */
type Shape =
  | { is: 'text' }
  | { is: 'number'; orNull?: true }
  | { is: 'one'; of: readonly string[] }
  | { is: 'list'; of: Shape }
  | { is: 'fields'; of: { readonly [name: string]: Shape } };

const text: Shape = { is: 'text' };
const number: Shape = { is: 'number' };
const numberOrNull: Shape = { is: 'number', orNull: true };
const one = (...of: readonly string[]): Shape => ({ is: 'one', of });
const list = (of: Shape): Shape => ({ is: 'list', of });
const fields = (of: { readonly [name: string]: Shape }): Shape => ({ is: 'fields', of });
const each = (names: readonly string[], of: Shape): Shape =>
  fields(Object.fromEntries(names.map((name) => [name, of])));

const kinds = ['pns', 'pppk', 'pppk_paruh_waktu', 'other'] as const;

const cycle: Shape = fields({
  code: text,
  title: text,
  year: number,
  phases: list(fields({ name: one(...phaseNames), days: number, from: text, until: text })),
  categories: list(one(...awardCategories)),
  nomination: fields({ nominators: one('all', 'supervisors'), storyLeast: number, reasonLeast: number }),
  eligibility: fields({
    leastJp: each(kinds, numberOrNull),
    serviceYears: number,
    predicate: fields({ least: one(...predicates), years: number }),
    barredYears: numberOrNull,
  }),
  score: fields({
    weights: each(criteria, number),
    predicates: each(predicates, number),
    years: number,
    jp: each(kinds, list(fields({ from: number, points: number }))),
  }),
  vote: fields({
    ownOffice: one('barred', 'allowed'),
    ownNominee: one('barred', 'allowed'),
    divisor: one('valid', 'could_choose'),
    quorumPercent: number,
    extensionDays: number,
  }),
  ties: list(one(...tieSteps)),
  signals: fields({
    block: fields({ least: number, percent: number }),
    burst: fields({ least: number, minutes: number }),
  }),
});

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const faultsIn = (value: unknown, shape: Shape, path: string): RulesFault[] => {
  const wrong = (reason: string): RulesFault[] => [{ path: path || 'the file', reason }];
  switch (shape.is) {
    case 'text':
      return typeof value === 'string' && value.isWellFormed() ? [] : wrong('is no text');
    case 'number':
      return Number.isSafeInteger(value) || (shape.orNull && value === null)
        ? []
        : wrong(shape.orNull ? 'is no whole number nor null' : 'is no whole number');
    case 'one':
      return shape.of.includes(value as string) ? [] : wrong(`is none of ${shape.of.join(', ')}`);
    case 'list':
      return Array.isArray(value)
        ? value.flatMap((item, at) => faultsIn(item, shape.of, `${path}[${at + 1}]`))
        : wrong('is no list');
    case 'fields': {
      if (!isRecord(value)) return wrong('is no object');
      const at = (name: string) => (path === '' ? name : `${path}.${name}`);
      return [
        ...Object.keys(value)
          .filter((name) => !Object.hasOwn(shape.of, name))
          .map((name) => ({ path: at(name), reason: 'is not known' })),
        ...Object.entries(shape.of).flatMap(([name, inner]) =>
          Object.hasOwn(value, name)
            ? faultsIn(value[name], inner, at(name))
            : [{ path: at(name), reason: 'is missing' }],
        ),
      ];
    }
    default:
      return shape satisfies never;
  }
};

const said = (fault: CycleFault): RulesFault => {
  switch (fault.is) {
    case 'empty':
      return { path: fault.at, reason: 'is empty' };
    case 'range':
      return { path: fault.at, reason: `has to be a whole number from ${fault.from} to ${fault.to}` };
    case 'weights':
      return { path: 'score.weights', reason: `add up to ${fault.sum}, not to 100` };
    case 'categories':
      return { path: 'categories', reason: 'has to name each category once, and at least one' };
    case 'ties':
      return { path: 'ties', reason: 'has to name each step once, komite as the last' };
    case 'phases':
      return { path: 'phases', reason: `have to be, in this order: ${phaseNames.join(', ')}` };
    case 'dates':
      return {
        path: `phases, ${fault.at}`,
        reason: 'begins behind the phase before it, ends no earlier than it begins, and lasts a day or more',
      };
    case 'scale':
      return {
        path: `score.jp.${fault.at}`,
        reason: 'falls in hours and points from at most 100 down to a band from 0',
      };
    default:
      return fault satisfies never;
  }
};

/** A cycle's rules from a file's JSON, or everything that is wrong with them; strict, for they are published and hashed as they stand. */
export const readCycle = (json: string): { cycle: Cycle } | { faults: readonly RulesFault[] } => {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return { faults: [{ path: 'the file', reason: 'is no JSON' }] };
  }
  const built = faultsIn(value, cycle, '');
  if (built.length > 0) return { faults: built };
  const read = value as Cycle;
  const faults = cycleFaults(read).map(said);
  return faults.length > 0 ? { faults } : { cycle: read };
};
