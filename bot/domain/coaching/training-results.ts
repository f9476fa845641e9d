import { type Fraction, fraction, halfUp } from '../skm/fraction.ts';
import { smallGroup } from '../skm/hide-small.ts';
import type { Jp } from '../training/jp.ts';
import type { UsedAnswer } from './used-at-work.ts';

/** What came of a training. `cost`: whole rupiah in all, null where nobody said; `jp`: hours of one person. */
export type TrainingFacts = {
  training: string;
  jp: Jp;
  cost: number | null;
  finished: number;
  used: { readonly [A in UsedAnswer]: number };
};

/** As those who plan see it: the share that uses it at work (percent, two decimals) of `n` answers, and the exact cost of one JP. */
export type TrainingResult = {
  training: string;
  finished: number;
  used: { share: string; often: string; n: number } | 'hidden';
  costPerJp: Fraction | null;
};

const percent = (part: number, whole: number): string => halfUp(fraction(part * 100, whole), 2);

/** Results per training; a module without hours or a training nobody finished has no cost per JP. */
export const trainingResult = ({ training, jp, cost, finished, used }: TrainingFacts): TrainingResult => {
  const n = used.often + used.sometimes + used.not_yet;
  const hours = jp * finished;
  return {
    training,
    finished,
    used:
      n < smallGroup
        ? 'hidden'
        : { share: percent(used.often + used.sometimes, n), often: percent(used.often, n), n },
    costPerJp: cost === null || hours === 0 ? null : fraction(BigInt(cost) * 100n, hours),
  };
};
