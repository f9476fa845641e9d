import type { AwardCategory } from './award-category.ts';
import type { ReceiptLook, VoteChoice, VoteList, Voting } from './vote-view.ts';

/** What conversations may look up of the ballot. A sealed choice opens in the chat that it was made for, and for one step only. */
export type VoteReads = {
  voting: () => Promise<Voting>;
  /** Null where this voter can not vote in it now. */
  voteList: (category: AwardCategory) => Promise<VoteList | null>;
  /** Null where it is somebody else's, of another cycle, for the other step, or may not be chosen any more. */
  voteChoice: (pressed: { sealed: string; step: VoteStep }) => Promise<VoteChoice | null>;
  voteReceipt: (code: string) => Promise<ReceiptLook>;
};

/** What a sealed button does: show a candidate, or send the ballot. */
export type VoteStep = 'look' | 'cast';
