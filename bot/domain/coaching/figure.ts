import { addCalendarDays, type LocalDate } from '../local-date.ts';
import type { ElementKey } from '../skm/elements.ts';
import { compare, type Fraction, fraction, halfUp, readDecimal } from '../skm/fraction.ts';
import { smallGroup } from '../skm/hide-small.ts';

/** Local days from one up to and including another. */
export type Window = { from: LocalDate; until: LocalDate };

/** What is measured of a unit before and after: complaints that came, first answers within their promise, answers about one element. */
export type Figure = Window &
  (
    | { kind: 'complaints'; count: number }
    | { kind: 'on-time'; met: number; of: number }
    | { kind: 'element'; element: ElementKey; sum: number; count: number }
  );

/** The window of so many days that ends the day before. */
export const windowBefore = (day: LocalDate, days: number): Window => ({
  from: addCalendarDays(day, -days),
  until: addCalendarDays(day, -1),
});

const dayMs = 86_400_000;

/** How many days a window has. */
export const daysOf = ({ from, until }: Window): number =>
  Math.round((Date.parse(until) - Date.parse(from)) / dayMs) + 1;

/** How many reports or answers a figure stands on. */
export const sizeOf = (figure: Figure): number => (figure.kind === 'on-time' ? figure.of : figure.count);

/** The exact value: a count, a share in percent, or an element's average times 25; none of nothing. */
export const exactValue = (figure: Figure): Fraction | undefined => {
  switch (figure.kind) {
    case 'complaints':
      return fraction(figure.count);
    case 'on-time':
      return figure.of === 0 ? undefined : fraction(figure.met * 100, figure.of);
    case 'element':
      return figure.count === 0 ? undefined : fraction(figure.sum * 25, figure.count);
    default:
      return figure satisfies never;
  }
};

/** A figure as it is told, with the number it stands on; under five it is hidden. */
export type ShownFigure = { value: string; n: number } | 'hidden';

const decimals: { readonly [K in Figure['kind']]: number } = { complaints: 0, 'on-time': 0, element: 2 };

export const shownFigure = (figure: Figure): ShownFigure => {
  const [value, n] = [exactValue(figure), sizeOf(figure)];
  return value === undefined || n < smallGroup
    ? 'hidden'
    : { value: halfUp(value, decimals[figure.kind]), n };
};

/** The same figure twice, and whether the unit stands better now. It never says why. */
export type BeforeAfter = {
  before: ShownFigure;
  after: ShownFigure;
  now: 'better' | 'same' | 'worse' | 'unknown';
};

/**
 * Sets two figures of one kind beside each other. A hidden one tells nothing, but for complaints: fewer than five are fewer than
 * what is shown. Compared as printed, so that nobody is called worse beside two equal numbers.
 */
export const beforeAfter = (first: Figure, second: Figure): BeforeAfter => {
  if (first.kind !== second.kind) throw new RangeError(`not the same figure: ${first.kind}, ${second.kind}`);
  const [before, after] = [shownFigure(first), shownFigure(second)];
  const fewerIsBetter = first.kind === 'complaints';
  if (before === 'hidden' || after === 'hidden') {
    const tells = fewerIsBetter && before !== after;
    return { before, after, now: tells ? (after === 'hidden' ? 'better' : 'worse') : 'unknown' };
  }
  const more = compare(readDecimal(after.value), readDecimal(before.value));
  if (more === 0) return { before, after, now: 'same' };
  return { before, after, now: more < 0 === fewerIsBetter ? 'better' : 'worse' };
};
