import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Cycle } from '../../bot/domain/award/cycle.ts';
import type { Share } from '../../bot/domain/ballot/keys.ts';
import { receiptHash } from '../../bot/domain/ballot/receipt.ts';
import { readBulletin } from '../../bot/domain/recount/read-bulletin.ts';
import { recount } from '../../bot/domain/recount/recount.ts';
import { newestBulletin } from '../reads/award/bulletin.ts';
import { minutesOf, tieOrders } from '../reads/award/minutes.ts';
import { papersOf } from '../reads/award/roll.ts';
import { breakTie } from './break-tie.ts';
import { sweepUrn } from './close.ts';
import { correctRoll } from './correct-roll.ts';
import { endVote } from './end-vote.ts';
import { extendVote } from './extend-vote.ts';
import { freezeVote } from './freeze.ts';
import { tallyVote } from './tally.ts';
import {
  type Booth,
  castBallots,
  nominee,
  noonOf,
  openBooth,
  openInvented,
  openVote,
  random,
} from './testing.ts';

let booth: Booth;
let cycle: Cycle;
let shares: readonly Share[];
let receipts: string[];
beforeAll(async () => {
  booth = await openBooth();
  ({ cycle, shares } = await openInvented(booth));
});
afterAll(() => booth.close());

const secondsAfterEnd = (seconds: number): Date => {
  const until = cycle.phases.find(({ name }) => name === 'pemungutan_suara')?.until;
  return new Date(Date.parse(`${until}T23:59:59+07:00`) + seconds * 1000);
};
const close = (at: Date) =>
  endVote(booth.database.sql, cycle.code, { at, zone: booth.zone, calendar: booth.city.calendar });
const share = (n: number): Share => {
  const one = shares[n];
  if (!one) throw new Error('no share');
  return one;
};
const tally = (pair: readonly [Share, Share]) =>
  tallyVote(booth.database.sql, cycle.code, pair, { at: secondsAfterEnd(60), zone: booth.zone, random });
const rows = async (table: string): Promise<number> => {
  const [row] = await booth.database.sql<
    { n: number }[]
  >`select count(*)::int as n from ${booth.database.sql(table)}`;
  return row?.n ?? -1;
};
const cycleId = async () =>
  (await booth.database.sql<{ id: number }[]>`select id::int as id from award_cycle`)[0]?.id ?? 0;

test('at the first moment of the vote the roll and those who are willing, forwarded, accepted and eligible are fixed, once', async () => {
  const { code } = cycle;
  for (const name of ['Ayu', 'Bima', 'Citra']) await nominee(booth, code, 'pelaksana', name);
  await nominee(booth, code, 'pelaksana', 'Dodi Menolak', { consent: 'declined' });
  await nominee(booth, code, 'pelaksana', 'Eka Kurang', { predicate: 'kurang' });
  await nominee(booth, code, 'pelaksana', 'Fitri Ditolak', { verdict: 'refused' });
  await nominee(booth, code, 'pelaksana', 'Gita Tidak Diteruskan', { forwarded: false });
  await nominee(booth, code, 'fungsional', 'Hadi');
  const early = { at: noonOf(cycle, 'penilaian'), zone: booth.zone, city: booth.city, random };
  expect(await freezeVote(booth.database.sql, code, early)).toBe(false);
  const all = await Promise.all([1, 2, 3].map(() => openVote(booth, cycle)));
  expect(all.filter(Boolean)).toHaveLength(1);
  const papers = await papersOf(booth.database.sql, await cycleId());
  expect(
    papers
      .get('pelaksana')
      ?.map(({ name }) => name.split(',')[0])
      .toSorted(),
  ).toEqual(['Ayu', 'Bima', 'Citra']);
  expect(papers.get('pelaksana')?.map(({ paper }) => paper)).toEqual([0, 1, 2]);
  expect(await rows('award_roll')).toBe(12);
  const minutes = await minutesOf(booth.database.sql, await cycleId());
  expect(
    minutes.map(({ about, category, facts }) => [about, category, facts.candidates ?? facts.voters]),
  ).toEqual([
    ['opened', null, undefined],
    ['frozen', null, 12],
    ['frozen', 'manajerial', 0],
    ['frozen', 'fungsional', 1],
    ['frozen', 'pelaksana', 3],
  ]);
});

