import type { LocalDate } from '../local-date.ts';
import type { OfficeKind } from '../modules/office-kind.ts';
import { type ElementKey, elements } from '../skm/elements.ts';
import { compare, type Fraction, fraction, halfUp, product, readDecimal } from '../skm/fraction.ts';
import { surveyPeriod } from '../skm/survey-period.ts';
import { type CoachingRules, usualCoaching } from './coaching-rules.ts';
import { exactValue, type Figure, sizeOf } from './figure.ts';
import { type ModuleAim, moduleFor } from './module-for.ts';

/** The figures of one unit for the window that ended yesterday; `past`: its complaints in earlier windows of the same length. */
export type UnitFigures = {
  unit: string;
  office: OfficeKind | null;
  past: readonly number[];
  figures: readonly Figure[];
};

/** Help offered to a unit: a module, if there is one, and a goal: this figure, and where it should come to (as printed). */
export type CoachingProposal = {
  unit: string;
  element: ElementKey;
  /** The half-year, `2026-S2`: one proposal in each for a unit and an element. */
  half: string;
  on: LocalDate;
  module: string | null;
  goal: { now: Figure; aim: string };
};

/** The element a figure speaks of: many complaints are about how they are handled, late answers about time. */
export const elementOf = (figure: Figure): ElementKey => {
  switch (figure.kind) {
    case 'complaints':
      return 'pengaduan';
    case 'on-time':
      return 'waktu';
    case 'element':
      return figure.element;
    default:
      return figure satisfies never;
  }
};

const usual = (past: readonly number[]): Fraction =>
  fraction(
    past.reduce((sum, one) => sum + one, 0),
    past.length,
  );

/** Where a figure that calls for help should come to; nothing where it calls for none. */
const aimOf = (figure: Figure, past: readonly number[], rules: CoachingRules): string | undefined => {
  const value = exactValue(figure);
  if (value === undefined || sizeOf(figure) < rules.least) return undefined;
  switch (figure.kind) {
    case 'complaints': {
      if (past.length === 0 || past.length < rules.pastWindows) return undefined;
      const limit = product(usual(past), readDecimal(rules.times));
      return compare(value, limit) > 0 ? halfUp(usual(past), 0) : undefined;
    }
    case 'on-time':
      return compare(value, fraction(rules.onTimeBelow)) < 0 ? `${rules.onTimeBelow}` : undefined;
    case 'element': {
      const low = compare(readDecimal(halfUp(value, 2)), readDecimal(rules.elementBelow)) < 0;
      return low ? rules.elementBelow : undefined;
    }
    default:
      return figure satisfies never;
  }
};

/** What the survey says goes before what reports say of the same element: more people were asked. */
const order: { readonly [K in Figure['kind']]: number } = { element: 0, 'on-time': 1, complaints: 2 };

type Made = Pick<CoachingProposal, 'unit' | 'element' | 'half'>;

/** What is proposed today to units whose figures fell below a threshold, elements in their order; `made`: what was proposed before. */
export const coachingProposals = (
  units: readonly UnitFigures[],
  { modules, made, today }: { modules: readonly ModuleAim[]; made: readonly Made[]; today: LocalDate },
  rules: CoachingRules = usualCoaching,
): CoachingProposal[] => {
  const half = surveyPeriod(today, 'semester').name;
  return units.flatMap(({ unit, office, past, figures }) => {
    const found = figures
      .toSorted((one, other) => order[one.kind] - order[other.kind])
      .flatMap((now): CoachingProposal[] => {
        const aim = aimOf(now, past, rules);
        const element = elementOf(now);
        if (aim === undefined) return [];
        return [
          { unit, element, half, on: today, module: moduleFor(element, office, modules), goal: { now, aim } },
        ];
      });
    return elements.flatMap((element) => {
      const known = made.some((one) => one.unit === unit && one.element === element && one.half === half);
      return known ? [] : found.filter((one) => one.element === element).slice(0, 1);
    });
  });
};
