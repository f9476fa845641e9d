import type { ResultReads } from '../../../bot/domain/award/result-reads.ts';
import type { City } from '../../../bot/ports.ts';
import type { Runner } from '../../prepared.ts';
import type { Seal } from '../../sealed.ts';
import { objectingNow } from './objecting.ts';
import { objectionFor, objectionsFor } from './objection.ts';
import { awardResultFor } from './result.ts';
import { storyAsked } from './story-asked.ts';

/** What the conversation of one chat may look up of the award's result and of objections. */
export const createResultReads = (
  runner: Runner,
  seal: Seal,
  city: () => City,
  { contact, now }: { contact: number; now: () => Date },
): ResultReads => ({
  awardResult: () => awardResultFor(runner, city(), { contact, now: now() }),
  objecting: async (nominee) => {
    const found = await objectingNow(runner, city(), { contact, nominee, now: now() });
    return typeof found === 'string' ? { is: found } : found.may;
  },
  awardObjection: (number) => objectionFor(runner, seal, city(), { contact, number, now: now() }),
  waitingObjections: () => objectionsFor(runner, city(), { contact, now: now() }),
  storyAsked: (nominee) => storyAsked(runner, { contact, nominee }),
});
