import { Hono } from 'hono';
import { createApp } from '../app.ts';
import { faultOf } from '../log.ts';
import { healthRoute } from '../routes/health.ts';
import { telegramRoute } from '../routes/telegram.ts';
import type { TelegramDesk } from '../telegram-desk.ts';
import type { WorkerSettings } from './settings.ts';
import type { Visit } from './visit.ts';

/** A desk that is opened for the first update that passed the door: strangers never cost a connection. */
const deskOf = (visit: Visit): TelegramDesk => ({
  take: async (payload) => {
    try {
      const { desk } = await visit.rooms();
      return desk ? await desk.take(payload) : { kind: 'again' };
    } catch (error) {
      visit.log.error({ event: 'hall-closed', code: faultOf(error).code });
      return { kind: 'again' };
    }
  },
});

/** The HTTP service for one request of a Worker: the same rooms as on Node, each opened only when somebody comes for it. */
export const createWorkerApp = (settings: WorkerSettings, visit: Visit): Hono => {
  const app = new Hono();
  app.onError((error, c) => {
    visit.log.error({ event: 'hall-closed', code: faultOf(error).code });
    return c.text('try again', 503, { 'retry-after': '5' });
  });
  app.route('/health', healthRoute(visit));
  const secret = settings.TELEGRAM_WEBHOOK_SECRET;
  if (secret)
    app.route(
      '/webhooks/telegram',
      telegramRoute({ secrets: secret.split(','), desk: deskOf(visit), after: visit.after }),
    );
  app.all('*', async (c) => createApp({ hall: (await visit.rooms()).hall }).fetch(c.req.raw));
  return app;
};
