import { afterAll, beforeAll, expect, test } from 'vitest';
import { receiptHash } from '../../bot/domain/ballot/receipt.ts';
import { size } from './size.ts';
import { candidateNeedles, secretNeedles, strayNames, withoutLawful } from './vote-attack-canaries.ts';
import { type Dump, dumpDatabase, textOf } from './vote-attack-evidence.ts';
import { findNeedles, type Needle } from './vote-attack-needles.ts';
import { pollNames, pollOptions } from './vote-attack-poll.ts';
import { alphaOf, fewOf, keptChoices, rankCorrelation, smallFactors } from './vote-attack-spoils.ts';
import { holdTrial, type Trial } from './vote-attack-trial.ts';

const people = size(150, 1_000);
/** Votes and guesses are thrown by seeds: without a leak the share comes out alike each time. The bound of 150 is wider as their chance is. */
const bound = size(0.08, 0.03);
/** Of so many the press of *Kirim* fails until it is laid aside as dead. */
const failed = 3;
/** So many voters of a spoilt house are attacked. */
const few = size(100, 200);

let trial: Trial;
beforeAll(async () => {
  trial = await holdTrial({ people, failed, party: size(50, 100), small: size(4_096, 65_536) });
}, 1_800_000);
afterAll(() => trial?.poll.close());

const before = (): Dump => trial.dumps.get('before') ?? new Map();
const rowsOf = (dump: string, table: string) => trial.dumps.get(dump)?.get(table) ?? [];
const found = (hay: Uint8Array, needles: readonly Needle[]) => [...findNeedles(hay, needles).keys()];
const choiceNeedles = () => candidateNeedles(before());

test('who holds the tables before and after, the log, the prints, the house key and one share guesses votes no better than chance', () => {
  const won = trial.attack({ shares: trial.poll.award.shares.slice(0, 1) });
  const share = trial.rightShare(won.guesses);
  console.log(`${people} voters, ${won.ways.length} ways tried, ${(100 * share).toFixed(1)} % guessed right`);
  expect(won.ways.length).toBeGreaterThan(5_000);
  expect(won.ways.filter(({ by }) => by.includes('printed.text')).length).toBeGreaterThan(0);
  expect(
    won.ways.filter(({ by }) => by.startsWith('before award_ballot by transaction')).length,
  ).toBeGreaterThan(0);
  expect(won.held).toEqual([]);
  expect(trial.lucky(won)).toEqual([]);
  expect(Math.abs(share - 1 / pollOptions.length)).toBeLessThanOrEqual(bound);
}, 900_000);

test('the same attack wins where two shares are known', () => {
  const of = new Map([['before', fewOf(before(), trial.cast, few)]]);
  const won = trial.attack({ of, shares: trial.poll.award.shares.slice(0, 2) });
  expect(trial.rightShare(won.guesses)).toBeGreaterThan(0.9);
}, 600_000);

test('the same attack wins where ballots are encrypted with small factors', () => {
  const won = trial.attack({ of: new Map([['before', smallFactors(before(), trial.cast, few)]]) });
  expect(won.held.some((way) => way.includes('small factor'))).toBe(true);
  expect(trial.rightShare(won.guesses)).toBeGreaterThan(0.9);
}, 600_000);

test('no table, print, log of the database or file of its tables holds a choice, a sealed button or a receipt', () => {
  for (const dump of trial.dumps.values()) {
    expect(found(textOf(withoutLawful(dump)), choiceNeedles())).toEqual([]);
    expect(found(textOf(dump), secretNeedles(trial.cast))).toEqual([]);
  }
  expect(found(textOf(before()), choiceNeedles())).toHaveLength(2 * pollNames.length);
  const printed = Buffer.from(trial.poll.printed().join('\n'));
  expect(trial.poll.seen.length).toBeGreaterThanOrEqual(4 * people);
  expect(found(printed, [...choiceNeedles(), ...secretNeedles(trial.cast)])).toEqual([]);
  expect(rowsOf('before', 'letter')).toEqual([]);
  expect(rowsOf('before', 'dead_update')).toHaveLength(failed);
  expect(rowsOf('before', 'dead_update').map((row) => row.get('payload.opened'))).toEqual(
    Array.from({ length: failed }, () => '{"secret":"vote-cast"}'),
  );
});

