import { hashOf } from './rules-hash.ts';

/** Somebody who may vote: an employee by number and NIP, and the office by code. */
export type Voter = { id: number; nip: string; office: string };

/** The frozen list of voters, by NIP. */
export type Roll = readonly Voter[];

/** Freezes a list of voters in the one order that its hash is made in; somebody who stands there twice throws. */
export const rollOf = (voters: readonly Voter[]): Roll => {
  const roll = voters
    .map(({ id, nip, office }) => ({ id, nip, office }))
    .toSorted((one, other) => (one.nip < other.nip ? -1 : one.nip > other.nip ? 1 : 0));
  const isTwice = new Set(roll.map(({ id }) => id)).size < roll.length;
  if (isTwice || roll.some(({ nip }, i) => roll[i + 1]?.nip === nip))
    throw new RangeError('somebody is on the roll twice');
  return roll;
};

/**
 * The `roll_hash` of the bulletin: of the cycle's code and of each voter's NIP and office, which whoever holds the printed roll
 * can hash as well; our own numbers are not in it.
 */
export const rollHash = (cycle: string, roll: Roll): string =>
  hashOf({ cycle, voters: rollOf(roll).map(({ nip, office }) => ({ nip, office })) });
