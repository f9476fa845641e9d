import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { GraphEmulator } from '../../../bot/channels/whatsapp-cloud/emulator/index.ts';

/** A video may have 16 MB, and the form around it a little (Graph API, page "media"). */
const largestUpload = 17 * 1024 * 1024;

/** The Graph API of our own at `at` (`http://127.0.0.1:3000/coba/graph`); its token is made anew at every start and known to this process only. */
export const graphDoor = ({ serve }: GraphEmulator, at: string): Hono =>
  new Hono().use(bodyLimit({ maxSize: largestUpload })).all('/*', async (c) => {
    const { pathname, search } = new URL(c.req.url);
    const { pathname: root } = new URL(at);
    const given = await serve({
      method: c.req.method,
      origin: at,
      target: pathname.slice(root.length) + search,
      type: c.req.header('content-type') ?? '',
      authorization: c.req.header('authorization') ?? '',
      body: new Uint8Array(await c.req.arrayBuffer()),
    });
    switch (given.kind) {
      case 'json':
        return new Response(given.text, {
          status: given.status,
          headers: { 'content-type': 'application/json' },
        });
      case 'file':
        return c.body(new Uint8Array(given.bytes), 200, { 'content-type': given.type });
      case 'lost':
      case 'hang':
        return c.body(null, 502);
      default:
        return given satisfies never;
    }
  });
