import { Hono } from 'hono';
import type { Room } from '../app.ts';
import { personaNamed } from '../personas.ts';
import { visitorOf } from './visitor-cookie.ts';

/** `GET /coba/uji?as=PERSONA`: the dialogue so far, as a test reads it. */
export const transcriptRoute = ({ stage }: Room): Hono =>
  new Hono().get('/', (c) => {
    const persona = personaNamed(c.req.query('as'));
    const text = stage.visitors.seen(visitorOf(c))?.chats.get(persona.key)?.transcript() ?? '';
    return c.text(text, 200, { 'cache-control': 'no-store' });
  });
