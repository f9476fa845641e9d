import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Sent } from '../channel.ts';
import {
  createTelegramEmulator,
  type Fault,
  type Phone,
  samplePhoto,
  serveEmulator,
} from './emulator/index.ts';
import type { Wire } from './encode.ts';
import { createSend, sentOf } from './send.ts';

const token = '4242:test-token-of-the-emulator';
const emulator = createTelegramEmulator({ bots: [{ token }] });
let server: Awaited<ReturnType<typeof serveEmulator>>;
let sri: Phone;

beforeAll(async () => {
  server = await serveEmulator(emulator);
  sri = emulator.phone({ id: 7001, firstName: 'Sri' });
  sri.type('/start');
});
afterAll(async () => {
  emulator.close();
  await server.close();
});
beforeEach(() => emulator.faults.clear());

const message = (text: string, chat = 7001): Wire => ({
  method: 'sendMessage',
  body: { chat_id: chat, text, parse_mode: 'HTML' },
  unmarked: text.replace(/<[^>]*>/g, ''),
});
const send = (wire: Wire, as = token): Promise<Sent> => createSend(server.url, as)(wire);
const refuse = (code: number, description: string): Fault => ({
  kind: 'refuse',
  code,
  description,
  times: 1,
});

test('a message that arrives is known by its number', async () => {
  const sent = await send(message('Halo <b>Sri</b>'));
  const seen = sri.messages().at(-1);
  expect(sent).toEqual({ ok: true, id: String(seen?.id) });
  expect(seen?.text).toBe('Halo Sri');
});

describe('what goes wrong is one of six failures:', () => {
  test.each<[string, Fault, Sent]>([
    [
      'too fast',
      { kind: 'throttle', retryAfter: 7, times: 1 },
      { ok: false, failure: 'throttled', retryAfter: 7, detail: '429' },
    ],
    [
      'trouble at Telegram',
      { kind: 'server-error', times: 1 },
      { ok: false, failure: 'unknown', detail: '500' },
    ],
    [
      'a gateway in between',
      { kind: 'server-error', code: 502, description: 'Bad Gateway', times: 1 },
      { ok: false, failure: 'unknown', detail: '502' },
    ],
    [
      'blocked',
      refuse(403, 'Forbidden: bot was blocked by the user'),
      { ok: false, failure: 'blocked', detail: '403' },
    ],
    [
      'an account that is gone',
      refuse(403, 'Forbidden: user is deactivated'),
      { ok: false, failure: 'unreachable', detail: '403' },
    ],
    [
      'never begun',
      refuse(403, "Forbidden: bot can't initiate conversation with a user"),
      { ok: false, failure: 'unreachable', detail: '403' },
    ],
    [
      'no such chat',
      refuse(400, 'Bad Request: chat not found'),
      { ok: false, failure: 'unreachable', detail: '400' },
    ],
    [
      'a fault of ours',
      refuse(400, 'Bad Request: BUTTON_DATA_INVALID'),
      { ok: false, failure: 'rejected', detail: '400' },
    ],
    ['another’s token', refuse(401, 'Unauthorized'), { ok: false, failure: 'misconfigured', detail: '401' }],
    ['nothing changed', refuse(400, 'Bad Request: message is not modified'), { ok: true, id: undefined }],
    [
      'a press from yesterday',
      refuse(400, 'Bad Request: query is too old and response timeout expired or query ID is invalid'),
      { ok: true, id: undefined },
    ],
  ])('%s', async (_, fault, sent) => {
    emulator.faults.add(fault);
    expect(await send(message('Halo'))).toEqual(sent);
  });

  test('really blocked, really unknown, really another’s token', async () => {
    const budi = emulator.phone({ id: 7002, firstName: 'Budi' });
    budi.type('/start');
    budi.block();
    expect(await send(message('Halo', 7002))).toMatchObject({ failure: 'blocked' });
    expect(await send(message('Halo', 7999))).toMatchObject({ failure: 'unreachable' });
    expect(await send(message('Halo'), '1:nobody')).toMatchObject({ failure: 'misconfigured' });
  });

  test('an answer that was lost is unknown, for the message may have arrived', async () => {
    const before = sri.messages().length;
    emulator.faults.add({ kind: 'lost-reply', times: 1 });
    expect(await send(message('Halo'))).toMatchObject({ ok: false, failure: 'unknown' });
    expect(sri.messages().length).toBe(before + 1);
  });

  test.each([
    ['is no JSON', '<html>502 Bad Gateway</html>'],
    ['is empty', ''],
    ['is of an odd shape', '{}'],
    ['is null', 'null'],
  ])('an answer that %s is unknown', async (_, body) => {
    const sent = await createSend('http://telegram.test', token, async () => JSON.parse(body))(
      message('Halo'),
    );
    expect(sent).toMatchObject({ ok: false, failure: 'unknown' });
  });

  test('a wait that Telegram does not name is a second', () => {
    expect(sentOf({ ok: false, error_code: 429, description: 'Too Many Requests' })).toMatchObject({
      retryAfter: 1,
    });
  });
});

