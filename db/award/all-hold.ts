import { setImmediate } from 'node:timers/promises';
import type { Ballot } from '../../bot/domain/ballot/bulletin.ts';
import type { Paper } from '../../bot/domain/ballot/paper.ts';
import { verifyBallot } from '../../bot/domain/ballot/verify-ballot.ts';

/** Whether every ballot holds one choice, or blank, of this paper. A thousand take a minute, so others are let in between two: the service answers people meanwhile. */
export const allHold = async (paper: Paper, ballots: readonly Ballot[]): Promise<boolean> => {
  for (const ballot of ballots) {
    if (verifyBallot(paper, ballot) !== undefined) return false;
    await setImmediate();
  }
  return true;
};
