import type { BallotCategory, Bulletin, Label, Member } from '../ballot/bulletin.ts';
import { challengeOf, combined, digestOf, nothing, type Point, pointOf } from './curve.ts';

/** What every proof of one category is about: it counts for this cycle, key, category and these candidates only. */
export type Statement = {
  category: string;
  /** One for each candidate, and blank. */
  entries: number;
  key: Point;
  /** What member i has bound itself to: key + i times slope (Feldman 1987). */
  commitment: (member: Member) => Point;
  /** The digest that the format calls E. */
  about: Uint8Array;
};

export const label = (of: Label): Uint8Array => Buffer.from(of, 'utf8');

const utf8 = (words: string): Uint8Array => Buffer.from(words, 'utf8');

/** The challenge that a hash over these parts gives. */
export const challenge = (of: Label, ...parts: readonly Uint8Array[]): bigint =>
  challengeOf(digestOf([label(of), ...parts]));

/** Key and slope, or nothing when one of them or a member's commitment is no point or the identity. */
export function readKey({
  public_key,
}: Pick<Bulletin, 'public_key'>): [key: Point, slope: Point] | undefined {
  const [key, slope] = [pointOf(public_key.key), pointOf(public_key.slope)];
  if (!key || !slope) return undefined;
  const bound = [key, slope, ...[1n, 2n, 3n].map((member) => combined([1n, key], [member, slope]))];
  return bound.some((point) => point.equals(nothing)) ? undefined : [key, slope];
}

/** The statement of one category of a bulletin. */
export function statementOf(
  bulletin: Pick<Bulletin, 'cycle' | 'rules_hash'>,
  { category, candidates }: BallotCategory,
  [key, slope]: readonly [Point, Point],
): Statement {
  const about = digestOf([
    label('pendopo/award/v1/category'),
    utf8(bulletin.cycle),
    Buffer.from(bulletin.rules_hash, 'hex'),
    key.toBytes(),
    slope.toBytes(),
    utf8(category),
    ...candidates.map(utf8),
  ]);
  const commitment = (member: Member) => combined([1n, key], [BigInt(member), slope]);
  return { category, entries: candidates.length + 1, key, commitment, about };
}
