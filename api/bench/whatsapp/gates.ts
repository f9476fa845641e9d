import { type Gate, judged } from '../gates.ts';
import { median } from '../quantiles.ts';
import { type Steady, wrongIn } from './load.ts';
import type { News } from './news.ts';
import type { StepTrips } from './trips.ts';

/** Fewer answers than this say nothing about the slowest of a hundred. */
const enoughSamples = 1_000;

/** The gates of the benchmark by WhatsApp. The answer is given before the Graph API is called, so that a second is far. */
export const gatesOf = (steps: readonly StepTrips[], rounds: readonly Steady[], news: News): Gate[] => {
  const before = steps.map((step) => step.before);
  const less = 'less' as const;
  return [
    judged({
      id: 'W1a',
      what: 'database trips, the dearest ordinary step with its letter',
      unit: '',
      value: Math.max(...before.slice(0, -1)),
      gate: 2,
      aim: 1,
      better: less,
    }),
    judged({
      id: 'W1b',
      what: 'database trips, the step with effects',
      unit: '',
      value: before.at(-1) ?? Number.NaN,
      gate: 6,
      aim: 4,
      better: less,
    }),
    judged({
      id: 'W2',
      what: 'database trips behind the answer, its mark as sent',
      unit: '',
      value: Math.max(...steps.map(({ behind }) => behind)),
      gate: 1,
      aim: 1,
      better: less,
    }),
    judged({
      id: 'W3',
      what: 'p99 of the webhook answer',
      unit: 'ms',
      value: median(rounds.map(({ answer }) => answer.p99)),
      gate: 1_000,
      aim: 50,
      better: less,
      measured: rounds.every(({ answer }) => answer.samples >= enoughSamples),
    }),
    judged({
      id: 'W4',
      what: 'tickets or messages missing or doubled',
      unit: '',
      value: rounds.reduce((sum, round) => sum + wrongIn(round), 0) + news.missing + news.doubled,
      gate: 0,
      aim: 0,
      better: less,
    }),
  ];
};
