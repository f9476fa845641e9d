import { median } from './quantiles.ts';
import type { Round } from './round.ts';
import type { Trips } from './trips.ts';

/** A promise about speed: how far we are, what the build demands, where we want to be. */
export type Gate = {
  id: string;
  what: string;
  unit: string;
  value: number;
  gate: number;
  aim: number;
  better: 'more' | 'less';
  verdict: 'passed' | 'failed' | 'unmeasured';
};

type Claim = Omit<Gate, 'verdict'> & { measured?: boolean };

/** Fewer answers than this say nothing about the slowest of a hundred. */
const enoughSamples = 10_000;

/** A claim with its verdict: without enough to go by it is unmeasured. */
export const judged = ({ measured = true, ...claim }: Claim): Gate => {
  const kept = claim.better === 'more' ? claim.value >= claim.gate : claim.value <= claim.gate;
  return {
    ...claim,
    verdict: !measured || Number.isNaN(claim.value) ? 'unmeasured' : kept ? 'passed' : 'failed',
  };
};

/** The ratio in each round, ours to the reference's of the same turn; the middle one counts. */
export const ratio = (
  ours: readonly Round[],
  theirs: readonly Round[],
  of: (round: Round) => number,
): number => median(ours.map((round, i) => of(round) / (theirs[i] ? of(theirs[i]) : Number.NaN)));

const wrong = ({ dialogues, tickets, same, stuck, stuckInStorm }: Round): number =>
  Math.abs(tickets - dialogues) + Math.abs(tickets - same) + stuck + stuckInStorm;

/** The gates of the benchmark, numbered as in the list of our promises. */
export const gatesOf = (ours: readonly Round[], theirs: readonly Round[], trips: Trips): Gate[] => {
  const ordinary = trips.steps.slice(0, -1).map((step) => step.trips);
  return [
    judged({
      id: 'P1',
      what: 'updates/s against the reference',
      unit: '×',
      value: ratio(ours, theirs, (round) => round.updatesPerSecond),
      gate: 0.7,
      aim: 0.9,
      better: 'more',
    }),
    judged({
      id: 'P2',
      what: 'CPU per update against the reference',
      unit: '×',
      value: ratio(ours, theirs, (round) => round.cpuPerUpdate),
      gate: 1.7,
      aim: 1.3,
      better: 'less',
    }),
    judged({
      id: 'P3a',
      what: 'database trips, the dearest ordinary step',
      unit: '',
      value: Math.max(...ordinary),
      gate: 2,
      aim: 1,
      better: 'less',
    }),
    judged({
      id: 'P3b',
      what: 'database trips, the step with effects',
      unit: '',
      value: trips.steps.at(-1)?.trips ?? Number.NaN,
      gate: 6,
      aim: 4,
      better: 'less',
    }),
    judged({
      id: 'P4',
      what: 'p99 of the open load',
      unit: 'ms',
      value: median(ours.map(({ open }) => open.p99)),
      gate: 50,
      aim: 25,
      better: 'less',
      measured: ours.every(({ open }) => open.samples >= enoughSamples),
    }),
    judged({
      id: 'P7',
      what: 'tickets missing or doubled, people forgotten',
      unit: '',
      value: ours.reduce((sum, round) => sum + wrong(round), 0),
      gate: 0,
      aim: 0,
      better: 'less',
    }),
    judged({
      id: 'P8',
      what: 'memory after the saturated load',
      unit: 'MB',
      value: Math.max(...ours.map(({ rssMb }) => rssMb)),
      gate: 270,
      aim: 200,
      better: 'less',
    }),
  ];
};
