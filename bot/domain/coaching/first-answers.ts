import type { ClockRules } from '../citizen-pause.ts';
import { type ClockFacts, reportClocks } from '../report-clocks.ts';
import type { Window } from './figure.ts';

/**
 * Of reports whose first answer was promised within a window (pauses moved the day): how many there were, and to how many
 * it was given in time. Each counts in one window only, and what waits for the citizen or ended otherwise in none.
 */
export const firstAnswers = (
  reports: readonly ClockFacts[],
  rules: ClockRules,
  { from, until }: Window,
): { met: number; of: number } => {
  const promised = reports
    .map((facts) => reportClocks(facts, rules).firstAnswer)
    .filter((one) => one.is === 'met' || one.is === 'running')
    .filter(({ first }) => first >= from && first <= until);
  return {
    met: promised.filter((one) => one.is === 'met' && one.inTime).length,
    of: promised.length,
  };
};
