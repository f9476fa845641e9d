import { Hono } from 'hono';
import { createApp } from '../app.ts';
import { faultOf } from '../log.ts';
import { healthRoute } from '../routes/health.ts';
import { telegramRoute } from '../routes/telegram.ts';
import { whatsappRoute } from '../routes/whatsapp.ts';
import type { TelegramDesk } from '../telegram-desk.ts';
import { doorOf } from '../whatsapp-connect.ts';
import type { WhatsAppDesk } from '../whatsapp-desk.ts';
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

/** The same for a webhook of WhatsApp. */
const whatsappDeskOf = (visit: Visit): WhatsAppDesk => ({
  take: async (payload) => {
    try {
      const { whatsapp } = await visit.rooms();
      return whatsapp ? await whatsapp.take(payload) : { kind: 'again', after: [] };
    } catch (error) {
      visit.log.error({ event: 'hall-closed', code: faultOf(error).code });
      return { kind: 'again', after: [] };
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
  const door = doorOf(settings);
  if (door)
    app.route(
      '/webhooks/whatsapp',
      whatsappRoute({ ...door, desk: whatsappDeskOf(visit), after: visit.after }),
    );
  app.all('*', async (c) => createApp({ hall: (await visit.rooms()).hall }).fetch(c.req.raw));
  return app;
};
