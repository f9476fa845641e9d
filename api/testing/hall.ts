import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import {
  createTelegramEmulator,
  type EmulatorOptions,
  type Person,
  serveEmulator,
  type TelegramEmulator,
} from '../../bot/channels/telegram/emulator/index.ts';
import type { Actor } from '../../bot/conversation/transcript.ts';
import type { Pace } from '../../bot/pace.ts';
import { connect } from '../../db/database.ts';
import { createMediaStore } from '../../db/media.ts';
import { createSeal } from '../../db/sealed.ts';
import { seedCity } from '../../db/seed/index.ts';
import { testDatabase } from '../../db/testing.ts';
import { createApp } from '../app.ts';
import { type OpenHall, openHall } from '../hall.ts';
import { leanPost } from '../lean-post.ts';
import type { Line, Log } from '../log.ts';
import { cleanPhoto } from '../media/clean.ts';
import { createMediaJob } from '../media/job.ts';
import type { Storage } from '../media/storage/storage.ts';
import { createTasks } from '../tasks.ts';
import { addTelegramBot } from '../telegram-bot.ts';
import { memoryStorage } from './memory-storage.ts';
import { phoneActor } from './phone-actor.ts';

/** A key for tests only. */
export const testKey = Buffer.alloc(32, 7);
export const testToken = '4242:test-token-of-the-emulator';
export const testSecret = 'test-secret-of-the-webhook';

/** A log that keeps its lines, so that a test can search them. */
export const keptLog = (): Log & { lines: Line[] } => {
  const lines: Line[] = [];
  const keep = (line: Line) => void lines.push(line);
  return { lines, info: keep, warn: keep, error: keep };
};

export type TestHall = {
  hall: OpenHall;
  emulator: TelegramEmulator;
  webhookUrl: string;
  databaseUrl: string;
  log: ReturnType<typeof keptLog>;
  storage: Storage;
  /** Fetches, cleans and stores what people sent, and gives how many files that were. */
  clean: () => Promise<number>;
  actor: (person?: Partial<Person>) => Actor & { phone: ReturnType<TelegramEmulator['phone']> };
  close: () => Promise<void>;
};

let nextPerson = 7_000;

/** The whole service on a database of its own, with the strict emulator as Telegram, by real HTTP both ways. */
export const openTestHall = async (
  options: Partial<EmulatorOptions> = {},
  given: { databaseUrl?: string; pace?: Pace } = {},
): Promise<TestHall> => {
  const own = given.databaseUrl ? undefined : await testDatabase();
  const databaseUrl = given.databaseUrl ?? own?.url ?? '';
  const database = connect(databaseUrl);
  const log = keptLog();
  const storage = memoryStorage();
  await seedCity(database, 'salatiga');
  const hall = await openHall({
    database,
    seal: createSeal(testKey),
    log,
    publicUrl: 'https://sapa.example',
    storage,
    ...(given.pace && { pace: given.pace }),
  });
  const emulator = createTelegramEmulator({ bots: [{ token: testToken }], timeScale: 0.01, ...options });
  const telegram = await serveEmulator(emulator);
  const tasks = createTasks();
  const { desk } = addTelegramBot(
    hall,
    { token: testToken, apiRoot: telegram.url },
    { media: async () => 0, post: leanPost },
  );
  const app = createApp({ hall, telegram: { secrets: [testSecret], desk, after: tasks.after } });
  const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' });
  await new Promise((resolve) => server.once('listening', resolve));
  const webhookUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhooks/telegram`;
  await emulator.call(testToken, 'setWebhook', { url: webhookUrl, secret_token: testSecret });

  const settled = async () => {
    await emulator.idle();
    await tasks.settled();
  };
  return {
    hall,
    emulator,
    webhookUrl,
    databaseUrl,
    log,
    storage,
    clean: createMediaJob({
      media: createMediaStore(database, hall.seal),
      channels: () => hall.channels,
      storage,
      clean: cleanPhoto,
      alarm: (fault) => log.error({ event: 'photo-failed', ...fault }),
      refused: (contact) => hall.deliver({ contact }),
    }),
    actor: (person = {}) => {
      const phone = emulator.phone({ id: nextPerson++, firstName: 'Sri', ...person });
      return { ...phoneActor(phone, settled), phone };
    },
    close: async () => {
      await settled();
      await new Promise((resolve) => server.close(resolve));
      emulator.close();
      await telegram.close();
      await database.close();
      await own?.drop();
    },
  };
};
