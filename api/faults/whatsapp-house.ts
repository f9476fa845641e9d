import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { keepAlivePost } from '../../bot/channels/emulator/post.ts';
import {
  createGraphEmulator,
  type GraphEmulator,
  type GraphOptions,
  serveEmulator,
} from '../../bot/channels/whatsapp-cloud/emulator/index.ts';
import { signedBy } from '../../bot/channels/whatsapp-cloud/signature.ts';
import { connect, type Database } from '../../db/database.ts';
import { createSeal } from '../../db/sealed.ts';
import { seedCity } from '../../db/seed/index.ts';
import { type TestDatabase, testDatabase } from '../../db/testing.ts';
import { createApp } from '../app.ts';
import { type OpenHall, openHall } from '../hall.ts';
import { createTasks } from '../tasks.ts';
import { keptLog, testKey } from '../testing/hall.ts';
import { atOnce } from '../testing/renderings/rendering.ts';
import { startTicking } from '../tick.ts';
import { addWhatsAppNumber } from '../whatsapp-cloud-number.ts';
import { officeNumber, type Webhook } from './whatsapp-webhook.ts';

export type Answer = { status: number; body: string; retryAfter: string | undefined };

export type WhatsAppHouse = {
  hall: OpenHall<Database>;
  emulator: GraphEmulator;
  sql: TestDatabase['sql'];
  log: ReturnType<typeof keptLog>;
  url: string;
  /** Every webhook that Meta brought, byte for byte. */
  brought: readonly { body: string; headers: Record<string, string> }[];
  /** Brings a webhook by hand. `chunked` leaves its length unsaid. */
  bring: (webhook: Webhook, chunked?: boolean) => Promise<Answer>;
  /** Until nothing is on its way, in either direction. */
  settled: () => Promise<void>;
  close: () => Promise<void>;
};

const bringTo =
  (url: string) =>
  ({ body, headers }: Webhook, chunked = false): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const length = chunked ? {} : { 'content-length': String(Buffer.byteLength(body)) };
      const asked = request(url, { agent: false, method: 'POST', headers: { ...headers, ...length } });
      asked.on('response', (answer) => {
        let text = '';
        answer.setEncoding('utf8').on('data', (part: string) => {
          text += part;
        });
        answer.on('end', () =>
          resolve({ status: answer.statusCode ?? 0, body: text, retryAfter: answer.headers['retry-after'] }),
        );
      });
      asked.on('error', reject);
      asked.end(body);
    });

/** The whole service before the strict Graph API, by real HTTP both ways and with its sweep; `databaseUrl` lays a line of its own to the database. */
export const openWhatsAppHouse = async ({
  databaseUrl,
  ...options
}: Partial<GraphOptions> & { databaseUrl?: (real: string) => string } = {}): Promise<WhatsAppHouse> => {
  const own = await testDatabase();
  const seeding = connect(own.url, { max: 1 });
  await seedCity(seeding, 'salatiga');
  await seeding.close();
  const database = connect(databaseUrl?.(own.url) ?? own.url);
  const log = keptLog();
  const hall = await openHall({
    database,
    seal: createSeal(testKey),
    log,
    publicUrl: 'https://sapa.example',
    pace: atOnce,
  });
  const tasks = createTasks();
  const post = keepAlivePost(100);
  const brought: { body: string; headers: Record<string, string> }[] = [];
  const emulator = createGraphEmulator({
    numbers: [officeNumber],
    timeScale: 0.01,
    post: (url, body, headers) => {
      brought.push({ body, headers });
      return post(url, body, headers);
    },
    ...options,
  });
  const graph = await serveEmulator(emulator);
  const { token, phoneNumberId, appSecret, verifyToken } = officeNumber;
  const number = { token, phoneNumberId, apiRoot: graph.url };
  const { desk } = addWhatsAppNumber(hall, number, { media: async () => 0 });
  const whatsapp = { isSigned: signedBy([appSecret]), verifyToken, desk, after: tasks.after };
  const server = serve({ fetch: createApp({ hall, whatsapp }).fetch, port: 0, hostname: '127.0.0.1' });
  await new Promise((resolve) => server.once('listening', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhooks/whatsapp`;
  await emulator.subscribe(url);
  const ticking = startTicking(hall, []);
  const settled = async () => {
    await emulator.idle();
    await tasks.settled();
    await emulator.idle();
  };
  return {
    hall,
    emulator,
    sql: own.sql,
    log,
    url,
    brought,
    bring: bringTo(url),
    settled,
    close: async () => {
      emulator.close();
      await ticking.stop();
      await tasks.settled();
      await new Promise((resolve) => server.close(resolve));
      post.close();
      await graph.close();
      await database.close();
      await own.drop();
    },
  };
};
