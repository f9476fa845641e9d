import { type Duty, onDuty } from '../duty-hours.ts';
import { type Answers, elements } from './elements.ts';

/** Why a person should look at a form. It stays counted: the index is printed with and without what was flagged. */
export const suspicions = ['burst', 'off-hours', 'all-fours'] as const;
export type Suspicion = (typeof suspicions)[number];

/** A form as far as it can look odd. Known only until the nightly shuffle, after which no form has an hour or a neighbour. */
export type Filled = { at: Date; allFours: boolean };

/** When the place is open; whoever rates it within `graceMinutes` of closing is only on the way home. */
export type Opening = Omit<Duty<never>, 'roster' | 'absences'>;

/**
 * From how many on something is odd: forms within minutes of each other, forms of nothing but 4 one after another, forms of
 * one night outside the hours. Never fewer than five, for a mark that stands on one form alone would tell when it came.
 */
export type Oddness = {
  burst: { forms: number; minutes: number };
  run: { forms: number };
  offHours: { forms: number };
  graceMinutes: number;
};

/** Our proposal; no source gives any. A visit and nine questions take longer than the burst allows at one counter. */
export const usualOddness: Oddness = {
  burst: { forms: 10, minutes: 10 },
  run: { forms: 10 },
  offHours: { forms: 5 },
  graceMinutes: 120,
};

const minuteMs = 60_000;

/** Whether a form holds nothing but 4, blanks aside; an empty one holds nothing at all. */
export const allFours = (answers: Answers): boolean => {
  const given = elements.map((element) => answers[element]).filter((answer) => answer !== undefined);
  return given.length > 0 && given.every((answer) => answer === 4);
};

/** What is odd about each form of one counter (or service), in the order handed in, whatever that order is. */
export function suspect(
  forms: readonly Filled[],
  opening: Opening,
  oddness: Oddness = usualOddness,
): Suspicion[][] {
  const order = forms.map((_, at) => at).sort((a, b) => time(forms, a) - time(forms, b));
  const bursts = inBurst(forms, order, oddness.burst);
  const runs = inRun(forms, order, oddness.run.forms);
  const late = forms.map(({ at }) => !isOpen(at, opening, oddness.graceMinutes));
  const oftenLate = late.filter(Boolean).length >= oddness.offHours.forms;
  return forms.map((_, place) =>
    suspicions.filter((suspicion) => {
      switch (suspicion) {
        case 'burst':
          return bursts.has(place);
        case 'off-hours':
          return oftenLate && late[place] === true;
        case 'all-fours':
          return runs.has(place);
        default:
          return suspicion satisfies never;
      }
    }),
  );
}

/** Every form of every stretch that holds too many; a stretch of exactly `minutes` still counts. */
function inBurst(forms: readonly Filled[], order: readonly number[], burst: Oddness['burst']): Set<number> {
  const found = new Set<number>();
  for (let last = burst.forms - 1; last < order.length; last += 1) {
    const stretch = order.slice(last - burst.forms + 1, last + 1);
    const [from = 0, until = 0] = [stretch.at(0), stretch.at(-1)].map((place) => time(forms, place ?? 0));
    if (until - from <= burst.minutes * minuteMs) for (const place of stretch) found.add(place);
  }
  return found;
}

function inRun(forms: readonly Filled[], order: readonly number[], least: number): Set<number> {
  const found = new Set<number>();
  let run: number[] = [];
  for (const place of order) {
    if (forms[place]?.allFours) run.push(place);
    else run = [];
    if (run.length === least) for (const one of run) found.add(one);
    if (run.length > least) found.add(place);
  }
  return found;
}

function isOpen(at: Date, opening: Opening, graceMinutes: number): boolean {
  const duty: Duty<'office'> = { ...opening, roster: [], absences: [] };
  const before = new Date(at.getTime() - graceMinutes * minuteMs);
  return onDuty('office', at, duty) || onDuty('office', before, duty);
}

const time = (forms: readonly Filled[], place: number): number => forms[place]?.at.getTime() ?? 0;
