import type { Bulletin } from '../../ballot/bulletin.ts';
import { base, pointOf } from '../curve.ts';
import type { Finding } from '../finding.ts';

type Draft<T> = T extends readonly (infer I)[]
  ? Draft<I>[]
  : T extends object
    ? { -readonly [K in keyof T]: Draft<T[K]> }
    : T;

/** Findings that must be among those made, and the codes that others may have besides: nobody else is accused. */
type Expected = { named: object[]; besides?: Finding['code'][] };

/** One change to a bulletin in which all is well; `pick` chooses a place from 0 below so many, `turn` from 0 the kind. */
export type Change = (draft: Draft<Bulletin>, pick: (below: number) => number, turn: number) => Expected;

export const draftOf = (bulletin: Bulletin) => structuredClone(bulletin) as Draft<Bulletin>;

const sure = <T>(value: T | undefined): T => {
  if (value === undefined) throw new Error('the bulletin to be changed is too small');
  return value;
};

const one = <T>(list: T[], pick: (below: number) => number) => {
  const at = pick(list.length);
  return { at, item: sure(list[at]) };
};

const moved = (point: string) => sure(pointOf(point)).add(base).toHex();

/** Another scalar: the lowest byte changed, which never reaches the order. */
const bent = (scalar: string) => `${scalar.startsWith('00') ? '01' : '00'}${scalar.slice(2)}`;

const tooLarge = 'ff'.repeat(32);
const zeros = '00'.repeat(32);
const scalarNames = ['c0', 'c1', 's0', 's1'] as const;
const orders = ['order' as const];
const bothUnheld = [
  { code: 'no-proof-holds', category: 'manajerial' },
  { code: 'no-proof-holds', category: 'pelaksana' },
];

const ballotOf = (draft: Draft<Bulletin>, pick: (below: number) => number) => {
  const { at, item: ballot } = one(draft.ballots, pick);
  const { at: n, item: entry } = one(ballot.entries, pick);
  return { at, ballot, n, entry, here: { code: 'ballot', ballot: at + 1, category: ballot.category } };
};

const shareOf = (draft: Draft<Bulletin>, pick: (below: number) => number) => {
  const { at, item: share } = one(draft.shares, pick);
  const { at: n, item: entry } = one(share.entries, pick);
  const here = { code: 'share', member: share.member, category: share.category, entry: n + 1 };
  return { at, share, entry, here };
};

