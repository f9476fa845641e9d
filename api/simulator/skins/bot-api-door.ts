import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { TelegramEmulator } from '../../../bot/channels/telegram/emulator/index.ts';

/** A bot may upload 50 MB (core.telegram.org/bots/api#sending-files). */
const largestUpload = 51 * 1024 * 1024;

/** The emulator's Bot API under `/bot-api`; the token in the address is made anew at every start and known to this process only. */
export const botApiDoor = (emulator: Pick<TelegramEmulator, 'fetch'>): Hono =>
  new Hono().use(bodyLimit({ maxSize: largestUpload })).all('/*', async (c) => {
    const { pathname, search, origin } = new URL(c.req.url);
    const path = pathname.slice(pathname.indexOf('/bot-api') + '/bot-api'.length);
    const { method } = c.req;
    const body = method === 'GET' || method === 'HEAD' ? null : await c.req.arrayBuffer();
    const type = c.req.header('content-type');
    const headers = type ? { 'content-type': type } : {};
    return emulator.fetch(new Request(`${origin}${path}${search}`, { method, headers, body }));
  });
