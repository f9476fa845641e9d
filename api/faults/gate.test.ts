import { request } from 'node:http';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestHall, type TestHall, testSecret } from '../testing/hall.ts';

let house: TestHall;
beforeAll(async () => {
  house = await openTestHall();
});
afterAll(() => house.close());

const update = (id: number, content: object = {}) => ({ update_id: id, ...content });
const report = update(900_000_001, {
  message: {
    message_id: 1,
    date: 1_790_000_000,
    chat: { id: 7_330_000_001, type: 'private', first_name: 'Warga' },
    from: { id: 7_330_000_001, is_bot: false, first_name: 'Warga' },
    text: 'lampu jalan mati di depan balai',
  },
});

type Headers = { [name: string]: string | string[] };

/** Posts to the webhook by hand. `chunked` leaves the length unsaid; `secret` may come twice. */
const post = (body: string, headers: Headers, chunked = false): Promise<number> =>
  new Promise((resolve, reject) => {
    const asked = request(house.webhookUrl, {
      agent: false,
      method: 'POST',
      headers: { ...headers, ...(!chunked && { 'content-length': String(Buffer.byteLength(body)) }) },
    });
    asked.on('response', (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    });
    asked.on('error', reject);
    asked.end(body);
  });

const withSecret = (secret: string | string[] | undefined): Headers => ({
  'content-type': 'application/json',
  ...(secret !== undefined && { 'x-telegram-bot-api-secret-token': secret }),
});

/** Posts with header bytes that an HTTP client would refuse to send. */
const postRaw = (secret: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const { hostname, port, pathname } = new URL(house.webhookUrl);
    const body = JSON.stringify(report);
    const socket = connect({ host: hostname, port: Number(port) }, () => {
      const head = `POST ${pathname} HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-type: application/json\r\n`;
      socket.write(
        Buffer.from(
          `${head}content-length: ${body.length}\r\nx-telegram-bot-api-secret-token: ${secret}\r\n\r\n${body}`,
        ),
      );
    });
    socket.once('data', (answer) => {
      resolve(Number(/^HTTP\/1\.1 (\d+)/.exec(answer.toString())?.[1]));
      socket.destroy();
    });
    socket.once('error', reject);
  });

const rows = async () => {
  const { sql } = house.hall.database;
  const [row] = await sql<{ n: number }[]>`
    select (select count(*) from inbox)::int + (select count(*) from contact)::int + (select count(*) from dead_update)::int as n`;
  return row?.n;
};

describe('who is not Telegram', () => {
  const almost = `${testSecret.slice(0, -1)}${testSecret.at(-1) === 'x' ? 'y' : 'x'}`;
  const forged: { [why: string]: string | string[] | undefined } = {
    'no secret': undefined,
    'an empty secret': '',
    'a short secret': testSecret.slice(0, 5),
    'a long secret': testSecret.repeat(40),
    'one letter changed': almost,
    'another case': testSecret.toUpperCase(),
    "another bot's secret": 'secret-of-another-bot-entirely',
    'the secret twice': [testSecret, testSecret],
    'the secret beside another': [almost, testSecret],
  };
  test.each(Object.entries(forged))('with %s is answered 401 and leaves no trace', async (_, secret) => {
    const before = await rows();
    expect(await post(JSON.stringify(report), withSecret(secret))).toBe(401);
    expect(await rows()).toBe(before);
  });

  test.each([`${testSecret}\u00e9`, 'rahasia-\u{1f512}-desa', '\u0421\u0435\u043a\u0440\u0435\u0442'])(
    'with a secret beyond ASCII is answered 401',
    async (secret) => {
      expect(await postRaw(secret)).toBe(401);
    },
  );

  test('learns nothing from the size of a body either: the secret is asked for first or the body is too large', async () => {
    expect([401, 413]).toContain(await post('x'.repeat(3_000_000), withSecret(undefined)));
  });
});

describe('what is not an update', () => {
  test.each(['', '{', '{"update_id":', 'update_id=1', '\u0000', '{"update_id": 1}}'])(
    'broken JSON %j is answered 400',
    async (body) => {
      expect(await post(body, withSecret(testSecret))).toBe(400);
    },
  );

  test.each([
    'null',
    '[]',
    '7',
    '"update"',
    '{}',
    '{"update_id":"7"}',
    '{"update_id":1.5}',
    '{"update_id":null}',
  ])('%s is answered 400', async (body) => {
    expect(await post(body, withSecret(testSecret))).toBe(400);
  });

  test('three megabytes are answered 413, whether their length is said or not', async () => {
    const big = JSON.stringify(update(900_000_002, { message: { text: 'a'.repeat(3_000_000) } }));
    expect(await post(big, withSecret(testSecret))).toBe(413);
    expect(await post(big, withSecret(testSecret), true)).toBe(413);
  });
});

describe('what is an update but nothing for us', () => {
  test.each<[string, object]>([
    ['a kind of the future', { hologram: { from: { id: 1 } } }],
    ['nothing inside', {}],
    ['an inline query', { inline_query: { id: '1', from: { id: 1 }, query: 'a', offset: '' } }],
    ['a channel post', { channel_post: { message_id: 1, chat: { id: -100, type: 'channel' }, text: 'a' } }],
    ['a message of odd shape', { message: { text: 7, chat: 'x' } }],
    ['a press without a message', { callback_query: { id: '1', from: { id: 1 }, data: 'x' } }],
    ['a poll', { poll: { id: '1' } }],
  ])('%s is answered 200 and has no effect', async (_, content) => {
    const before = await rows();
    expect(await post(JSON.stringify(update(900_000_100, content)), withSecret(testSecret))).toBe(200);
    expect(await rows()).toBe(before);
  });
});

test('the same update with the right secret is taken', async () => {
  expect(await post(JSON.stringify(report), withSecret(testSecret))).toBe(200);
});
