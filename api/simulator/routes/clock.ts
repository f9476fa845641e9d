import { Hono } from 'hono';
import type { Room } from '../app.ts';
import { personaNamed } from '../personas.ts';
import { visitOf } from '../reader.ts';
import { postedFields } from './act.ts';
import { backToChat } from './back-to-chat.ts';

const hour = 3600;
/** `window`: just beyond the hours in which WhatsApp lets a business write freely. */
const steps: { readonly [step: string]: number } = {
  hour,
  day: 24 * hour,
  window: 25 * hour,
  week: 7 * 24 * hour,
};

/** So far the demo's clock may be moved: beyond, there are no holidays (seconds). */
const furthest = 400 * 24 * hour;

/** `POST /coba/jam`: moves the hall's clock on, or back to the time of the machine. */
export const clockRoute = (room: Room): Hono =>
  new Hono().post('/', async (c) => {
    const visit = visitOf(c, room);
    const { hall, stage, t } = visit;
    const { by, as } = await postedFields(c);
    const ahead = Math.round((hall.clock.now().getTime() - Date.now()) / 1000);
    const seconds = by === 'now' ? -ahead : steps[String(by)];
    if (seconds === undefined || ahead + seconds > furthest) return c.text(t('coba.too-far'), 400);
    await stage.moveClock(seconds);
    return backToChat(
      c,
      visit,
      personaNamed(typeof as === 'string' ? as : undefined),
      by === 'window' ? 'layar' : 'jam',
    );
  });
