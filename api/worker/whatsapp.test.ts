import { afterAll, beforeAll, expect, test } from 'vitest';
import { createGraphEmulator, serveEmulator } from '../../bot/channels/whatsapp-cloud/emulator/index.ts';
import { connect } from '../../db/database.ts';
import { seedCity } from '../../db/seed/index.ts';
import { testDatabase } from '../../db/testing.ts';
import { until } from '../faults/until.ts';
import { whatsappCitizen } from '../faults/whatsapp-citizen.ts';
import { strangerSays } from '../faults/whatsapp-forgeries.ts';
import { officeNumber, signed, type Webhook } from '../faults/whatsapp-webhook.ts';
import { s3Server } from '../media/testing/s3-server.ts';
import { testKey } from '../testing/hall.ts';
import { openGate } from './testing/gate.ts';
import { startWorker } from './testing/start-worker.ts';

/** The Worker before the strict Graph API, with a database that can be away. */
const openHouse = async () => {
  const own = await testDatabase();
  const database = connect(own.url, { max: 1 });
  await seedCity(database, 'salatiga');
  await database.close();
  const through = new URL(own.url);
  const gate = await openGate({ host: through.hostname, port: Number(through.port || 5432) });
  through.hostname = '127.0.0.1';
  through.port = String(gate.port);
  const store = await s3Server();
  const emulator = createGraphEmulator({ numbers: [officeNumber], timeScale: 0.05 });
  const graph = await serveEmulator(emulator);
  const worker = await startWorker(through.href, {
    APP_KEY: testKey.toString('base64'),
    PUBLIC_URL: 'https://sapa.example',
    WHATSAPP_TOKEN: officeNumber.token,
    WHATSAPP_PHONE_NUMBER_ID: officeNumber.phoneNumberId,
    WHATSAPP_APP_SECRET: officeNumber.appSecret,
    WHATSAPP_VERIFY_TOKEN: officeNumber.verifyToken,
    WHATSAPP_API_ROOT: graph.url,
    MEDIA_URL: store.settings.url,
    MEDIA_ACCESS_KEY: store.settings.accessKey,
    MEDIA_SECRET_KEY: store.settings.secretKey,
    MEDIA_REGION: store.settings.region,
  });
  const url = `${worker.url}/webhooks/whatsapp`;
  return {
    emulator,
    gate,
    worker,
    url,
    sql: own.sql,
    bring: ({ body, headers }: Webhook) =>
      fetch(url, { method: 'POST', body: String(body), headers: headers as Record<string, string> }),
    close: async () => {
      await worker.close();
      emulator.close();
      await graph.close();
      await store.close();
      await gate.close();
      await own.drop();
    },
  };
};

let house: Awaited<ReturnType<typeof openHouse>>;
beforeAll(async () => {
  house = await openHouse();
  await house.emulator.subscribe(house.url);
});
afterAll(() => house?.close());

const unsigned: [string, Webhook][] = [
  ['without a signature', { body: strangerSays('/lapor'), headers: {} }],
  ['with the signature of another secret', signed(strangerSays('/lapor'), 'rahasia-lain')],
  ['with the signature of other bytes', { ...signed(strangerSays('/lapor')), body: strangerSays('/lapor') }],
];

test.each(unsigned)(
  'a webhook %s is refused by a Worker, also while the database is away',
  async (_, webhook) => {
    await house.gate.shut();
    const { status } = await house.bring(webhook);
    await house.gate.open();
    expect(status).toBe(401);
    expect(await house.sql`select 1 from inbox`).toHaveLength(0);
  },
);

test('what Meta signed is asked for again while the database is away, and is taken once it is back', async () => {
  const webhook = signed(strangerSays('halo'));
  await house.gate.shut();
  const away = await house.bring(webhook);
  await house.gate.open();
  expect([away.status, away.headers.get('retry-after')]).toEqual([503, '5']);
  for (const again of [1, 2]) expect([again, (await house.bring(webhook)).status]).toEqual([again, 200]);
  expect(await house.sql`select 1 from inbox`).toHaveLength(1);
});

test('what is signed and no webhook of WhatsApp is refused for good, and so is what is too large', async () => {
  expect((await house.bring(signed('{"object":"page"}'))).status).toBe(400);
  expect((await house.bring(signed(strangerSays('a'.repeat(3 * 1024 * 1024))))).status).toBe(413);
});

test('a citizen reports on WhatsApp to a Worker as to a process of Node, and is answered through Meta’s API', async () => {
  const sri = house.emulator.phone({ name: 'Sri', waId: '6281200000501', userId: 'ID.501' });
  sri.type('/lapor');
  expect((await sri.next(20_000)).text).toContain('ceritakan masalahnya');
  const budi = whatsappCitizen(
    house.emulator.phone({ name: 'Budi', waId: '6281200000502' }),
    'lampu jalan mati di depan SMP 2',
    { lat: -7.3315, lon: 110.5125 },
  );
  await until(
    'Budi holds a ticket',
    () => budi.ticket() !== undefined,
    () => house.emulator.stats.calls,
    () => `${budi.standing()}: ${budi.phone.last()?.text}\n${house.worker.log().slice(-2000)}`,
  );
  expect(await house.sql`select ticket from report`).toEqual([{ ticket: budi.ticket() }]);
});

test('nothing that a person said, and no secret, is in the log', () => {
  const log = house.worker.log();
  const { token, appSecret, verifyToken } = officeNumber;
  for (const secret of ['lampu', 'Budi', '6281200000502', token, appSecret, verifyToken])
    expect(log).not.toContain(secret);
});
