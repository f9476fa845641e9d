import { afterAll, beforeAll, expect, test } from 'vitest';
import { account, createWhatsAppLinked } from '../../bot/channels/whatsapp-linked/index.ts';
import { budi, sri } from '../../bot/channels/whatsapp-linked/testing/events.ts';
import { literal, type Reply } from '../../bot/conversation/reply.ts';
import { testCity } from '../../bot/conversation/testing/city.ts';
import { connect, type Database } from '../../db/database.ts';
import { createOutbox } from '../../db/outbox.ts';
import { createSeal } from '../../db/sealed.ts';
import { createSessions } from '../../db/sessions.ts';
import { type TestDatabase, testDatabase } from '../../db/testing.ts';
import { sentTextOf } from './sent-text.ts';

const seal = createSeal(Buffer.alloc(32, 7));
const channel = createWhatsAppLinked(() => undefined);
let copy: TestDatabase;
let database: Database;
beforeAll(async () => {
  copy = await testDatabase();
  database = connect(copy.url);
});
afterAll(async () => {
  await database.close();
  await copy.drop();
});

const toSri = { channel: 'whatsapp-linked', account, id: sri.lid } as const;

test.each<[string, Reply, unknown]>([
  [
    'a paper',
    { text: literal('Jadwal Ibu'), document: { name: 'a.txt', type: 'text/plain', text: 'x' } },
    'Jadwal Ibu',
  ],
  [
    'a picture',
    { text: literal('Sudah diperbaiki'), media: [{ id: 'm1', kind: 'photo' }] },
    'Sudah diperbaiki',
  ],
  ['a place', { text: literal(''), pin: { lat: -7.33, lon: 110.5 } }, { lat: -7.33, lon: 110.5 }],
  ['a place with words', { text: literal('Di sini'), pin: { lat: -7.33, lon: 110.5 } }, 'Di sini'],
])('of %s what is left is said again', async (_, say, wanted) => {
  const sessions = createSessions(database, seal);
  const outbox = createOutbox(database, seal);
  const session = await sessions.open(toSri, true, [sri.phone]);
  await sessions.post(session, [{ say, lane: 'interactive' }]);
  for (const letter of await outbox.claim({ accounts: [channel], most: 1 }))
    await outbox.sent(letter, '3EB0SISA');
  const sentText = sentTextOf({ database, seal, city: () => testCity }, channel);
  expect(await sentText(sri.lid, '3EB0SISA')).toEqual(wanted);
  await database.sql`update letter set body = null`;
});

test('a phone that could not open a message gets its words again, whichever of its ids asks; nobody else does', async () => {
  const sessions = createSessions(database, seal);
  const outbox = createOutbox(database, seal);
  const named = (id: string) => ({ channel: 'whatsapp-linked', account, id }) as const;
  const session = await sessions.open(named(sri.lid), true, [sri.phone]);
  await sessions.open(named(budi), true);
  await sessions.post(session, [{ say: { text: literal('kabar untuk Sri') }, lane: 'interactive' }]);
  for (const letter of await outbox.claim({ accounts: [channel], most: 1 }))
    await outbox.sent(letter, '3EB0KABAR');
  const sentText = sentTextOf({ database, seal, city: () => testCity }, channel);
  const said = [sri.lid, sri.lid.replace('@', ':7@'), sri.phone, budi, '628999@g.us'].map((jid) =>
    sentText(jid, '3EB0KABAR'),
  );
  const words = 'kabar untuk Sri';
  expect(await Promise.all(said)).toEqual([words, words, words, undefined, undefined]);
  expect(await sentText(sri.lid, '3EB0LAIN')).toBeUndefined();
});
