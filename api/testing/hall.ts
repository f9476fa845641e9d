import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import type { EmulatorOptions, TelegramEmulator } from '../../bot/channels/telegram/emulator/index.ts';
import type { Pace } from '../../bot/pace.ts';
import type { Database } from '../../db/database.ts';
import { connect } from '../../db/database.ts';
import { createMediaStore } from '../../db/media.ts';
import { createSeal } from '../../db/sealed.ts';
import { seedCity } from '../../db/seed/index.ts';
import { testDatabase } from '../../db/testing.ts';
import { createApp } from '../app.ts';
import { type OpenHall, openHall } from '../hall.ts';
import type { Line, Log } from '../log.ts';
import { cleanPhoto } from '../media/clean.ts';
import { createMediaJob } from '../media/job.ts';
import type { Storage } from '../media/storage/storage.ts';
import { createTasks } from '../tasks.ts';
import { memoryStorage } from './memory-storage.ts';
import { atOnce, type Person, type Somebody } from './renderings/rendering.ts';
import { openStage } from './renderings/stage.ts';

export { testSecret, testToken } from './renderings/telegram.ts';

/** A key for tests only. */
export const testKey = Buffer.alloc(32, 7);

/** A log that keeps its lines, so that a test can search them. */
export const keptLog = (): Log & { lines: Line[] } => {
  const lines: Line[] = [];
  const keep = (line: Line) => void lines.push(line);
  return { lines, info: keep, warn: keep, error: keep };
};

export type TestHall = {
  hall: OpenHall<Database>;
  /** Telegram, and there only. */
  readonly emulator: TelegramEmulator;
  webhookUrl: string;
  databaseUrl: string;
  log: ReturnType<typeof keptLog>;
  storage: Storage;
  /** Fetches, cleans and stores what people sent, and gives how many files that were. */
  clean: () => Promise<number>;
  /** Somebody with a chat on the channel of this run. */
  actor: (who?: Partial<Somebody>) => Person;
  close: () => Promise<void>;
};

let nextPerson = 7_000;

/** The whole service on a database of its own, before the channel of this run: a strict emulator by real HTTP both ways, the real client of a linked device, or lines of text. */
export const openTestHall = async (
  options: Partial<EmulatorOptions> = {},
  given: { databaseUrl?: string; pace?: Pace; stage?: typeof openStage } = {},
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
    pace: given.pace ?? atOnce,
  });
  const tasks = createTasks();
  const stage = await (given.stage ?? openStage)({ hall, tasks }, options);
  const server = serve({ fetch: createApp({ hall, ...stage.app }).fetch, port: 0, hostname: '127.0.0.1' });
  await new Promise((resolve) => server.once('listening', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await stage.open(origin);
  return {
    hall,
    get emulator() {
      return stage.emulator;
    },
    webhookUrl: `${origin}/webhooks/telegram`,
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
    actor: (who = {}) => stage.person({ id: nextPerson++, firstName: 'Sri', ...who }),
    close: async () => {
      await stage.settled();
      await new Promise((resolve) => server.close(resolve));
      await stage.close();
      await database.close();
      await own?.drop();
    },
  };
};
