import type { CategoryShare, Member, PartialDecryption } from '../ballot/bulletin.ts';
import type { Pair } from './check-ballot.ts';
import { base, combined, fourBytes, type Point, pointOf, scalarOf } from './curve.ts';
import type { Finding } from './finding.ts';
import { challenge, type Statement } from './statement.ts';

type ShareFault = Extract<Finding, { code: 'share' }>['fault'];

/** A share's part of one entry: what it opens, and which of the sums it was shown it was made for. */
export type OpenedEntry = { partial: Point; sum: Pair };

export type CheckedShare = {
  faults: { entry?: number; fault: ShareFault }[];
  opened: (OpenedEntry | undefined)[];
};

/**
 * One member's partial decryptions of one category. Each must hold for one of the sums of its entry that are handed in
 * (published, and added up anew): where these differ it is the sum that is wrong, and the member is not accused of it.
 */
export function checkShare(
  share: CategoryShare,
  statement: Statement,
  sums: readonly (readonly Pair[])[],
): CheckedShare {
  if (share.entries.length !== statement.entries) return { faults: [{ fault: 'entries' }], opened: [] };
  const commitment = statement.commitment(share.member);
  const checked = share.entries.map((entry, at) =>
    openedOf(entry, share.member, commitment, at, statement.about, sums[at] ?? []),
  );
  return {
    faults: checked.flatMap((one, at) => (typeof one === 'string' ? [{ entry: at + 1, fault: one }] : [])),
    opened: checked.map((one) => (typeof one === 'string' ? undefined : one)),
  };
}

function openedOf(
  entry: PartialDecryption,
  member: Member,
  commitment: Point,
  at: number,
  about: Uint8Array,
  sums: readonly Pair[],
): OpenedEntry | ShareFault {
  const partial = pointOf(entry.partial);
  const [c, s] = [scalarOf(entry.c), scalarOf(entry.s)];
  if (!partial) return 'point';
  if (c === undefined || s === undefined) return 'number';
  const owned = combined([s, base], [-c, commitment]);
  const sum = sums.find(({ alpha, beta }) => {
    const said = combined([s, alpha], [-c, partial]);
    const asked = challenge(
      'pendopo/award/v1/partial',
      about,
      fourBytes(at),
      fourBytes(member),
      ...[commitment, alpha, beta, partial, owned, said].map((point) => point.toBytes()),
    );
    return asked === c;
  });
  return sum ? { partial, sum } : 'proof';
}
