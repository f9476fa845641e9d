import type { Member } from '../ballot/bulletin.ts';

/** The lists of a bulletin whose order is laid down. */
export type OrderedList = 'receipts' | 'ballots' | 'sums' | 'shares' | 'totals' | 'ties';

/**
 * What is wrong with a ballot. `point`, `number`: an encoding that is not canonical, or the identity where it may not be;
 * `not-0-or-1`, `not-one-choice`: the proof does not hold; `copied`: an `alpha` of it stands in an earlier place too.
 */
export type BallotFault =
  | 'category'
  | 'entries'
  | 'point'
  | 'number'
  | 'not-0-or-1'
  | 'not-one-choice'
  | 'copied';

/**
 * One thing in which a bulletin does not add up, and where. `ballot` and `entry` count from 1 as people do, `ballot` over
 * the whole list, `entry` in the order of the candidates with blank last.
 */
export type Finding =
  /** The bulletin's hash is not the one handed in. */
  | { code: 'hash'; of: 'rules' | 'roll' }
  /** A part of the key is no point, or the identity; no proof can be looked at. */
  | { code: 'key' }
  | { code: 'category-twice'; category: string }
  | { code: 'candidate-twice'; category: string; candidate: string }
  /** Not in the order laid down, or not one for each category. */
  | { code: 'order'; list: OrderedList }
  | { code: 'ballot'; ballot: number; category: string; entry?: number; fault: BallotFault }
  /** Cycle, rules hash, key, the category's name or its candidates are not those the ballots were made for. */
  | { code: 'no-proof-holds'; category: string }
  | { code: 'receipts'; category: string; receipts: number; ballots: number }
  | { code: 'receipt-twice'; category: string; hash: string }
  /** A receipt that somebody holds is not in the bulletin. */
  | { code: 'receipt-missing'; hash: string }
  | { code: 'sum'; category: string; entry?: number; fault: 'entries' | 'point' | 'not-the-ballots' }
  /** Not exactly two members, the same two in each category. */
  | { code: 'members'; category: string; members: readonly Member[] }
  | {
      code: 'share';
      member: Member;
      category: string;
      entry?: number;
      fault: 'entries' | 'point' | 'number' | 'proof';
    }
  /** `counted` is what the shares open, where that is a number of votes at all. */
  | { code: 'total'; category: string; entry: number; says: number | undefined; counted: number | undefined }
  | { code: 'votes'; category: string; votes: number; ballots: number }
  | { code: 'ties'; category: string };
