import {
  createTelegramEmulator,
  type Person,
  serveEmulator,
} from '../../../bot/channels/telegram/emulator/index.ts';
import { connect } from '../../../db/database.ts';
import { seedCity } from '../../../db/seed/index.ts';
import { testDatabase } from '../../../db/testing.ts';
import { s3Server } from '../../media/testing/s3-server.ts';
import { testKey, testSecret, testToken } from '../../testing/hall.ts';
import { phoneActor } from '../../testing/phone-actor.ts';
import { openGate } from './gate.ts';
import { startWorker } from './start-worker.ts';

let nextPerson = 9_000;

/** The Worker with everything it talks to, by real HTTP and real PostgreSQL: the strict emulator, a strict S3, and a database that can be away. */
export const openWorkerHall = async (beside: { locales?: string } = {}) => {
  const own = await testDatabase();
  const database = connect(own.url);
  await seedCity(database, 'salatiga');
  const url = new URL(own.url);
  const gate = await openGate({ host: url.hostname, port: Number(url.port || 5432) });
  const through = new URL(own.url);
  through.hostname = '127.0.0.1';
  through.port = String(gate.port);
  const store = await s3Server();
  const emulator = createTelegramEmulator({ bots: [{ token: testToken }], timeScale: 0.01 });
  const telegram = await serveEmulator(emulator);
  const settings = {
    APP_KEY: testKey.toString('base64'),
    PUBLIC_URL: 'https://sapa.example',
    TELEGRAM_BOT_TOKEN: testToken,
    TELEGRAM_WEBHOOK_SECRET: testSecret,
    TELEGRAM_API_ROOT: telegram.url,
    MEDIA_URL: store.settings.url,
    MEDIA_ACCESS_KEY: store.settings.accessKey,
    MEDIA_SECRET_KEY: store.settings.secretKey,
    MEDIA_REGION: store.settings.region,
  };
  const worker = await startWorker(through.href, settings, beside);
  const webhookUrl = `${worker.url}/webhooks/telegram`;
  await emulator.call(testToken, 'setWebhook', { url: webhookUrl, secret_token: testSecret });

  const underWay = async (): Promise<number> => {
    const [row] = await own.sql<{ count: number }[]>`
      select (select count(*) from letter where state in ('waiting', 'sending') and not_before <= now() + interval '3 s')::int
        + (select count(*) from media where state = 'wanted' and attempts < 2)::int as count`;
    return row?.count ?? 0;
  };
  /** Until the Worker has nothing to do behind its answers. */
  const settled = async (): Promise<void> => {
    do await emulator.idle();
    while ((await underWay()) > 0 && (await new Promise((resolve) => setTimeout(resolve, 20, true))));
  };
  return {
    worker,
    emulator,
    store,
    gate,
    sql: own.sql,
    settings,
    webhookUrl,
    databaseUrl: own.url,
    settled,
    actor: (person: Partial<Person> = {}) => {
      const phone = emulator.phone({ id: nextPerson++, firstName: 'Sri', ...person });
      return { ...phoneActor(phone, settled), phone };
    },
    close: async () => {
      await worker.close();
      emulator.close();
      await telegram.close();
      await store.close();
      await gate.close();
      await database.close();
      await own.drop();
    },
  };
};

export type WorkerHall = Awaited<ReturnType<typeof openWorkerHall>>;
