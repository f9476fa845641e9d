import { averagesOf, type Ikm, ikm, type WeightConvention } from './ikm.ts';
import { neededSample } from './sample.ts';
import type { Period } from './survey-period.ts';
import { pooled, type Tally } from './tally.ts';

/** Forms added up, those in which nothing was odd apart. */
export type Heaps = { all: Tally; unflagged: Tally };

/**
 * The result of a service, or of a whole office (`service` null) from its pooled answers. `needed`: how many must answer,
 * null where nobody said how many users it has. `index` is undefined where nothing was answered.
 */
export type SkmResult = {
  unit: { code: string; name: string };
  service: { code: string; name: string } | null;
  period: Period;
  respondents: number;
  needed: number | null;
  all: Tally;
  index: Ikm | undefined;
  /** The same without the forms that were flagged; undefined where none was. */
  withoutFlagged: { respondents: number; index: Ikm | undefined } | undefined;
};

const noneOdd = ({ all, unflagged }: Heaps): boolean => all.respondents === unflagged.respondents;

/** Several services as one: an office is reckoned from its answers, never from the indices of its services. */
export const together = (heaps: readonly Heaps[]): Heaps => ({
  all: pooled(heaps.map(({ all }) => all)),
  unflagged: pooled(heaps.map(({ unflagged }) => unflagged)),
});

/** `users`: how many were served in the period. */
export const resultOf = (
  { unit, service, period, users }: Pick<SkmResult, 'unit' | 'service' | 'period'> & { users: number | null },
  heaps: Heaps,
  convention: WeightConvention,
): SkmResult => ({
  unit,
  service,
  period,
  respondents: heaps.all.respondents,
  needed: users === null ? null : neededSample(users),
  all: heaps.all,
  index: ikm(averagesOf(heaps.all), convention),
  withoutFlagged: noneOdd(heaps)
    ? undefined
    : {
        respondents: heaps.unflagged.respondents,
        index: ikm(averagesOf(heaps.unflagged), convention),
      },
});
