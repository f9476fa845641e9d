import { type AwardCategory, awardCategories } from '../bot/domain/award/award-category.ts';
import type { VoteStep } from '../bot/domain/award/vote-reads.ts';
import type { Seal } from './sealed.ts';

/** A choice on a ballot paper: the candidate's place, or the number of candidates for blank. */
export type Choice = { cycle: number; category: AwardCategory; entry: number };

/** For whom a choice is sealed, and which step it may take. */
type Bound = { contact: number; step: VoteStep };

const placeOf = ({ contact, step }: Bound): string => `${step}|${contact}`;

const written = (value: number, length: number): string => value.toString(36).padStart(length, '0');

/**
 * A choice as a button carries it: seven characters, always as many, sealed with the ballot's own key for one contact and one
 * step. With the name of the button's form it stays within the 64 bytes of Telegram.
 */
export const sealChoice = (seal: Seal, bound: Bound, { cycle, category, entry }: Choice): string => {
  const plain = written(cycle, 4) + written(awardCategories.indexOf(category), 1) + written(entry, 2);
  if (plain.length !== 7) throw new RangeError('no button bears so large a ballot paper');
  return seal.seal('vote', placeOf(bound), plain).toString('base64url');
};

/** The choice that a button carries; none where it is no button of this contact, of this step or of this house. */
export const openChoice = (seal: Seal, bound: Bound, sealed: string): Choice | undefined => {
  try {
    const plain = seal.open('vote', placeOf(bound), Buffer.from(sealed, 'base64url'));
    const category = awardCategories[Number.parseInt(plain.slice(4, 5), 36)];
    const [cycle, entry] = [plain.slice(0, 4), plain.slice(5)].map((part) => Number.parseInt(part, 36));
    if (category === undefined || cycle === undefined || entry === undefined) return undefined;
    return { cycle, category, entry };
  } catch {
    return undefined;
  }
};