describe('a call with files', () => {
  const photo = samplePhoto(5);
  const wire: Wire = {
    method: 'sendPhoto',
    body: { chat_id: 7001, caption: 'Lihat <b>ini', parse_mode: 'HTML' },
    unmarked: 'Lihat ini',
    files: [{ id: 'satu', kind: 'photo', field: 'photo' }],
  };
  const files = new Map([['satu', photo]]);

  test('is uploaded under a name of ours; markup that cannot be read goes as plain words', async () => {
    const sent = await createSend(server.url, token)(wire, files);
    const seen = sri.messages().at(-1);
    expect(sent).toEqual({ ok: true, id: String(seen?.id) });
    expect(seen).toMatchObject({ text: 'Lihat ini', entities: [], photo: { width: 320, height: 240 } });
    expect(emulator.calls().at(-1)?.params.photo).toMatchObject({ name: 'foto.jpg', size: photo.length });
  });

  test('as an album is known by all its messages', async () => {
    const album: Wire = {
      method: 'sendMediaGroup',
      body: { chat_id: 7001, media: ['a', 'b'].map((one) => ({ type: 'photo', media: `attach://${one}` })) },
      files: ['a', 'b'].map((field) => ({ id: field, kind: 'photo', field })),
    };
    const two = new Map([
      ['a', samplePhoto(6)],
      ['b', samplePhoto(7)],
    ]);
    const sent = await createSend(server.url, token)(album, two);
    const [first, last] = sri.messages().slice(-2);
    expect(sent).toEqual({ ok: true, id: String(last?.id), also: [String(first?.id)] });
  });

  test('that is a document of ours arrives whole, under its own name', async () => {
    const text = JSON.stringify({ tempat: 'Jalan Kêmiri' });
    const document: Wire = {
      method: 'sendDocument',
      body: { chat_id: 7001, caption: 'Salinan' },
      files: [{ name: 'data-saya.json', type: 'application/json', text, field: 'document' }],
    };
    expect(await createSend(server.url, token)(document)).toMatchObject({ ok: true });
    const seen = sri.messages().at(-1);
    expect(seen).toMatchObject({
      text: 'Salinan',
      document: { file_name: 'data-saya.json', mime_type: 'application/json' },
    });
    const stored = emulator.file(seen?.document?.file_id ?? '');
    expect(Buffer.from(stored?.bytes ?? []).toString('utf8')).toBe(text);
  });

  test('goes nowhere without them', async () => {
    const before = emulator.calls().length;
    for (const missing of [undefined, new Map<string, Uint8Array>()])
      expect(await createSend(server.url, token)(wire, missing)).toMatchObject({ failure: 'unknown' });
    expect(emulator.calls()).toHaveLength(before);
  });

  test('that Telegram will not have is rejected for good', async () => {
    const broken = new Map([['satu', Buffer.from('bukan gambar')]]);
    expect(await createSend(server.url, token)(wire, broken)).toMatchObject({ failure: 'rejected' });
  });
});

describe('markup that Telegram cannot read', () => {
  test('is sent once more as plain words', async () => {
    expect(await send(message('Halo <b>Sri'))).toMatchObject({ ok: true });
    expect(sri.messages().at(-1)).toMatchObject({ text: 'Halo Sri', entities: [] });
  });

  test('is not tried a third time', async () => {
    let calls = 0;
    const broken = async () => {
      calls += 1;
      return { ok: false, error_code: 400, description: "Bad Request: can't parse entities" };
    };
    expect(await createSend('http://telegram.test', token, broken)(message('<b>'))).toMatchObject({
      failure: 'rejected',
    });
    expect(calls).toBe(2);
  });
});

test('no fault tells the token, the chat or the words', async () => {
  const faults: Fault[] = [
    { kind: 'throttle', times: 1 },
    { kind: 'server-error', times: 1 },
    { kind: 'lost-reply', times: 1 },
    refuse(400, `Bad Request: ${token} rahasia`),
  ];
  const told = [await createSend('http://127.0.0.1:9', token)(message('rahasia'))];
  for (const fault of faults) {
    emulator.faults.add(fault);
    told.push(await send(message('rahasia')));
  }
  told.push(await createSend(`http://no such host`, token)(message('rahasia')));
  expect(told.every((sent) => !sent.ok)).toBe(true);
  expect(JSON.stringify(told)).not.toMatch(/4242|test-token|rahasia|7001/);
});