export const changes: Record<string, Change> = {
  'a point in a ballot': (draft, pick, turn) => {
    const { ballot, n, entry, here } = ballotOf(draft, pick);
    if (turn % 2 === 0) entry.alpha = moved(entry.alpha);
    else entry.beta = moved(entry.beta);
    const sum = { code: 'sum', category: ballot.category, entry: n + 1, fault: 'not-the-ballots' };
    return { named: [{ ...here, entry: n + 1, fault: 'not-0-or-1' }, sum], besides: orders };
  },
  'a proof of an entry': (draft, pick, turn) => {
    const { n, entry, here } = ballotOf(draft, pick);
    const name = sure(scalarNames[turn % 4]);
    entry.oneOf[name] = bent(entry.oneOf[name]);
    return { named: [{ ...here, entry: n + 1, fault: 'not-0-or-1' }] };
  },
  'the proof that entries add up to one': (draft, pick, turn) => {
    const { ballot, here } = ballotOf(draft, pick);
    const name = turn % 2 === 0 ? 'c' : 's';
    ballot.sumIsOne[name] = bent(ballot.sumIsOne[name]);
    return { named: [{ ...here, fault: 'not-one-choice' }] };
  },
  'the order of entries in a ballot': (draft, pick) => {
    const { ballot, here } = ballotOf(draft, pick);
    ballot.entries.reverse();
    return { named: [{ ...here, fault: 'not-0-or-1' }], besides: ['order', 'sum'] };
  },
  'a point into none': (draft, pick, turn) => {
    const { n, entry, here } = ballotOf(draft, pick);
    entry[turn % 2 === 0 ? 'alpha' : 'beta'] = sure(
      [tooLarge, zeros, 'zz'.repeat(32), '', 'AB'.repeat(32)][turn % 5],
    );
    return { named: [{ ...here, entry: n + 1, fault: 'point' }], besides: ['order', 'sum'] };
  },
  'a number to one beyond the order of the group': (draft, pick, turn) => {
    const { n, entry, here } = ballotOf(draft, pick);
    entry.oneOf[sure(scalarNames[turn % 4])] = tooLarge;
    return { named: [{ ...here, entry: n + 1, fault: 'number' }] };
  },
  'the number of entries in a ballot': (draft, pick) => {
    const { ballot, here } = ballotOf(draft, pick);
    ballot.entries.pop();
    return { named: [{ ...here, fault: 'entries' }], besides: ['sum'] };
  },
  'the ballots, one left out': (draft, pick) => {
    const { at, ballot } = ballotOf(draft, pick);
    draft.ballots.splice(at, 1);
    const { category } = ballot;
    const left = draft.ballots.filter((other) => other.category === category).length;
    const named = [
      { code: 'receipts', category, receipts: left + 1, ballots: left },
      { code: 'votes', category, votes: left + 1, ballots: left },
      { code: 'sum', category, entry: 1, fault: 'not-the-ballots' },
    ];
    return { named, besides: ['sum'] };
  },
  'the ballots, one listed twice': (draft, pick) => {
    const { at, ballot, here } = ballotOf(draft, pick);
    draft.ballots.splice(at, 0, structuredClone(ballot));
    const { category } = ballot;
    const copied = { ...here, ballot: at + 2, entry: 1, fault: 'copied' };
    return { named: [copied, { code: 'receipts', category }], besides: ['sum', 'votes'] };
  },
  'the category of a ballot': (draft, pick, turn) => {
    const { ballot, here } = ballotOf(draft, pick);
    ballot.category =
      turn % 2 === 0 ? 'teladan' : ballot.category === 'manajerial' ? 'pelaksana' : 'manajerial';
    const fault = ballot.category === 'teladan' ? 'category' : 'entries';
    const named = [{ ...here, category: ballot.category, fault }];
    return { named, besides: ['order', 'sum', 'receipts', 'votes'] };
  },
  'the order of ballots': (draft) => {
    const [one, other] = draft.ballots;
    draft.ballots.splice(0, 2, sure(other), sure(one));
    return { named: [{ code: 'order', list: 'ballots' }] };
  },
  'the hash of the roll': (draft) => {
    draft.roll_hash = bent(draft.roll_hash);
    return { named: [{ code: 'hash', of: 'roll' }] };
  },
  'the hash of the rules': (draft) => {
    draft.rules_hash = bent(draft.rules_hash);
    return { named: [{ code: 'hash', of: 'rules' }, ...bothUnheld] };
  },
  'the cycle': (draft) => {
    draft.cycle = 'asn-2028';
    return { named: bothUnheld };
  },
  'the key': (draft, _, turn) => {
    const name = turn % 2 === 0 ? 'key' : 'slope';
    const isNone = turn < 2;
    draft.public_key[name] = isNone ? zeros : moved(draft.public_key[name]);
    return { named: isNone ? [{ code: 'key' }] : bothUnheld };
  },
  "a candidate's name": (draft, pick) => {
    const { item } = one(draft.categories, pick);
    const { at } = one(item.candidates, pick);
    item.candidates[at] = 'Fajar';
    return { named: [{ code: 'no-proof-holds', category: item.category }], besides: ['ties'] };
  },
  "a share's proof": (draft, pick, turn) => {
    const { entry, here } = shareOf(draft, pick);
    const name = turn % 2 === 0 ? 'c' : 's';
    entry[name] = bent(entry[name]);
    return { named: [{ ...here, fault: 'proof' }] };
  },
  'what a share opens': (draft, pick) => {
    const { entry, here } = shareOf(draft, pick);
    entry.partial = moved(entry.partial);
    return { named: [{ ...here, fault: 'proof' }] };
  },
  'the shares, one left out': (draft, pick) => {
    const { at, share } = shareOf(draft, pick);
    draft.shares.splice(at, 1);
    return { named: [{ code: 'members', category: share.category }] };
  },
  'a sum': (draft, pick, turn) => {
    const { item } = one(draft.sums, pick);
    const { at, item: entry } = one(item.entries, pick);
    const name = turn % 2 === 0 ? 'alpha' : 'beta';
    entry[name] = moved(entry[name]);
    return { named: [{ code: 'sum', category: item.category, entry: at + 1, fault: 'not-the-ballots' }] };
  },
  'a count': (draft, pick, turn) => {
    const { item } = one(draft.totals, pick);
    const { at, item: counted } = one(item.votes, pick);
    const says = turn % 2 === 0 ? counted + 1 : counted + 1_000_000;
    item.votes[at] = says;
    const total = { code: 'total', category: item.category, entry: at + 1, says, counted };
    return { named: [total, { code: 'votes', category: item.category }], besides: ['ties'] };
  },
  'two counts that add up as before': (draft, pick) => {
    const { item } = one(draft.totals, pick);
    const from = item.votes.findIndex((votes) => votes > 0);
    const to = (from + 1) % item.votes.length;
    item.votes[from] = sure(item.votes[from]) - 1;
    item.votes[to] = sure(item.votes[to]) + 1;
    const here = { code: 'total', category: item.category };
    return {
      named: [
        { ...here, entry: from + 1 },
        { ...here, entry: to + 1 },
      ],
      besides: ['ties'],
    };
  },
  'a tie': (draft, pick, turn) => {
    const { at, item } = one(draft.ties, pick);
    const kind = turn % 3;
    if (kind === 0) draft.ties.splice(at, 1);
    else if (kind === 1) item.votes += 1;
    else item.candidates.pop();
    return { named: [{ code: 'ties', category: item.category }] };
  },
  'a receipt': (draft, pick, turn) => {
    const { item } = one(draft.receipts, pick);
    const { at, item: hash } = one(item.hashes, pick);
    const kind = turn % 3;
    const { category } = item;
    const missing = { code: 'receipt-missing', hash };
    if (kind === 0) item.hashes[at] = bent(hash);
    else if (kind === 1) item.hashes.splice(at, 1);
    else item.hashes[at] = sure(item.hashes.find((other) => other !== hash));
    const more = [[], [{ code: 'receipts', category }], [{ code: 'receipt-twice', category }]][kind];
    return { named: [missing, ...sure(more)], besides: orders };
  },
};
