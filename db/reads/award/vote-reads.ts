import type { VoteReads } from '../../../bot/domain/award/vote-reads.ts';
import type { City } from '../../../bot/ports.ts';
import type { Runner } from '../../prepared.ts';
import type { Seal } from '../../sealed.ts';
import { voteChoiceFor, voteListFor, votingFor } from './vote.ts';
import { receiptLook } from './vote-receipt.ts';

/** What a contact may look up of the ballot. */
export const createVoteReads = (
  runner: Runner,
  seal: Seal,
  city: () => City,
  { contact, now }: { contact: number; now: () => Date },
): VoteReads => ({
  voting: () => votingFor(runner, city(), { contact, now: now() }),
  voteList: (category) => voteListFor(runner, seal, city(), category, { contact, now: now() }),
  voteChoice: (pressed) => voteChoiceFor(runner, seal, city(), pressed, { contact, now: now() }),
  voteReceipt: (code) => receiptLook(runner, city(), { code, now: now() }),
});
