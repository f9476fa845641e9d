import type { ElementKey } from './elements.ts';
import { compare, readDecimal } from './fraction.ts';
import { smallGroup } from './hide-small.ts';
import type { Ikm } from './ikm.ts';
import type { SkmResult } from './result.ts';
import type { Period } from './survey-period.ts';
import type { Suspicion } from './suspicion.ts';

/** How the index of a period stands beside the one before it; `was`: that index. */
export type Trend = { is: 'up' | 'down' | 'same'; was: string; period: Period };

/**
 * What a unit hears of a week of its survey. `rated`: forms that came into the public figures in it; `standing`: those of
 * the period that its last day lies in. Nothing in it stands for fewer than five people, or leaves fewer to be reckoned.
 */
export type SurveyWeek = {
  unit: SkmResult['unit'];
  rated: number;
  standing: { period: Period; index: Ikm; respondents: number; trend: Trend | null } | null;
  odd: { why: Suspicion; count: number }[];
  /** The index of the period without the odd forms. */
  without: string | null;
  /** What people wrote, cleaned of numbers and names; `service` where enough people rated it. */
  comments: { service: string | null; words: string }[];
  /** How many there are beside these. */
  more: number;
  proposals: ElementKey[];
};

/** The figures of a week from public results alone; `now` and `before` of the unit as a whole. */
export const weekFigures = (
  now: SkmResult | undefined,
  before: SkmResult | undefined,
): Pick<SurveyWeek, 'standing' | 'without'> => {
  const index = enough(now) ? now.index : undefined;
  if (!now || !index) return { standing: null, without: null };
  const { period, respondents, withoutFlagged } = now;
  const last = enough(before) ? before.index : undefined;
  const trend =
    last && before ? { is: towards(last.ikm, index.ikm), was: last.ikm, period: before.period } : null;
  const kept = withoutFlagged?.respondents ?? 0;
  const tellable = kept >= smallGroup && respondents - kept >= smallGroup;
  return {
    standing: { period, index, respondents, trend },
    without: (tellable && withoutFlagged?.index?.ikm) || null,
  };
};

const enough = (result: SkmResult | undefined): result is SkmResult =>
  result !== undefined && result.respondents >= smallGroup;

const towards = (was: string, is: string): Trend['is'] => {
  const way = compare(readDecimal(is), readDecimal(was));
  return way > 0 ? 'up' : way < 0 ? 'down' : 'same';
};

/** Whether a week is worth a letter: nobody is written to about nothing. */
export const hasNews = ({ rated, comments }: SurveyWeek): boolean => rated > 0 || comments.length > 0;
