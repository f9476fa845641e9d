import { matchChoice } from './match-choice.ts';
import { type Choice, say } from './reply.ts';
import type { Talk } from './talk.ts';
import type { Tongue } from './tongue.ts';

/** Fewer choices than this stand on one page everywhere. */
const pagedFrom = 4;

const steps: readonly Choice[] = [
  { id: '1', label: say('button.next') },
  { id: '-1', label: say('button.previous') },
  { id: '+1', label: say('button.others') },
];

/**
 * The page that a typed "Berikutnya" or "Sebelumnya" turns to. Where there are no buttons the steps are printed as
 * words, so they must work as words; how many pages there are only the channel knows, and it stops at the last.
 */
export const turnedPage = (
  typed: string,
  talk: Talk,
  choices: readonly Choice[],
  tongue: Tongue,
): number | undefined => {
  if (choices.length < pagedFrom) return undefined;
  const step = matchChoice(typed, steps, tongue);
  if (!step) return undefined;
  return Math.min(Math.max((talk.page ?? 0) + Number(step.id), 0), choices.length - 1);
};
