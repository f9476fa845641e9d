import { serve } from '@hono/node-server';
import { openQuestionOf } from '../../bot/handle.ts';
import { createDeliver } from '../../bot/jobs/deliver.ts';
import { connect } from '../../db/database.ts';
import { createSeal } from '../../db/sealed.ts';
import { createApp } from '../app.ts';
import { readEnv } from '../env.ts';
import { type OpenHall, openHall } from '../hall.ts';
import { jobsOf } from '../jobs.ts';
import { leanPost } from '../lean-post.ts';
import { createLog } from '../json-log.ts';
import { openMedia } from '../media/index.ts';
import { addTelegramBot } from '../telegram-bot.ts';
import { startTicking } from '../tick.ts';
import { beMeasured, type Measured } from './be-measured.ts';
import type { Setting } from './subject.ts';

const key = Buffer.alloc(32, 7);

/** The platform's 30 messages a second are Telegram's limit, not ours: here letters go out as fast as they are written. */
const unpaced = (hall: OpenHall): OpenHall['deliver'] =>
  createDeliver({
    outbox: hall.outbox,
    channels: () => hall.channels,
    question: openQuestionOf(hall.parts),
    pace: () => 0,
    wait: async () => {},
    locale: () => hall.city().agency.locales[0] ?? 'id',
    alarm: ({ id, channel, failure, detail }) =>
      hall.log.error({ event: 'letter-failed', id, channel, code: `${failure} ${detail}` }),
  });

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
  const opened = await openHall({ database, seal: createSeal(key), log, publicUrl: 'https://sapa.example' });
  const hall: OpenHall = { ...opened, deliver: unpaced(opened) };
  const tasks = new Set<Promise<unknown>>();
  const after = (task: Promise<unknown>) => {
    const watched = task.catch(() => {}).finally(() => tasks.delete(watched));
    tasks.add(watched);
  };
  const media = openMedia(env, hall);
  const { desk } = addTelegramBot(hall, { token, apiRoot }, { media, post: leanPost });
  const app = createApp({ hall, telegram: { secrets: [secret], desk, after } });
  const clockwork = startTicking(hall, jobsOf(hall, media));
  return new Promise((resolve) => {
    const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
      resolve({
        webhook: `http://127.0.0.1:${port}/webhooks/telegram`,
        tickets: 'select ticket from report',
        stop: async () => {
          await clockwork.stop();
          await Promise.allSettled(tasks);
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
