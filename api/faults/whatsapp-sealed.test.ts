import { afterAll, beforeAll, expect, test } from 'vitest';
import { account, createWhatsAppLinked } from '../../bot/channels/whatsapp-linked/index.ts';
import { outboxView } from '../../db/reads/outbox.ts';
import { letterDeskOf } from '../letter-desk-of.ts';
import { everyColumn } from './every-column.ts';
import { until } from './until.ts';
import { openWhatsAppHouse, type WhatsAppHouse } from './whatsapp-house.ts';

/** Invented, and found nowhere else. */
const sri = { name: 'Kencanawulan', waId: '6281190452837', userId: 'ID.73619052480912345678' };
const moved = { waId: '6281190452844', userId: 'ID.73619052480998765432' };
const budi = { name: 'Prabaswara', lid: '836190452771093', number: '6281190452855' };
const words = 'lampu jalan mati di gang zirkoniumraya';

const canaries = [
  ...[sri.name, sri.waId, sri.userId, moved.waId, moved.userId],
  ...[budi.name, budi.lid, budi.number, 'zirkoniumraya'],
];

let house: WhatsAppHouse;
/** What messages are called, by either side: WhatsApp's own names hold the person's number. */
const names: string[] = [];

beforeAll(async () => {
  house = await openWhatsAppHouse();
  const { hall, emulator, sql, settled } = house;
  const phone = emulator.phone(sri);
  const says = async (...lines: string[]) => {
    for (const line of lines) {
      phone.type(line);
      await settled();
    }
  };
  const allSent = () =>
    until(
      'every letter is sent',
      async () => (await sql`select 1 from letter where state in ('waiting', 'sending')`).length === 0,
    );
  await says('/lapor', words, 'batal', '1', '/kanal', '1', '/lapor', words);
  phone.sendPhoto('sample', { caption: words });
  await settled();
  await allSent();
  emulator.faults.add({ kind: 'fails-later', code: 131026, details: `${sri.waId} is away`, times: 1 });
  emulator.faults.add({
    kind: 'refuse',
    call: 'messages',
    code: 131009,
    details: `${sri.waId} is odd`,
    times: 1,
  });
  await says('menu', 'bantuan');
  phone.changeNumber(moved.waId, moved.userId);
  await settled();
  await says('/datasaya', '/lapor', words);
  await sql`update talk set sealed = '\\x01ff00', revision = revision + 1 where sealed is not null`;
  await says(words);
  await until(
    'one is set aside',
    async () => (await sql`select 1 from dead_update where payload is not null`).length > 0,
  );
  await settled();

  const sent: string[] = [];
  const channel = createWhatsAppLinked(() => ({
    sendMessage: async () => {
      const id = `3EB0KENCANA${sent.length}`;
      sent.push(id);
      return { key: { id } };
    },
  }));
  const desk = letterDeskOf(hall, channel, { media: async () => 0 });
  for (const [i, conversation] of ['/lapor', words, 'menu', '1'].entries()) {
    const key = { remoteJid: `${budi.lid}@lid`, remoteJidAlt: `${budi.number}@s.whatsapp.net` };
    const message = { key: { ...key, id: `3APRABA${i}` }, message: { conversation }, pushName: budi.name };
    for (const inbound of channel.parse({ messages: [message] })) {
      const taken = await desk.take(inbound, inbound);
      await Promise.all(taken.kind === 'taken' ? taken.after : []);
    }
    names.push(`3APRABA${i}`);
  }
  names.push(...sent, ...phone.messages().map(({ id }) => id));
}, 120_000);
afterAll(() => house.close());

const found = (text: string): string[] =>
  [...canaries, ...names].filter((canary) =>
    [canary, Buffer.from(canary).toString('hex')].some((spelling) =>
      text.toLowerCase().includes(spelling.toLowerCase()),
    ),
  );

test('two people were heard and answered on WhatsApp, with a message that did not arrive, one set aside and a number that changed', async () => {
  const [row] = await house.sql`
    select (select count(*) from contact)::int as contacts, (select count(*) from contact_alias)::int as ids,
      (select count(*) from media)::int as photos,
      (select count(*) from pairing_code)::int as codes, (select count(*) from dead_update where payload is not null)::int as aside,
      (select count(*) from letter where message is not null)::int > 10 as answered,
      (select count(*) from letter where state in ('dead', 'dropped'))::int as lost,
      (select count(*) from letter where channel = 'whatsapp-linked' and message is not null)::int > 3 as linked`;
  expect(row).toEqual({
    contacts: 2,
    ids: 5,
    photos: 1,
    codes: 1,
    aside: 1,
    answered: true,
    lost: 2,
    linked: true,
  });
  expect(names.length).toBeGreaterThan(30);
});

test('no name, number, user id, linked id, word or message id of theirs is in a plain column, the log or the list of letters', async () => {
  const columns = await everyColumn(house.hall.database);
  expect(columns).toContain('whatsapp-linked');
  expect(columns).toContain(account);
  expect(found(columns)).toEqual([]);
  expect(house.log.lines.map(({ event }) => event)).toContain('update-failed');
  expect(found(JSON.stringify(house.log.lines))).toEqual([]);
  expect(found(JSON.stringify(await outboxView(house.hall.database)))).toEqual([]);
});

test('the search itself finds what stands there in plain, in whatever kind of column', async () => {
  const { sql, hall } = house;
  await sql`update letter set message = ${names.at(-1) ?? ''} where id = (select max(id) from letter)`;
  await sql`update contact_alias set key = ${Buffer.from(`x${sri.waId}`)} where key = (select min(key) from contact_alias)`;
  expect(found(await everyColumn(hall.database))).toEqual([sri.waId, names.at(-1)]);
});
