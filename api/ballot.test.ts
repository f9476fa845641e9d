import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Inbound } from '../bot/conversation/inbound.ts';
import { phaseEnds } from '../bot/domain/award/award-now.ts';
import { votePaper } from '../bot/domain/award/vote-paper.ts';
import { encryptBallot } from '../bot/domain/ballot/encrypt.ts';
import { newReceipt, receiptHash } from '../bot/domain/ballot/receipt.ts';
import { addHours, endOfLocalDay } from '../bot/domain/local-date.ts';
import { uuidV4 } from '../bot/domain/uuid-v4.ts';
import type { Effect } from '../bot/effects.ts';
import { Overtaken } from '../db/overtaken.ts';
import { currentAward } from '../db/reads/award/current.ts';
import { votingFor } from '../db/reads/award/vote.ts';
import { sealChoice } from '../db/sealed-choice.ts';
import { castBallot } from '../db/stores/award/cast.ts';
import { type PlantedAward, plantAward } from './testing/award.ts';
import { openVote, plantCandidate } from './testing/ballot.ts';
import { openTestHall, type TestHall } from './testing/hall.ts';
import { linkStaff, openOffice } from './testing/staff.ts';

let house: TestHall;
let award: PlantedAward;
let Rina: ReturnType<TestHall['actor']>;
let contact: number;
const candidates = ['Wahyu Nugroho', 'Siti Aminah'];

beforeAll(async () => {
  house = await openTestHall();
  const { hall } = house;
  await openOffice(hall, '2026-08-03');
  award = await plantAward(hall);
  Rina = await linkStaff(house, { name: 'Rina Astuti', roles: ['supervisor'] });
  for (const category of ['pelaksana', 'fungsional'] as const)
    for (const [i, name] of candidates.entries())
      await plantCandidate(hall, award, { name, category, unit: i === 0 ? 'dinas_pu' : 'dinas_perhubungan' });
  await openVote(hall, award);
  contact = (await hall.sessions.open(Rina.address, true)).contact.id;
});
afterAll(() => house.close());

const button = (entry: number, more: { contact?: number; step?: 'look' | 'cast' } = {}): string => {
  const { contact: of = contact, step = 'cast' } = more;
  return `go:vote-cast:${sealChoice(house.hall.seal, { contact: of, step }, { cycle: award.id, category: 'pelaksana', entry })}`;
};

/** Presses by the platform's own name for the update; gives what was answered. */
const press = (update: string, id: string) => {
  const inbound: Inbound = {
    id: update,
    from: Rina.address,
    at: new Date(),
    content: { kind: 'choice', id },
  };
  return house.hall.handle(inbound, house.hall.keyOf(Rina.address, update));
};

const cast = async (category: 'pelaksana' | 'fungsional'): Promise<Extract<Effect, { do: 'award.cast' }>> => {
  const { database, clock, city, parts } = house.hall;
  const now = await currentAward(database.sql, clock.now(), city().agency.zone);
  if (!now) throw new Error('no cycle');
  const election = { cycle: now.code, rules_hash: now.rulesHash, public_key: now.publicKey };
  const ballot = encryptBallot(votePaper(election, category, candidates), 0, parts.random);
  if (!ballot) throw new Error('no ballot');
  const receipt = receiptHash(newReceipt(parts.random));
  return { do: 'award.cast', cycle: now.id, category, id: uuidV4(parts.random), ballot, receipt };
};

const ballots = async () =>
  (await house.hall.database.sql<{ n: number }[]>`select count(*)::int as n from award_ballot`)[0]?.n;

test('a sealed choice of somebody else, of the other step, of the own office or of nobody casts nothing', async () => {
  for (const [i, id] of [
    button(0, { contact: contact + 1 }),
    button(0, { step: 'look' }),
    button(1),
    button(3),
    'go:vote-cast:AAAA',
  ].entries()) {
    const { say, secret } = await press(`wrong-${i}`, id);
    expect(JSON.stringify(say)).toContain('vote.old');
    expect(secret).toBe(true);
  }
  expect(await ballots()).toBe(0);
});

