import { Hono } from 'hono';
import type { OpenHall } from './hall.ts';
import type { DeviceStanding } from './linked-device/health/standing.ts';
import { faultOf } from './log.ts';
import { frontDoor } from './public/front-door.ts';
import { performancePages } from './public/performance.ts';
import { privacyPage } from './public/privacy.ts';
import { trackPage } from './public/track.ts';
import { healthRoute } from './routes/health.ts';
import { type TelegramRoute, telegramRoute } from './routes/telegram.ts';
import { type WhatsAppRoute, whatsappRoute } from './routes/whatsapp.ts';
import { trainingPages } from './trainings/index.ts';

/** What the HTTP service is made of; a part that is absent has no address. */
export type AppParts = {
  hall: OpenHall;
  telegram?: TelegramRoute;
  whatsapp?: WhatsAppRoute;
  /** How the linked device stands, where the service has one. */
  standing?: () => Promise<DeviceStanding>;
  /** Further rooms by their path, such as the simulator. */
  rooms?: readonly { path: string; app: Hono }[];
  /** Where `/` leads instead of the front door. */
  home?: string;
};

/** The HTTP service as data goes in and out of it; tests call `app.request()`, Node and the Worker serve it. */
export const createApp = ({ hall, telegram, whatsapp, standing, rooms = [], home }: AppParts): Hono => {
  const app = new Hono();
  const paths = rooms.map(({ path }) => path);
  const door = frontDoor(hall, paths);
  app.notFound(door.lost);
  app.onError((error, c) => {
    hall.log.error({ event: 'request-failed', code: faultOf(error).code });
    return door.broken(c);
  });
  app.route('/health', healthRoute(hall, standing));
  if (telegram) app.route('/webhooks/telegram', telegramRoute(telegram));
  if (whatsapp) app.route('/webhooks/whatsapp', whatsappRoute(whatsapp));
  app.route('/privasi', privacyPage(hall));
  app.route('/lacak', trackPage(hall));
  app.route('/', performancePages(hall, { award: paths.includes('/penghargaan') }));
  app.route('/', trainingPages(hall));
  for (const { path, app: room } of rooms) app.route(path, room);
  app.get('/', (c) => (home ? c.redirect(home) : door.home(c)));
  return app;
};
