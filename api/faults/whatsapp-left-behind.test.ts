import { afterEach, beforeEach, expect, test } from 'vitest';
import { keepAlivePost } from '../../bot/channels/emulator/post.ts';
import {
  createGraphEmulator,
  type GraphEmulator,
  serveEmulator,
} from '../../bot/channels/whatsapp-cloud/emulator/index.ts';
import { connect } from '../../db/database.ts';
import { seedCity } from '../../db/seed/index.ts';
import { type TestDatabase, testDatabase } from '../../db/testing.ts';
import { testKey } from '../testing/hall.ts';
import { size } from './size.ts';
import { type ServiceProcess, startProcess } from './start-process.ts';
import { until } from './until.ts';
import { doubled, type WhatsAppCitizen, whatsappCitizen } from './whatsapp-citizen.ts';
import { officeNumber } from './whatsapp-webhook.ts';

let database: TestDatabase;
let emulator: GraphEmulator;
let service: ServiceProcess;
const closing: (() => unknown)[] = [];
let start: () => Promise<void>;

beforeEach(async () => {
  database = await testDatabase();
  const seeding = connect(database.url, { max: 1 });
  await seedCity(seeding, 'salatiga');
  await seeding.close();
  const post = keepAlivePost(100);
  emulator = createGraphEmulator({
    numbers: [officeNumber],
    timeScale: 0.05,
    post: (_, body, headers) => post(`http://127.0.0.1:${service.port}/webhooks/whatsapp`, body, headers),
  });
  const graph = await serveEmulator(emulator);
  const { token, appSecret: secret } = officeNumber;
  const given = { databaseUrl: database.url, apiRoot: graph.url, token, secret, key: testKey };
  start = async () => {
    service = await startProcess({ ...given, channel: 'whatsapp-cloud' });
  };
  await start();
  await emulator.subscribe('http://town.test/webhooks/whatsapp', { unasked: true });
  closing.push(
    () => emulator.close(),
    post.close,
    graph.close,
    () => database.drop(),
  );
});
afterEach(async () => {
  await service.kill();
  for (const close of closing.splice(0)) await close();
});

const crowd = (count: number, before: (waId: string) => void): WhatsAppCitizen[] =>
  Array.from({ length: count }, (_, nth) => {
    const waId = `62812${7_700_000 + nth}`;
    const at = { lat: -7.345 + nth * 0.003, lon: 110.49 };
    const words = `lampu jalan mati di depan rumah nomor ${nth}`;
    return whatsappCitizen(emulator.phone({ name: `Warga ${nth}`, waId }), words, at, () => before(waId));
  });

const moved = () => emulator.stats.delivered + emulator.stats.calls;

test('a receipt on WhatsApp that a killed process held in its hand reaches the phone by the sweep of the next, once', async () => {
  const people = crowd(size(3, 20), (to) => emulator.faults.add({ kind: 'hang', call: 'messages', to }));
  const inHand = async () => {
    const [row] = await database.sql<{ filed: number; sending: number }[]>`
      select (select count(*) from report)::int as filed, (select count(*) from letter where state = 'sending')::int as sending`;
    return row?.filed === people.length && row.sending === people.length;
  };
  await until('each receipt is in the hand of the process', inHand, moved);
  expect(people.map(({ ticket }) => ticket())).toEqual(people.map(() => undefined));
  await service.kill();
  emulator.faults.clear();
  await database.sql`update letter set lease_until = now()`;
  await start();
  await until('each receipt is on its phone', () => people.every(({ ticket }) => ticket()), moved);
  const filed = await database.sql<{ ticket: string }[]>`select ticket from report order by words`;
  expect(filed.map(({ ticket }) => ticket).toSorted()).toEqual(
    people.map(({ ticket }) => ticket()).toSorted(),
  );
  expect(people.flatMap(doubled)).toEqual([]);
}, 180_000);