test('of one press that comes twice, and of a second press, one ballot is cast; also while letters wait nothing of it becomes one', async () => {
  const { database } = house.hall;
  await database.sql`insert into letter (contact_id, channel, bulk, answer, body, not_before, state)
    values (${contact}, 'telegram', true, false, '\\x00', now() + interval '1 day', 'waiting')`;
  const first = await press('kirim-1', button(0));
  expect(JSON.stringify(first.say)).toContain('vote.cast');
  expect(first).toMatchObject({ secret: true, letters: false, repeated: false });
  const again = await press('kirim-1', button(0));
  expect(again).toMatchObject({ secret: true, letters: false, repeated: true });
  expect(again.say).toEqual([{ text: { key: 'vote.already' } }]);
  const second = await press('kirim-2', button(2));
  expect(JSON.stringify(second.say)).toContain('vote.already');
  expect(await ballots()).toBe(1);
  const [letters] =
    await database.sql`select count(*)::int as n from letter where contact_id = ${contact} and answer`;
  expect(letters).toEqual({ n: 0 });
  const { talk, menu } = await house.hall.sessions.open(Rina.address, true);
  expect({ talk, menu }).toEqual({ talk: null, menu: [] });
});

test('a ballot counts until the last second of the last day and not after it, whoever decided on it', async () => {
  const { database, city, clock } = house.hall;
  const { zone } = city().agency;
  const now = await currentAward(database.sql, clock.now(), zone);
  if (!now) throw new Error('no cycle');
  const end = endOfLocalDay(phaseEnds(now, 'pemungutan_suara'), zone);
  const last = new Date(end.getTime() - 1000);
  const first = new Date(end.getTime() + 1000);
  expect(await votingFor(database.sql, city(), { contact, now: last })).toMatchObject({ is: 'open' });
  expect(await votingFor(database.sql, city(), { contact, now: first })).toMatchObject({ is: 'over' });
  const effect = await cast('fungsional');
  await expect(castBallot(database.sql, city(), { id: contact }, effect, first)).rejects.toThrow(Overtaken);
  await castBallot(database.sql, city(), { id: contact }, effect, last);
  await expect(castBallot(database.sql, city(), { id: contact }, effect, last)).rejects.toThrow(Overtaken);
  expect(await ballots()).toBe(2);
});

test('the store asks again: no ballot of a young link, without the hat, off the roll, once closed, or of two choices', async () => {
  const { database, city, clock } = house.hall;
  const { sql } = database;
  const again = async () => castBallot(sql, city(), { id: contact }, await cast('fungsional'), clock.now());
  await sql`delete from award_participation where category = 'fungsional'`;
  const undoing: [() => Promise<unknown>, () => Promise<unknown>][] = [
    [
      () =>
        sql`update staff_link set since = ${addHours(clock.now(), -23).toISOString()} where contact_id = ${contact}`,
      () =>
        sql`update staff_link set since = ${addHours(clock.now(), -25).toISOString()} where contact_id = ${contact}`,
    ],
    [
      () => sql`update employee set roles = '{officer}' where name = 'Rina Astuti'`,
      () => sql`update employee set roles = '{supervisor}' where name = 'Rina Astuti'`,
    ],
    [
      () => sql`delete from award_roll`,
      () => sql`insert into award_roll (cycle_id, employee_id, nip, unit_code)
        select ${award.id}, id, nip, unit_code from employee where name = 'Rina Astuti'`,
    ],
    [() => sql`update award_cycle set closed_at = now()`, () => sql`update award_cycle set closed_at = null`],
  ];
  for (const [spoil, mend] of undoing) {
    await spoil();
    await expect(again()).rejects.toThrow(Overtaken);
    await mend();
  }
  const effect = await cast('fungsional');
  const [one, ...rest] = effect.ballot.entries;
  const forged = {
    ...effect,
    ballot: { ...effect.ballot, entries: [...rest, one].flatMap((entry) => entry ?? []) },
  };
  await expect(castBallot(sql, city(), { id: contact }, forged, clock.now())).rejects.toThrow(
    'does not hold',
  );
  await again();
});
