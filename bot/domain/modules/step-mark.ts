import { hashOf } from './choice-order.ts';
import type { Step } from './module.ts';

/**
 * What a button carries of the step it stands under: made of all that the step says and of the attempt, so that a button
 * from before the module was changed, or from an earlier attempt, is known as old.
 */
export const stepMark = (step: Step, attempt: number): string =>
  hashOf(`${attempt}|${JSON.stringify(step)}`)
    .toString(36)
    .padStart(7, '0');
