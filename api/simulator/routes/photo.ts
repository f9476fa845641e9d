import { Hono } from 'hono';
import type { Room } from '../app.ts';
import { pictureType } from '../picture-type.ts';
import { visitorOf } from './visitor-cookie.ts';

/** A photo in one of the visitor's own chats; nobody else's. */
export const photoRoute = ({ stage }: Room): Hono =>
  new Hono().get('/:file', (c) => {
    const id = c.req.param('file');
    const chats = [...(stage.visitors.seen(visitorOf(c))?.chats.values() ?? [])];
    const own = chats.find((chat) =>
      chat
        .phone()
        .messages()
        .some(({ photo }) => photo?.file === id),
    );
    const bytes = own && stage.skins.get(own.skin)?.file(id);
    const type = bytes && pictureType(bytes);
    if (!bytes || !type) return c.notFound();
    return c.body(new Uint8Array(bytes), 200, {
      'content-type': type,
      'cache-control': 'private, max-age=3600',
    });
  });
