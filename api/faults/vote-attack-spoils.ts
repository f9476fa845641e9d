import { seededDice } from '../../bot/channels/emulator/dice.ts';
import { votePaper } from '../../bot/domain/award/vote-paper.ts';
import type { Ballot, PublicKey } from '../../bot/domain/ballot/bulletin.ts';
import { encryptBallot } from '../../bot/domain/ballot/encrypt.ts';
import type { Dump, TextRow } from './vote-attack-evidence.ts';
import { type Cast, type Poll, pollNames, pollOptions } from './vote-attack-poll.ts';

type Casts = ReadonlyMap<string, Cast>;

const ballotIn = (row: TextRow): Ballot => JSON.parse(row.get('ballot') ?? '') as Ballot;

/** By what a ballot is known again: its first `alpha`. */
export const alphaOf = (row: TextRow): string => ballotIn(row).entries[0]?.alpha ?? '';

/** A backup from before the close with so many of its first voters; `ballotOf`: other ballots than theirs. */
export const fewOf = (
  dump: Dump,
  cast: Casts,
  few: number,
  ballotOf: (ballot: Ballot, employee: string) => Ballot = (ballot) => ballot,
): Dump => {
  const first = new Set([...cast.keys()].slice(0, few));
  const marks = (dump.get('award_participation') ?? []).filter((row) =>
    first.has(row.get('employee_id') ?? ''),
  );
  const whose = new Map(marks.map((row) => [row.get('$xmin'), row.get('employee_id') ?? '']));
  const ballots = (dump.get('award_ballot') ?? []).flatMap((row) => {
    const employee = whose.get(row.get('$xmin'));
    if (employee === undefined) return [];
    return [new Map([...row, ['ballot', JSON.stringify(ballotOf(ballotIn(row), employee))]])];
  });
  return new Map([...dump, ['award_participation', marks], ['award_ballot', ballots]]);
};

const smallest = 1_000;

/** The same backup as a house would leave it whose dice for ballots fall between 1 and 1,000. */
export const smallFactors = (dump: Dump, cast: Casts, few: number): Dump => {
  const dice = seededDice(3);
  const weak = (bytes: number) => {
    const drawn = Buffer.alloc(bytes);
    drawn.writeUInt16LE(1 + Math.floor(dice() * smallest));
    return drawn;
  };
  const [cycle] = dump.get('award_cycle') ?? [];
  const public_key = JSON.parse(cycle?.get('public_key') ?? '') as PublicKey;
  const election = {
    cycle: cycle?.get('code') ?? '',
    rules_hash: cycle?.get('rules_hash') ?? '',
    public_key,
  };
  const paper = votePaper(election, 'pelaksana', pollNames);
  return fewOf(
    dump,
    cast,
    few,
    (ballot, employee) => encryptBallot(paper, cast.get(employee)?.option ?? 0, weak) ?? ballot,
  );
};

/** Spoils the database itself: each voter's talk keeps, under seal, what they chose and the button that carried it. */
export const keptChoices = async ({ sql, seal }: Pick<Poll, 'sql' | 'seal'>, cast: Casts): Promise<void> => {
  const links = await sql<{ employee: string; contact: number }[]>`
    select employee_id::text as employee, contact_id::int as contact from staff_link`;
  for (const { employee, contact } of links) {
    const { option = 0, sealed } = cast.get(employee) ?? {};
    const talk = { form: 'vote-look', choice: pollOptions[option], sealed };
    const kept = seal.seal('talk', `talk|${contact}`, JSON.stringify({ talk, parked: [], menu: [] }));
    await sql`update talk set sealed = ${kept} where contact_id = ${contact}`;
  }
};

/** Spearman's rank correlation of two orders of the same names. */
export const rankCorrelation = (one: readonly string[], other: readonly string[]): number => {
  const ranks = new Map(other.map((name, rank) => [name, rank]));
  const n = one.length;
  const squares = one.reduce((sum, name, rank) => sum + (rank - (ranks.get(name) ?? n)) ** 2, 0);
  return 1 - (6 * squares) / (n * (n * n - 1));
};
