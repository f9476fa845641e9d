import { type Context, Hono } from 'hono';
import type { Room } from '../app.ts';
import { carryOut } from '../carry-out.ts';
import { personaNamed } from '../personas.ts';
import { readAct } from '../read-act.ts';
import { visitOf } from '../reader.ts';
import { backToChat } from './back-to-chat.ts';
import { greetVisitor } from './visitor-cookie.ts';

/** What was posted, as JSON or as a plain form. */
export const postedFields = async (c: Context): Promise<Record<string, unknown>> => {
  try {
    const fields: unknown = c.req.header('content-type')?.includes('json')
      ? await c.req.json()
      : await c.req.parseBody();
    return typeof fields === 'object' && fields !== null ? { ...fields } : {};
  } catch {
    return {};
  }
};

/** `POST /coba/kirim`: one act of one persona; 400 for what no phone could do. */
export const actRoute = (room: Room): Hono =>
  new Hono().post('/', async (c) => {
    const visit = visitOf(c, room);
    const fields = await postedFields(c);
    const persona = personaNamed(typeof fields.as === 'string' ? fields.as : undefined);
    const act = await readAct(fields, room.hall.city().regions);
    if (!act) return c.text(visit.t(fields.do === 'photo' ? 'coba.unreadable' : 'coba.refused'), 400);
    const done = await carryOut(room, room.stage.visitors.chat(greetVisitor(c), visit.skin, persona), act);
    return done ? backToChat(c, visit, persona) : c.text(visit.t('coba.refused'), 409);
  });
