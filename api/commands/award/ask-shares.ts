import { createInterface } from 'node:readline/promises';
import { isCancel, password } from '@clack/prompts';
import { readShare, type Share } from '../../../bot/domain/ballot/keys.ts';

/** Two shares as typed, or why they are none; what was typed is told to nobody. */
export type AskedShares = { shares: readonly [Share, Share] } | { refused: string };

const lines = async (): Promise<string[]> => {
  const typed: string[] = [];
  for await (const line of createInterface({ input: process.stdin }))
    if (line.trim() !== '') typed.push(line);
  return typed;
};

const prompted = async (): Promise<string[]> => {
  const typed: string[] = [];
  for (const which of ['First', 'Second']) {
    const answer = await password({ message: `${which} share, as on the paper`, output: process.stderr });
    if (isCancel(answer)) return typed;
    typed.push(answer ?? '');
  }
  return typed;
};

/**
 * Asks two keepers for their shares: unseen on a screen, else a line each on standard input. Never as arguments, which other
 * people of the machine could read and the shell would keep.
 */
export const askShares = async (): Promise<AskedShares> => {
  const typed = process.stdin.isTTY ? await prompted() : await lines();
  if (typed.length < 2)
    return {
      refused: `Two shares are needed, a line each; there ${typed.length === 1 ? 'is one' : 'is none'}.`,
    };
  if (typed.length > 2) return { refused: 'Two shares are needed, a line each; there are more.' };
  const [left, right] = typed.map(readShare);
  if (!left || !right) {
    const which = [left, right].flatMap((share, at) => (share ? [] : [at === 0 ? 'first' : 'second']));
    return {
      refused: `The ${which.join(' and the ')} is no share: a digit from 1 to 3, a dash, 64 digits or letters a to f.`,
    };
  }
  return { shares: [left, right] };
};
