import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { OpenHall } from '../hall.ts';
import type { Assets } from './assets.ts';
import { visitOf } from './reader.ts';
import { actRoute } from './routes/act.ts';
import { assetRoute } from './routes/asset.ts';
import { clockRoute } from './routes/clock.ts';
import { eventsRoute } from './routes/events.ts';
import { pageRoute } from './routes/page.ts';
import { photoRoute } from './routes/photo.ts';
import { playRoute } from './routes/play.ts';
import { sameOrigin } from './routes/same-origin.ts';
import { securityHeaders } from './routes/security-headers.ts';
import { transcriptRoute } from './routes/transcript.ts';
import type { Stage } from './stage.ts';

/** What the rooms of the simulator share. */
export type Room = { hall: OpenHall; stage: Stage; assets: Assets };

/** Telegram takes photos of at most 10 MB from a phone; the form around it needs a little more. */
const largestForm = 10.5 * 1024 * 1024;

/** The simulator's addresses: those of the platforms first, then what a visitor may reach. */
export const simulatorApp = (room: Room): Hono => {
  const app = new Hono();
  for (const { doors } of room.stage.skins.values())
    for (const { path, app: door } of doors) app.route(path, door);
  return app
    .use(
      bodyLimit({ maxSize: largestForm, onError: (c) => c.text(visitOf(c, room).t('coba.too-large'), 413) }),
    )
    .use(securityHeaders)
    .use(sameOrigin)
    .route('/aset', assetRoute(room.assets))
    .route('/foto', photoRoute(room))
    .route('/kejadian', eventsRoute(room))
    .route('/kirim', actRoute(room))
    .route('/skenario', playRoute(room))
    .route('/jam', clockRoute(room))
    .route('/uji', transcriptRoute(room))
    .route('/', pageRoute(room));
};
