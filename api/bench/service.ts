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
import { connectWhatsApp } from '../whatsapp-connect.ts';
import { beMeasured, type Measured } from './be-measured.ts';
import { hastened, hastenedPace } from './hastened.ts';
import type { Setting } from './subject.ts';
import { unpaced } from './unpaced.ts';

const key = Buffer.alloc(32, 7);

/** The service as `npm start` composes it (`start.ts`), without the demo's rooms and, unless time is hastened, without the platform's pace. */
const openService = async ({
  database: url,
  apiRoot,
  token,
  secret,
  number,
  speed,
}: Setting): Promise<Measured> => {
  const env = readEnv({
    NODE_ENV: 'production',
    DATABASE_URL: url,
    APP_KEY: key.toString('base64'),
    ...(number
      ? {
          WHATSAPP_TOKEN: token,
          WHATSAPP_PHONE_NUMBER_ID: number,
          WHATSAPP_APP_SECRET: secret,
          WHATSAPP_VERIFY_TOKEN: secret,
          WHATSAPP_API_ROOT: apiRoot,
        }
      : { TELEGRAM_BOT_TOKEN: token, TELEGRAM_WEBHOOK_SECRET: secret, TELEGRAM_API_ROOT: apiRoot }),
    LOG_LEVEL: 'warn',
  });
  const database = connect(url);
  const log = createLog(env.LOG_LEVEL);
  const hall = await openHall({
    database,
    seal: createSeal(key),
    log,
    publicUrl: 'https://sapa.example',
    pace: speed ? hastenedPace(speed) : unpaced,
    storage: storageOf(env),
  });
  const hasty = speed ? hastened(leanPost, speed) : undefined;
  const tasks = createTasks();
  const media = openMedia(env, hall);
  const { after } = tasks;
  const telegram = () => ({
    secrets: [secret],
    desk: addTelegramBot(hall, { token, apiRoot }, { media, post: hasty?.post ?? leanPost }).desk,
    after,
  });
  const whatsapp = connectWhatsApp(env, hall, { media, after });
  const app = createApp({ hall, ...(whatsapp ? { whatsapp } : { telegram: telegram() }) });
  const clockwork = startTicking(hall, jobsOf(hall, media));
  return new Promise((resolve) => {
    const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
      resolve({
        webhook: `http://127.0.0.1:${port}/webhooks/${number ? 'whatsapp' : 'telegram'}`,
        tickets: 'select ticket from report',
        ...(hasty && { early: hasty.early }),
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
