import { afterAll, beforeAll, expect, test } from 'vitest';
import { say } from '../../bot/conversation/reply.ts';
import { translate } from '../../bot/i18n/translate.ts';
import { failuresMost } from '../../db/dead-updates.ts';
import type { Citizen } from './citizen.ts';
import { openTown, type Town } from './town.ts';
import { until } from './until.ts';

let town: Town;
beforeAll(async () => {
  town = await openTown({ processes: 1, timeScale: 0.02 });
});
afterAll(() => town.close());

const apology = translate('id', say('trouble')).replace(/[\uE000-\uE003]/g, '');
const said = ({ phone }: Citizen) =>
  phone.messages().flatMap(({ from, text }) => (from === 'bot' ? [text] : []));
const aside = () =>
  town.database.sql<{ attempts: number; dead: boolean; sealed: boolean }[]>`
    select attempts, dead_at is not null as dead, payload is not null as sealed from dead_update order by first_at`;

test('an update that can never be written is set aside after five failures with an apology, and its chat goes on', async () => {
  const { sql } = town.database;
  await sql`alter table report add constraint refused check (words not like '%nomor 1000') not valid`;
  const [one, other] = town.newcomers(2) as [Citizen, Citizen];
  await until('the apology is on the phone', () => said(one).includes(apology), town.moved);
  await until('the other holds a ticket', () => other.ticket() !== undefined, town.moved);
  expect(await aside()).toEqual([{ attempts: failuresMost, dead: true, sealed: true }]);
  expect(town.answers.filter(({ status }) => status === 503)).toHaveLength(failuresMost - 1);
  expect(await sql`select 1 from report`).toHaveLength(1);

  await sql`alter table report drop constraint refused`;
  one.phone.press(translate('id', say('button.send')));
  await until('the person holds a ticket', () => one.ticket() !== undefined, town.moved);
  expect(await sql`select 1 from report`).toHaveLength(2);
  expect(said(one).filter((text) => text === apology)).toHaveLength(1);
});

test('a conversation that was spoilt in the database gets an apology for each message and holds up nobody else', async () => {
  const { sql } = town.database;
  const phone = town.emulator.phone({ id: 7_340_000_001, firstName: 'Warga' });
  phone.type('/lapor');
  await phone.next(30_000);
  const spoilt = await sql`update talk set sealed = '\\x01ff00', revision = revision + 1
    where contact_id = (select max(id) from contact) returning contact_id`;
  expect(spoilt).toHaveLength(1);
  phone.type('lampu mati di gang');
  expect((await phone.next(30_000)).text).toBe(apology);
  const [neighbour] = town.newcomers(1) as [Citizen];
  await until('the neighbour holds a ticket', () => neighbour.ticket() !== undefined, town.moved);
  await sql`update talk set sealed = null, form = null, revision = revision + 1 where contact_id = ${spoilt[0]?.contact_id}`;
  phone.type('/lapor');
  expect((await phone.next(30_000)).text).not.toBe(apology);
});