test('the roll changes by minutes only, with a new hash, and nobody who voted leaves it', async () => {
  const { database, zone, city, hire } = booth;
  const moment = { at: noonOf(cycle, 'pemungutan_suara'), zone, city };
  const correct = (change: 'add' | 'remove', nip: string) =>
    correctRoll(database.sql, cycle.code, { change, nip, text: 'Rapat 3 April' }, moment);
  await hire('V900', 'Terlewat', '{supervisor}');
  const [before] = await database.sql<{ hash: string }[]>`select roll_hash as hash from award_cycle`;
  const added = await correct('add', 'V900');
  expect(added).toMatchObject({ is: 'corrected', voters: 13 });
  expect(added).not.toMatchObject({ rollHash: before?.hash });
  expect(await correct('add', 'V900')).toEqual({ is: 'there' });
  expect(await correct('add', 'K1')).toEqual({ is: 'no-supervisor' });
  expect(await correct('add', 'nobody')).toEqual({ is: 'stranger' });
  expect(await correct('remove', 'V900')).toEqual({ is: 'corrected', voters: 12, rollHash: before?.hash });
  receipts = await castBallots(booth, cycle, 'pelaksana', [0, 0, 0, 1, 1, 1, 2, 3]);
  expect(await correct('remove', 'V000')).toEqual({ is: 'voted' });
});

test('a second before the end it is not closed; behind it too few voted in one category, so it is prolonged once', async () => {
  expect(await close(secondsAfterEnd(0))).toMatchObject({ is: 'early' });
  expect(await tally([share(0), share(1)])).toEqual({ is: 'open' });
  await castBallots(booth, cycle, 'fungsional', [0, 1, 0]);
  expect(await close(secondsAfterEnd(1))).toMatchObject({ is: 'extended' });
  const [row] = await booth.database.sql<
    { schedule: { phases: Cycle['phases'] } }[]
  >`select schedule from award_cycle`;
  if (!row) throw new Error('no cycle');
  cycle = { ...cycle, phases: row.schedule.phases };
  const again = { at: secondsAfterEnd(-5), zone: booth.zone, calendar: booth.city.calendar };
  expect(await extendVote(booth.database.sql, cycle.code, 'lagi', again)).toEqual({ is: 'was-extended' });
});

test('ballots that differ in number from the marks, or do not hold, leave the vote as it is', async () => {
  const { sql } = booth.database;
  const at = secondsAfterEnd(1);
  const first = booth.roll[0] ?? 0;
  await sql`delete from award_participation where category = 'pelaksana' and employee_id = ${first}`;
  expect(await close(at)).toMatchObject({
    is: 'broken',
    broken: [{ category: 'pelaksana', fault: 'numbers', ballots: 8, voted: 7, receipts: 8 }],
  });
  await sql`insert into award_participation select ${await cycleId()}, 'pelaksana', ${first}, '2027-04-01'`;
  await sql`update award_ballot set ballot = jsonb_set(ballot, '{sumIsOne,c}', ballot #> '{sumIsOne,s}')
    where id = (select min(id::text)::uuid from award_ballot where category = 'pelaksana')`;
  expect(await close(at)).toMatchObject({
    is: 'broken',
    broken: [{ category: 'pelaksana', fault: 'ballot' }],
  });
  expect([await rows('award_ballot'), await rows('award_cast')]).toEqual([11, 0]);
  await sql`delete from award_ballot where category = 'pelaksana'`;
  await sql`delete from award_participation where category = 'pelaksana'`;
  await sql`delete from award_receipt where category = 'pelaksana'`;
  receipts = await castBallots(booth, cycle, 'pelaksana', [0, 0, 0, 1, 1, 1, 2, 3]);
});

