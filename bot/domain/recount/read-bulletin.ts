import type {
  Ballot,
  BallotCategory,
  Bulletin,
  CategoryShare,
  CategorySum,
  CategoryTotal,
  Ciphertext,
  Member,
  OneOf,
  PartialDecryption,
  PublicKey,
  SumIsOne,
  Tie,
} from '../ballot/bulletin.ts';
import { keysTwice } from './keys-twice.ts';
import { type BulletinFault, count, fields, hex, list, type Read, type ReadOutcome, text } from './read.ts';

const bytes32 = hex(32);

const member: Read<Member> = (value, path) =>
  value === 1 || value === 2 || value === 3 ? { value } : { faults: [{ path, fault: 'member' }] };

const oneOf = fields<OneOf>({ c0: bytes32, c1: bytes32, s0: bytes32, s1: bytes32 });

const entry = fields<Ciphertext & { oneOf: OneOf }>({ alpha: bytes32, beta: bytes32, oneOf });

const ballot = fields<Ballot>({
  category: text,
  entries: list(entry),
  sumIsOne: fields<SumIsOne>({ c: bytes32, s: bytes32 }),
});

const share = fields<CategoryShare>({
  member,
  category: text,
  entries: list(fields<PartialDecryption>({ partial: bytes32, c: bytes32, s: bytes32 })),
});

const bulletin = fields<Bulletin>({
  cycle: text,
  rules_hash: bytes32,
  roll_hash: bytes32,
  categories: list(fields<BallotCategory>({ category: text, candidates: list(text) })),
  public_key: fields<PublicKey>({ key: bytes32, slope: bytes32 }),
  receipts: list(fields<Bulletin['receipts'][number]>({ category: text, hashes: list(bytes32) })),
  ballots: list(ballot),
  sums: list(
    fields<CategorySum>({
      category: text,
      entries: list(fields<Ciphertext>({ alpha: bytes32, beta: bytes32 })),
    }),
  ),
  shares: list(share),
  totals: list(fields<CategoryTotal>({ category: text, votes: list(count) })),
  ties: list(fields<Tie>({ category: text, votes: count, candidates: list(text) })),
});

/**
 * A bulletin read from its JSON, or every fault of its form by place. Strict: no field more or less, no key twice, one
 * writing for each value, so that two readers of one file cannot see two bulletins. Whether the numbers are right is
 * `recount`'s to say.
 */
export function readBulletin(json: string): { bulletin: Bulletin } | { faults: readonly BulletinFault[] } {
  const parsed = parse(json);
  if ('faults' in parsed) return parsed;
  const twice = keysTwice(json);
  const read = bulletin(parsed.value, '');
  if ('faults' in read) return { faults: [...twice, ...read.faults] };
  return twice.length > 0 ? { faults: twice } : { bulletin: read.value };
}

function parse(json: string): ReadOutcome<unknown> {
  try {
    return { value: JSON.parse(json) };
  } catch {
    return { faults: [{ path: '', fault: 'not-json' }] };
  }
}
