import { type Gate, judged } from '../gates.ts';
import type { SkmFigures } from './index.ts';

/** The gates of the survey: an index while somebody waits for it, and a shuffle that is over long before the morning. */
export const gatesOf = ({
  size,
  index,
  results,
  shuffleSeconds,
  wrong,
}: Omit<SkmFigures, 'gates'>): Gate[] => [
  judged({
    id: 'K1',
    what: 'p95 of the index of an office over a year',
    unit: 'ms',
    value: index.p95,
    gate: 200,
    aim: 20,
    better: 'less',
    measured: size.answers >= 1_000_000,
  }),
  judged({
    id: 'K2',
    what: 'p95 of its results, every service',
    unit: 'ms',
    value: results.p95,
    gate: 200,
    aim: 50,
    better: 'less',
    measured: size.answers >= 1_000_000,
  }),
  judged({
    id: 'K3',
    what: 'the nightly shuffle of 10,000 forms',
    unit: 's',
    value: shuffleSeconds,
    gate: 60,
    aim: 15,
    better: 'less',
    measured: size.urn >= 10_000,
  }),
  judged({
    id: 'K4',
    what: 'sums that differ from their forms, forms left in the urn',
    unit: '',
    value: wrong,
    gate: 0,
    aim: 0,
    better: 'less',
  }),
];
