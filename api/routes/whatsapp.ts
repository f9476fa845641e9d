import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { isWebhook } from '../../bot/channels/whatsapp-cloud/changes-in.ts';
import type { WhatsAppDesk } from '../whatsapp-desk.ts';
import { oneOf } from './secrets.ts';

/** Meta sends at most so many bytes in one webhook (Graph API, webhooks: 3 MB). */
const largestBody = 3 * 1024 * 1024;

const retryAfterSeconds = '5';

export type WhatsAppRoute = {
  /** Whether a body was signed with the app's secret. */
  isSigned: (body: Uint8Array<ArrayBuffer>, signature: string) => Promise<boolean>;
  verifyToken: string;
  desk: WhatsAppDesk;
  /** Keeps a task alive after the answer (a Worker's `waitUntil`). */
  after: (task: Promise<unknown>) => void;
};

const parsed = (body: Uint8Array): unknown => {
  try {
    return JSON.parse(new TextDecoder().decode(body));
  } catch {
    return undefined;
  }
};

/**
 * `/webhooks/whatsapp`. GET echoes the challenge to whoever knows our token. POST: 200 only after everything in it is
 * committed; 401 not signed by Meta, 400 not a webhook of WhatsApp, 413 too large, 503 with Retry-After when something could
 * not be written, so that Meta sends it again.
 */
export const whatsappRoute = ({ isSigned, verifyToken, desk, after }: WhatsAppRoute): Hono => {
  const isToken = oneOf([verifyToken]);
  const app = new Hono();
  app.get('/', (c) => {
    const known = c.req.query('hub.mode') === 'subscribe' && isToken(c.req.query('hub.verify_token') ?? '');
    return known ? c.text(c.req.query('hub.challenge') ?? '') : c.text('wrong or missing token', 401);
  });
  app.post('/', bodyLimit({ maxSize: largestBody, onError: (c) => c.text('too large', 413) }), async (c) => {
    const body = new Uint8Array(await c.req.arrayBuffer());
    if (!(await isSigned(body, c.req.header('x-hub-signature-256') ?? '')))
      return c.text('wrong or missing signature', 401);
    const payload = parsed(body);
    if (!isWebhook(payload)) return c.text('not a webhook of WhatsApp', 400);
    const taken = await desk.take(payload);
    for (const task of taken.after) after(task);
    return taken.kind === 'taken'
      ? c.body(null, 200)
      : c.text('try again', 503, { 'retry-after': retryAfterSeconds });
  });
  return app;
};
