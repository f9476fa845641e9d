import { seededDice } from '../../bot/channels/emulator/dice.ts';
import type { Ballot, PublicKey } from '../../bot/domain/ballot/bulletin.ts';
import type { Share } from '../../bot/domain/ballot/keys.ts';
import { readingsOf } from './vote-attack-ciphers.ts';
import type { Dump, TextRow } from './vote-attack-evidence.ts';
import { type Guess, guessesOf, inOrder, optionsOf } from './vote-attack-guess.ts';
import { findNeedles } from './vote-attack-needles.ts';
import { tracesOf, type Voter, votersOf } from './vote-attack-traces.ts';

/** All that the attacker holds. `dumps`: backups of the database by name, the first one from before the close. */
export type Evidence = {
  dumps: ReadonlyMap<string, Dump>;
  log: Uint8Array;
  shares: readonly Share[];
  /** Voters who are of the attacker's party and told how they voted, by employee. */
  accomplices: ReadonlyMap<string, number>;
  small: ReadonlyMap<string, number>;
};

/** `guesses`: what the attacker says in the end of everybody; `ways`: every way tried; `held`: those that the attacker believed. */
export type Attack = {
  guesses: ReadonlyMap<string, number>;
  ways: readonly Guess[];
  held: readonly string[];
};

/** Which ballot is taken for whose, by the first `alpha`. */
type Pairing = { by: string; of: ReadonlyMap<string, string> };

const nameOf = (ballot: Ballot): string => ballot.entries[0]?.alpha ?? '';
const ballotIn = (row: TextRow): Ballot => JSON.parse(row.get('ballot') ?? '') as Ballot;

const inStep = (by: string, voters: readonly string[], ballots: readonly string[]): Pairing[] =>
  voters.length === ballots.length
    ? [{ by, of: new Map(voters.map((who, at) => [who, ballots[at] ?? ''])) }]
    : [];

/** Ballots beside voters: by transaction, and every order of rows that name voters against every order of ballots. */
const pairingsOf = (name: string, dump: Dump, voters: readonly Voter[]): Pairing[] => {
  const pairings: Pairing[] = [];
  for (const table of ['award_ballot', 'award_cast']) {
    const rows = dump.get(table) ?? [];
    if (rows.length === 0) continue;
    const byXmin = Map.groupBy(rows, (row) => row.get('$xmin'));
    const joined = voters.flatMap(({ employee, xmin }) => {
      const [row, another] = byXmin.get(xmin) ?? [];
      return row && !another ? [[employee, nameOf(ballotIn(row))] as const] : [];
    });
    pairings.push({ by: `${name} ${table} by transaction`, of: new Map(joined) });
    const sides = ['award_participation', 'award_roll', 'staff_link'].flatMap((side) => {
      const voted = new Set(voters.map(({ employee }) => employee));
      const own = (dump.get(side) ?? []).filter((row) => voted.has(row.get('employee_id') ?? ''));
      return ['$ctid', '$xmin', 'employee_id', 'nip'].map((column) => ({
        by: `${side}.${column}`,
        order: inOrder(
          new Map(own.flatMap((row) => [[row.get('employee_id') ?? '', row.get(column) ?? ''] as const])),
        ),
      }));
    });
    for (const column of ['$ctid', '$xmin', '$cmin', 'id', 'place']) {
      const of = new Map(rows.flatMap((row) => [[nameOf(ballotIn(row)), row.get(column) ?? ''] as const]));
      const order = inOrder(of);
      for (const side of sides)
        pairings.push(...inStep(`${name} ${side.by} in step with ${table}.${column}`, side.order, order));
    }
  }
  return pairings;
};

/** Pieces of a ballot long enough to be nobody else's, wherever the log holds them. */
const piecesOf = (ballot: Ballot) =>
  ballot.entries.flatMap(({ alpha, beta }) =>
    [alpha, beta].flatMap((text) =>
      [0, 16, 32, 48].map((at) => ({ what: nameOf(ballot), bytes: Buffer.from(text.slice(at, at + 7)) })),
    ),
  );

const pairingByLog = (log: Uint8Array, dump: Dump, ballots: readonly Ballot[]): Pairing[] => {
  const found = findNeedles(log, ballots.flatMap(piecesOf));
  const order = [...found].sort(([, one], [, other]) => one - other).map(([name]) => name);
  const marks = dump.get('award_participation') ?? [];
  return inStep(
    'the log in step with marks',
    marks.map((row) => row.get('employee_id') ?? ''),
    order,
  );
};

const share = ({ of }: Guess, known: ReadonlyMap<string, number>) => {
  const tried = [...known].filter(([who]) => of.has(who));
  return { tried: tried.length, right: tried.filter(([who, option]) => of.get(who) === option).length };
};

const leastTried = 10;
const deviations = 5;

/** How far beyond chance a way was right of those whose votes are known, in deviations. */
const beyond = (guess: Guess, known: ReadonlyMap<string, number>, chance: number): number => {
  const { tried, right } = share(guess, known);
  return tried < leastTried ? 0 : (right - tried * chance) / Math.sqrt(tried * chance * (1 - chance));
};

/**
 * Guesses everybody's vote. Half of the accomplices teach what values mean, the other half show which ways are worth
 * believing; where none is, dice decide.
 */
export const attackVote = ({ dumps, log, shares, accomplices, small }: Evidence): Attack => {
  const first = dumps.values().next().value;
  const cycle = first?.get('award_cycle')?.[0];
  if (!first || !cycle) throw new Error('no backup to attack');
  const voters = votersOf(first);
  const options = optionsOf(first);
  const half = Math.floor(accomplices.size / 2);
  const [taught, shown] = [new Map([...accomplices].slice(0, half)), new Map([...accomplices].slice(half))];
  const ballots = (first.get('award_ballot') ?? []).map(ballotIn);
  const election = {
    cycle: cycle.get('code') ?? '',
    rules_hash: cycle.get('rules_hash') ?? '',
    public_key: JSON.parse(cycle.get('public_key') ?? '') as PublicKey,
  };
  const readings = readingsOf(election, { ballots, shares, small }).map(({ by, of }) => ({
    by,
    read: new Map(ballots.map((ballot, at) => [nameOf(ballot), of(ballot, at)])),
  }));
  const pairings = [
    ...[...dumps].flatMap(([name, dump]) => pairingsOf(name, dump, voters)),
    ...pairingByLog(log, first, ballots),
  ];
  const ways: Guess[] = [
    ...[...dumps].flatMap(([name, dump]) =>
      tracesOf(name, dump, voters).flatMap((trace) => guessesOf(trace, options, taught)),
    ),
    ...pairings.flatMap(({ by, of }) =>
      readings.map((reading) => ({
        by: `${by}: ${reading.by}`,
        of: new Map(
          [...of].flatMap(([who, name]) => {
            const option = reading.read.get(name);
            return option === undefined ? [] : [[who, option] as const];
          }),
        ),
      })),
    ),
  ];
  const held = ways
    .map((way) => ({ way, worth: beyond(way, shown, 1 / options.length) }))
    .filter(({ worth }) => worth > deviations)
    .sort((one, other) => other.worth - one.worth)
    .map(({ way }) => way);
  const dice = seededDice(options.length);
  const guesses = new Map(
    voters
      .map(({ employee }) => employee)
      .sort()
      .map((who) => {
        const thrown = Math.floor(dice() * options.length);
        return [who, held.find(({ of }) => of.has(who))?.of.get(who) ?? thrown];
      }),
  );
  return { guesses, ways, held: held.map(({ by }) => by) };
};