test('neither does the raw write-ahead log of the vote, nor any file of the tables', () => {
  expect(trial.log.length).toBeGreaterThan(people * 1_000);
  expect(trial.files.length).toBeGreaterThan(people * 1_000);
  const receipts = rowsOf('before', 'award_receipt').map((row) => {
    const hash = row.get('hash') ?? '';
    return { what: hash, bytes: Buffer.from(hash) };
  });
  expect(found(trial.log, receipts).length).toBeGreaterThan(people * 0.9);
  expect(found(trial.files, receipts).length).toBeGreaterThan(people * 0.9);
  expect(found(trial.log, secretNeedles(trial.cast))).toEqual([]);
  expect(found(trial.log, choiceNeedles()).filter((what) => !pollNames.includes(what))).toEqual([]);
  expect(strayNames(trial.log, before())).toEqual([]);
  expect(strayNames(Buffer.from(`talk ${pollNames[0]}`), before())).toHaveLength(1);
  expect(found(trial.files, [...choiceNeedles(), ...secretNeedles(trial.cast)])).toEqual([]);
}, 300_000);

test('V1: no value near a voter stands near a ballot or receipt, before the close or after it', () => {
  for (const name of trial.dumps.keys()) {
    const valuesOf = (table: string) =>
      rowsOf(name, table).flatMap((row) =>
        [...row].flatMap(([column, text]) => (/^\$|^(cycle_id|category|place)$/.test(column) ? [] : [text])),
      );
    const near = new Set(
      ['award_participation', 'award_roll', 'staff_link', 'contact', 'talk', 'inbox'].flatMap(valuesOf),
    );
    expect(near.size).toBeGreaterThan(people);
    const both = ['award_ballot', 'award_cast', 'award_receipt']
      .flatMap(valuesOf)
      .filter((text) => near.has(text));
    expect(both).toEqual([]);
  }
});

test('V1: after the close no order of ballots or receipts goes with an order of voters', () => {
  const whose = new Map(
    rowsOf('before', 'award_participation').map((row) => [row.get('$xmin'), row.get('employee_id') ?? '']),
  );
  const owner = new Map(
    rowsOf('before', 'award_ballot').map((row) => [alphaOf(row), whose.get(row.get('$xmin')) ?? '']),
  );
  const holder = new Map([...trial.cast].map(([who, { receipt }]) => [receiptHash(receipt), who]));
  const marks = (name: string) =>
    rowsOf(name, 'award_participation').map((row) => row.get('employee_id') ?? '');
  const ballots = (name: string, table: string) =>
    rowsOf(name, table).map((row) => owner.get(alphaOf(row)) ?? '');
  const receipts = rowsOf('closed', 'award_receipt').map((row) => holder.get(row.get('hash') ?? '') ?? '');
  expect(rankCorrelation(marks('before'), ballots('before', 'award_ballot'))).toBeGreaterThan(0.5);
  expect(rowsOf('closed', 'award_ballot')).toEqual([]);
  expect(trial.swept).toBe(true);
  for (const table of ['award_cast', 'award_participation', 'award_receipt'])
    expect(new Set(rowsOf('closed', table).map((row) => row.get('$xmin'))).size).toBe(1);
  const shuffled = ballots('closed', 'award_cast');
  expect(shuffled).toHaveLength(people);
  const loose = 5 / Math.sqrt(people - 1);
  for (const voters of [marks('before'), marks('closed'), [...trial.cast.keys()]]) {
    expect(Math.abs(rankCorrelation(voters, shuffled))).toBeLessThan(loose);
    expect(Math.abs(rankCorrelation(voters, receipts))).toBeLessThan(loose);
  }
  expect(Math.abs(rankCorrelation(shuffled, receipts))).toBeLessThan(loose);
});

test('the same attack wins, and the search finds, where a house keeps what was chosen in the talk', async () => {
  const { sql, seal } = trial.poll;
  await keptChoices(trial.poll, trial.cast);
  const spoilt = await dumpDatabase(sql, seal);
  const talks = new Map([...before(), ['talk', spoilt.get('talk') ?? []]]);
  const won = trial.attack({ of: new Map([['before', fewOf(talks, trial.cast, few)]]) });
  expect(trial.rightShare(won.guesses)).toBeGreaterThan(0.9);
  expect(found(textOf(withoutLawful(spoilt)), choiceNeedles())).toHaveLength(pollNames.length);
  expect(found(textOf(spoilt), secretNeedles(trial.cast))).toHaveLength(people);
}, 600_000);
