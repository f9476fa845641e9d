import type { Member, PublicKey } from './bulletin.ts';
import {
  drawScalar,
  generator,
  type Point,
  type Random,
  readPoint,
  readScalar,
  scalars,
  times,
  writePoint,
  writeScalar,
} from './group.ts';

/** What one member of the committee keeps, and nobody else: f(member) of the key's line. */
export type Share = { readonly member: Member; readonly secret: bigint };

/** A public key as points. */
export type CycleKey = { readonly key: Point; readonly slope: Point };

export const members: readonly Member[] = [1, 2, 3];

/**
 * The key of a cycle, split so that any two of three open it and one alone learns nothing (Shamir 1979), with the
 * commitments by which each member checks the own share (Feldman 1987). The whole key stands in memory while it is split
 * and is not handed out.
 */
export function splitKey(random: Random): { publicKey: PublicKey; shares: readonly Share[] } {
  const [whole, slope] = [drawScalar(random), drawScalar(random)];
  const shares = members.map((member) => ({
    member,
    secret: scalars.add(whole, scalars.mul(BigInt(member), slope)),
  }));
  if (shares.some(({ secret }) => secret === 0n)) throw new RangeError('the random bytes are not random');
  const publicKey = {
    key: writePoint(times(generator, whole)),
    slope: writePoint(times(generator, slope)),
  };
  return { publicKey, shares };
}

/** A published key as points, or none when it is not one that `splitKey` could have made. */
export function readKey(published: PublicKey): CycleKey | undefined {
  const [key, slope] = [readPoint(published.key), readPoint(published.slope)];
  if (!key || !slope || slope.is0() || key.is0()) return undefined;
  return members.some((member) => commitmentOf({ key, slope }, member).is0()) ? undefined : { key, slope };
}

/** The public side of a member's share: `key` + member·`slope`. */
export const commitmentOf = ({ key, slope }: CycleKey, member: Member): Point =>
  key.add(slope.multiplyUnsafe(BigInt(member)));

/** Whether a share is of this key and this member. */
export const isShareOf = (key: CycleKey, { member, secret }: Share): boolean =>
  times(generator, secret).equals(commitmentOf(key, member));

/** A share as handed to a member: the number, a dash and the scalar's 64 digits. */
export const writeShare = ({ member, secret }: Share): string => `${member}-${writeScalar(secret)}`;

/** A share as a member typed it, or none when it cannot be one; `isShareOf` tells whether it is of this cycle. */
export function readShare(typed: string): Share | undefined {
  const [, number, digits = ''] = /^([123])-([0-9a-f]{64})$/.exec(typed.trim().toLowerCase()) ?? [];
  const member = members.find((known) => String(known) === number);
  const secret = readScalar(digits);
  return member && secret ? { member, secret } : undefined;
}
