import { Hono } from 'hono';
import type { Room } from '../app.ts';
import { personaNamed } from '../personas.ts';
import { visitOf } from '../reader.ts';
import { chatName } from '../visitor/visitors.ts';
import { visitorOf } from './visitor-cookie.ts';

/** `GET /coba/uji?as=PERSONA&di=APP`: the dialogue so far, as a test reads it. */
export const transcriptRoute = (room: Room): Hono =>
  new Hono().get('/', (c) => {
    const persona = personaNamed(c.req.query('as'));
    const name = chatName(visitOf(c, room).skin, persona);
    const text = room.stage.visitors.seen(visitorOf(c))?.chats.get(name)?.transcript() ?? '';
    return c.text(text, 200, { 'cache-control': 'no-store' });
  });
