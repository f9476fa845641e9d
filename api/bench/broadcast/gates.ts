import { type Gate, judged } from '../gates.ts';
import type { Broadcast } from './play.ts';

const less = 'less' as const;

/** What the barest sender took for 1,000 letters where the gate of 300 ms was set (`performance.md`), in milliseconds of processor time. */
const bareThere = 99;

/** Processor time as it would have been there: two runs on two machines are compared by what the same bare sender takes on each. */
const there = ({ cpuPerThousand, bareCpuPerThousand }: Broadcast): number =>
  (cpuPerThousand / bareCpuPerThousand) * bareThere;

/** The gates of a broadcast (P6). Speed says something from thousands of letters on. */
export const gatesOf = (played: Broadcast): Gate[] => {
  const measured = played.size.letters >= 5_000;
  return [
    judged({
      id: 'P6a',
      what: 'share of the cap outside forced pauses',
      unit: '%',
      value: played.share.ofCap * 100,
      gate: 97,
      aim: 99,
      better: 'more',
      measured,
    }),
    judged({ id: 'P6b', what: 'letters lost', unit: '', value: played.lost, gate: 0, aim: 0, better: less }),
    judged({
      id: 'P6c',
      what: 'letters doubled beyond those in hand at the kill',
      unit: '',
      value: Math.max(0, played.doubled - played.heldAtKill),
      gate: 0,
      aim: 0,
      better: less,
    }),
    judged({
      id: 'P6d',
      what: 'calls made before a known retry_after was over',
      unit: '',
      value: played.early,
      gate: 0,
      aim: 0,
      better: less,
    }),
    judged({
      id: 'P6e',
      what: `CPU per 1,000 letters where a bare sender takes ${bareThere}`,
      unit: 'ms',
      value: there(played),
      gate: 300,
      aim: 150,
      better: less,
      measured,
    }),
    judged({
      id: 'P6f',
      what: 'memory above idle',
      unit: 'MB',
      value: played.aboveIdleMb,
      gate: 100,
      aim: 70,
      better: less,
      measured,
    }),
    judged({
      id: 'P6g',
      what: 'p95 of replies to citizens beside it',
      unit: 'ms',
      value: played.beside.p95,
      gate: 2_000,
      aim: 500,
      better: less,
      measured: played.beside.samples >= 100,
    }),
    judged({
      id: 'P6h',
      what: 'citizens forgotten',
      unit: '',
      value: played.stuck,
      gate: 0,
      aim: 0,
      better: less,
    }),
  ];
};
