import type { BallotCategory, Bulletin, Ciphertext } from './bulletin.ts';
import { type CycleKey, readKey } from './keys.ts';
import { bytesOfHex, digest } from './transcript.ts';

/** What is fixed before the first vote and to which every proof of the cycle is bound. */
export type Election = Pick<Bulletin, 'cycle' | 'rules_hash' | 'public_key'>;

/** The ballot paper of one category: how many entries a ballot has, the key, and the digest that its proofs begin with. */
export type Paper = {
  readonly category: string;
  readonly entries: number;
  readonly key: CycleKey;
  readonly digest: Uint8Array;
};

/** Of the table by which the key is multiplied: it pays for itself with the first ballot, a larger one only with many. */
const tableBits = 4;

/** The paper of a category; none when the key is no key, the rules' hash no hash, or a candidate stands there twice. */
export function paperOf(
  { cycle, rules_hash, public_key }: Election,
  { category, candidates }: BallotCategory,
): Paper | undefined {
  const key = readKey(public_key);
  const sound = /^[0-9a-f]{64}$/.test(rules_hash) && new Set(candidates).size === candidates.length;
  if (!key || !sound) return undefined;
  key.key.precompute(tableBits);
  const fixed = [rules_hash, public_key.key, public_key.slope].map(bytesOfHex);
  return {
    category,
    entries: candidates.length + 1,
    key,
    digest: digest('pendopo/award/v1/category', [cycle, ...fixed, category, ...candidates]),
  };
}

/** The digest of a ballot's whole vector, with which each of its proofs begins: none can be moved to another ballot. */
export const vectorDigest = (paper: Paper, entries: readonly Ciphertext[]): Uint8Array =>
  digest('pendopo/award/v1/ballot', [
    paper.digest,
    ...entries.flatMap(({ alpha, beta }) => [bytesOfHex(alpha), bytesOfHex(beta)]),
  ]);
