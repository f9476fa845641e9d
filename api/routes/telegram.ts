import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { isUpdate } from '../../bot/channels/telegram/parse.ts';
import type { TelegramDesk } from '../telegram-desk.ts';
import { oneOf } from './secrets.ts';

/** Telegram's own updates are a few kilobytes; more than this is not one. */
const largestBody = 1024 * 1024;

const retryAfterSeconds = '5';

export type TelegramRoute = {
  /** One secret, or two while it is being changed. */
  secrets: readonly string[];
  desk: TelegramDesk;
  /** Keeps a task alive after the answer (a Worker's `waitUntil`). */
  after: (task: Promise<unknown>) => void;
};

const counted = bodyLimit({ maxSize: largestBody, onError: (c) => c.text('too large', 413) });

type Answer = (c: Context) => Promise<Response>;

/** A body that tells its length is judged by it, which HTTP then holds it to; only one that does not is counted as it comes. */
const limited =
  (answer: Answer): Answer =>
  async (c) => {
    const length = c.req.header('content-length');
    if (length !== undefined) return Number(length) > largestBody ? c.text('too large', 413) : answer(c);
    const refused = await counted(c, async () => {
      c.res = await answer(c);
    });
    return refused ?? c.res;
  };

/**
 * `POST /webhooks/telegram`. 200 only after the commit, with the first answer in it where that is safe; 401 wrong or
 * missing secret, 400 not an update, 413 too large, 503 with Retry-After when nothing could be written, so that
 * Telegram sends it again.
 */
export const telegramRoute = ({ secrets, desk, after }: TelegramRoute): Hono => {
  const isSecret = oneOf(secrets);
  const answer: Answer = async (c) => {
    const given = c.req.header('x-telegram-bot-api-secret-token') ?? '';
    if (!isSecret(given)) return c.text('wrong or missing secret', 401);
    let payload: unknown;
    try {
      payload = JSON.parse(await c.req.text());
    } catch {
      return c.text('not JSON', 400);
    }
    if (!isUpdate(payload)) return c.text('not an update', 400);
    const taken = await desk.take(payload);
    if (taken.kind === 'again') return c.text('try again', 503, { 'retry-after': retryAfterSeconds });
    for (const task of taken.after) after(task);
    return taken.call ? c.json(taken.call) : c.body(null, 200);
  };
  return new Hono().post('/', limited(answer));
};