test('a process that is killed while it closes leaves nothing half done', async () => {
  const { sql } = booth.database;
  await sql.begin(async (tx) => {
    await tx`lock table award_cast in access exclusive mode`;
    const closing = close(secondsAfterEnd(1)).catch((error: unknown) => error);
    for (let killed = 0; killed === 0; ) {
      const rows = await tx`
        select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
      killed = rows.length;
    }
    expect(await closing).toBeInstanceOf(Error);
  });
  expect([await rows('award_ballot'), await rows('award_cast')]).toEqual([11, 0]);
});

test('several who close it at once close it once; a clock moved back reopens nothing', async () => {
  const ended = await Promise.all([1, 2, 3].map(() => close(secondsAfterEnd(1))));
  expect(ended.map(({ is }) => is).toSorted()).toEqual(['closed', 'was-closed', 'was-closed']);
  expect(ended.find(({ is }) => is === 'closed')).toMatchObject({ below: ['fungsional'] });
  expect(await close(secondsAfterEnd(-3600))).toEqual({ is: 'was-closed' });
  expect([await rows('award_ballot'), await rows('award_cast'), await rows('award_receipt')]).toEqual([
    0, 11, 11,
  ]);
  const order = await booth.database.sql<{ employee: number }[]>`
    select employee_id::int as employee from award_participation where category = 'pelaksana' order by ctid`;
  expect(order.map(({ employee }) => employee)).toEqual(booth.roll.slice(0, 8));
  expect(await sweepUrn(booth.database.sql)).toBe(true);
  const minutes = await minutesOf(booth.database.sql, await cycleId());
  expect(minutes.filter(({ about }) => about === 'quorum' || about === 'closed')).toMatchObject([
    { about: 'closed', category: 'manajerial', facts: { small: true } },
    { about: 'closed', category: 'fungsional', facts: { small: true } },
    { about: 'closed', category: 'pelaksana', facts: { cast: 8 } },
    { about: 'quorum', category: 'fungsional', facts: { small: true, voters: 12 } },
  ]);
});

test('wrong shares and the same share twice are told and lose nothing; two right ones count it', async () => {
  const wrong: Share = { member: 2, secret: share(1).secret + 1n };
  expect(await tally([share(0), wrong])).toEqual({ is: 'wrong', members: [2] });
  expect(await tally([share(2), share(2)])).toEqual({ is: 'same-member' });
  expect(await rows('award_share')).toBe(0);
  const counted = await tally([share(2), share(0)]);
  expect(counted).toMatchObject({
    is: 'tallied',
    small: ['fungsional'],
    bulletin: { totals: [{ category: 'pelaksana', votes: [3, 3, 1, 1] }], ties: [{ votes: 3 }] },
  });
  expect(await tally([share(0), share(1)])).toMatchObject({ is: 'was-tallied' });
  expect(await rows('award_share')).toBe(2);
});

test('anybody recounts the bulletin, and finds a changed count', async () => {
  const bulletin = await newestBulletin(booth.database.sql, 2027);
  const read = readBulletin(JSON.stringify(bulletin));
  if ('faults' in read) throw new Error(JSON.stringify(read.faults));
  expect(recount(read.bulletin, { receipts: receipts.map(receiptHash) })).toEqual([]);
  const changed = structuredClone(read.bulletin) as { totals: { votes: number[] }[] } & typeof read.bulletin;
  changed.totals[0]?.votes.splice(0, 2, 4, 2);
  expect(recount(changed).map(({ code }) => code)).toContain('total');
});

test('the committee orders candidates who share a place by minutes', async () => {
  const { sql } = booth.database;
  const candidates = (await papersOf(sql, await cycleId())).get('pelaksana') ?? [];
  const nips = [candidates[1]?.nip ?? '', candidates[0]?.nip ?? ''];
  const moment = { at: secondsAfterEnd(90), zone: booth.zone };
  const decide = (given: readonly string[]) =>
    breakTie(sql, cycle.code, { category: 'pelaksana', nips: given, text: 'Masa kerja sama.' }, moment);
  expect(await decide(['V000'])).toEqual({ is: 'no-candidate', nip: 'V000' });
  expect(await decide(nips)).toMatchObject({ is: 'kept' });
  const minutes = await minutesOf(sql, await cycleId());
  expect(tieOrders(minutes).get('pelaksana')).toEqual([[1, 0]]);
  expect(minutes.at(-1)?.text).toBe('Masa kerja sama.');
});
