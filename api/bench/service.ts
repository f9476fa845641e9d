import { serve } from '@hono/node-server';
import { connect } from '../../db/database.ts';
import { createSeal } from '../../db/sealed.ts';
import { createApp } from '../app.ts';
import { readEnv } from '../env.ts';
import { openHall } from '../hall.ts';
import { jobsOf } from '../jobs.ts';
import { createLog } from '../json-log.ts';
import { leanPost } from '../lean-post.ts';
import { openMedia, storageOf } from '../media/index.ts';
import { createTasks } from '../tasks.ts';
import { addTelegramBot } from '../telegram-bot.ts';
import { startTicking } from '../tick.ts';
import { beMeasured, type Measured } from './be-measured.ts';
import type { Setting } from './subject.ts';

const key = Buffer.alloc(32, 7);

/** The platform's 30 messages a second are Telegram's limit, not ours: here letters go out as fast as they are written. */
const unpaced = { perChat: 1e6, burst: 1e6, bulk: 1e6, all: 1e6, perGroup: 1e6 };

/** The service as `npm start` composes it (`start.ts`), without the demo's rooms and without the platform's pace. */
const openService = async ({ database: url, apiRoot, token, secret }: Setting): Promise<Measured> => {
  const env = readEnv({
    NODE_ENV: 'production',
    DATABASE_URL: url,
    APP_KEY: key.toString('base64'),
    TELEGRAM_BOT_TOKEN: token,
    TELEGRAM_WEBHOOK_SECRET: secret,
    TELEGRAM_API_ROOT: apiRoot,
    LOG_LEVEL: 'warn',
  });
  const database = connect(url);
  const log = createLog(env.LOG_LEVEL);
  const hall = await openHall({
    database,
    seal: createSeal(key),
    log,
    publicUrl: 'https://sapa.example',
    pace: unpaced,
    storage: storageOf(env),
  });
  const tasks = createTasks();
  const media = openMedia(env, hall);
  const { desk } = addTelegramBot(hall, { token, apiRoot }, { media, post: leanPost });
  const app = createApp({ hall, telegram: { secrets: [secret], desk, after: tasks.after } });
  const clockwork = startTicking(hall, jobsOf(hall, media));
  return new Promise((resolve) => {
    const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
      resolve({
        webhook: `http://127.0.0.1:${port}/webhooks/telegram`,
        tickets: 'select ticket from report',
        stop: async () => {
          await clockwork.stop();
          await tasks.settled();
          await new Promise((closed) => {
            server.close(closed);
            if ('closeAllConnections' in server) server.closeAllConnections();
          });
          await database.close();
        },
      }),
    );
  });
};

await beMeasured(openService);
