import { type Jp, jpOfMinutes } from './jp.ts';
import { type TrainingRules, usualTraining } from './training-rules.ts';

/** What the personnel office decided about a module: the number of its decree, and the hours it gives. */
export type ModuleApproval = { decree: string; jp: Jp };

/**
 * The hours that a module learnt in chat is worth: none until the personnel office approved it with a decree number, and
 * never more than its minutes hold (one JP is 45 minutes, PerLAN 5/2018), rounded down to a hundredth.
 */
export const moduleJp = (
  { minutes, approval }: { minutes: number; approval: ModuleApproval | null },
  { minutesPerJp }: Pick<TrainingRules, 'minutesPerJp'> = usualTraining,
): Jp =>
  approval && /\d/.test(approval.decree) ? Math.min(approval.jp, jpOfMinutes(minutes, minutesPerJp)) : 0;
