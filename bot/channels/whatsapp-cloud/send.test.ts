import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Sent } from '../channel.ts';
import { samplePhoto } from '../emulator/sample-photo.ts';
import { sampleVideo, sampleVoice } from '../emulator/sample-recording.ts';
import { createGraphEmulator, type Phone, serveEmulator } from './emulator/index.ts';
import { encode } from './encode.ts';
import { message, uploaded, type Wire } from './message.ts';
import { seen } from './seen.ts';
import { createSend } from './send.ts';
import { oddServer } from './testing/odd-server.ts';

const number = {
  phoneNumberId: '105400120030040',
  displayNumber: '628120000900',
  token: 'EAAcontoh',
  appSecret: 'rahasia',
  verifyToken: 'cocok',
};
const emulator = createGraphEmulator({ numbers: [number] });
let server: Awaited<ReturnType<typeof serveEmulator>>;
let sri: Phone;

beforeAll(async () => {
  server = await serveEmulator(emulator);
  sri = emulator.phone({ waId: '628120000701', name: 'Sri' });
  sri.type('halo');
});
afterAll(async () => {
  emulator.close();
  await server.close();
});
beforeEach(() => emulator.faults.clear());

const to = { channel: 'whatsapp-cloud', account: number.phoneNumberId, id: '628120000701' } as const;
const said = (body: string): Wire => message(to, { type: 'text', text: { preview_url: false, body } }, '17');
const send = (wire: Wire, token = number.token): Promise<Sent> =>
  createSend(server.url, token, number.phoneNumberId)(wire);

describe('a message', () => {
  test('that arrives is known by its id', async () => {
    const sent = await send(said('Halo *Sri*'));
    expect(sri.last()).toMatchObject({ text: 'Halo Sri', raw: 'Halo *Sri*' });
    expect(sent).toEqual({ ok: true, id: sri.last()?.id });
  });

  test.each([
    ['photo', 'image', samplePhoto(1), 'image/jpeg'],
    ['video', 'video', sampleVideo(), 'video/mp4'],
    ['voice', 'audio', sampleVoice(), 'audio/ogg; codecs=opus'],
  ] as const)('with a %s uploads it first and shows it by its new id', async (kind, type, bytes, sentAs) => {
    const file = { id: 'b3f1', kind };
    const wire = message(to, { type, [type]: uploaded(file), files: [file] });
    const sent = await createSend(
      server.url,
      number.token,
      number.phoneNumberId,
    )(wire, new Map([['b3f1', bytes]]));
    expect(sent).toEqual({ ok: true, id: sri.last()?.id });
    const shown = sri.last()?.[kind];
    const stored = emulator.file(shown?.mediaId ?? '');
    expect(stored?.type).toBe(sentAs);
    expect(Buffer.compare(stored?.bytes ?? new Uint8Array(), bytes)).toBe(0);
  });

  test('with a document of ours uploads its words as plain text, the one kind made of text that Meta takes', async () => {
    const text = JSON.stringify({ tempat: 'Jalan Kêmiri' });
    const document = { name: 'data-saya.json', type: 'application/json', text } as const;
    const shown = { note: undefined, texts: ['Salinan'], rows: [], list: undefined, request: undefined };
    const [wire] = encode(to, { ...shown, media: [], about: undefined, document });
    const sent = await send(wire as Wire);
    expect(sent).toEqual({ ok: true, id: sri.last()?.id });
    expect(sri.last()).toMatchObject({ text: 'Salinan', document: { name: 'data-saya.txt' } });
    const stored = emulator.file(sri.last()?.document?.mediaId ?? '');
    expect(stored?.type).toBe('text/plain');
    expect(Buffer.from(stored?.bytes ?? []).toString('utf8')).toBe(text);
  });

  test('with a document of a kind that Meta does not list is refused there, so that kind is never sent', async () => {
    const file = { name: 'data-saya.json', type: 'application/json', text: '{}' } as const;
    const wire = message(to, { type: 'document', document: uploaded(file), files: [file] });
    expect(await send(wire)).toEqual({ ok: false, failure: 'rejected', detail: '100' });
  });

  test('whose file was not handed in is not sent', async () => {
    const before = emulator.calls().length;
    const file = { id: 'b3f1', kind: 'photo' } as const;
    const sent = await send(message(to, { type: 'image', image: uploaded(file), files: [file] }));
    expect(sent).toEqual({ ok: false, failure: 'unknown', detail: 'Error' });
    expect(emulator.calls()).toHaveLength(before);
  });

  test('whose file Meta will not have is not sent either', async () => {
    emulator.faults.add({ kind: 'refuse', call: 'upload', code: 131053, times: 1 });
    const before = sri.messages().length;
    const file = { id: 'b3f1', kind: 'photo' } as const;
    const wire = message(to, { type: 'image', image: uploaded(file), files: [file] });
    const sent = await createSend(
      server.url,
      number.token,
      number.phoneNumberId,
    )(wire, new Map([['b3f1', samplePhoto(1)]]));
    expect(sent).toEqual({ ok: false, failure: 'rejected', detail: '131053' });
    expect(sri.messages()).toHaveLength(before);
  });

  test('of a person is marked as read, and we are seen to write', async () => {
    const id = sri.type('ada orang?');
    expect(await send(seen(id))).toEqual({ ok: true, id: undefined });
    expect(sri.typing()).toBe(true);
  });
});

describe('what goes wrong is a failure with a remedy:', () => {
  test.each<[string, Parameters<typeof emulator.faults.add>[0], Sent]>([
    [
      'too much at once',
      { kind: 'throttle', times: 1 },
      { ok: false, failure: 'throttled', retryAfter: 10, detail: '130429' },
    ],
    [
      'too much to one person',
      { kind: 'refuse', code: 131056, times: 1 },
      { ok: false, failure: 'paired', detail: '131056' },
    ],
    [
      'too late for free words',
      { kind: 'refuse', code: 131047, times: 1 },
      { ok: false, failure: 'outside-window', detail: '131047' },
    ],
    [
      'nobody there',
      { kind: 'refuse', code: 131026, times: 1 },
      { ok: false, failure: 'unreachable', detail: '131026' },
    ],
    [
      'no such template',
      { kind: 'refuse', code: 132001, times: 1 },
      { ok: false, failure: 'no-template', detail: '132001' },
    ],
    [
      'called spam',
      { kind: 'refuse', code: 131048, times: 1 },
      { ok: false, failure: 'throttled', retryAfter: 600, detail: '131048' },
    ],
    [
      'trouble at Meta',
      { kind: 'server-error', times: 1 },
      { ok: false, failure: 'unknown', detail: '131000' },
    ],
    [
      'a fault of ours',
      { kind: 'refuse', code: 131009, times: 1 },
      { ok: false, failure: 'rejected', detail: '131009' },
    ],
    [
      'an answer that was lost',
      { kind: 'lost-reply', times: 1 },
      { ok: false, failure: 'unknown', detail: 'TypeError' },
    ],
  ])('%s', async (_, fault, wanted) => {
    emulator.faults.add(fault);
    expect(await send(said('halo'))).toEqual(wanted);
  });

  test('a token that is not ours any more', async () => {
    expect(await send(said('halo'), 'EAAlama')).toEqual({
      ok: false,
      failure: 'misconfigured',
      detail: '190',
    });
  });

  test('words that Meta would show to nobody, whose text is in no fault', async () => {
    const sent = await send(said('rahasia '.repeat(600)));
    expect(sent).toEqual({ ok: false, failure: 'rejected', detail: '100' });
  });

  test('nobody at the other end', async () => {
    const sent = await createSend('http://127.0.0.1:9', number.token, number.phoneNumberId)(said('rahasia'));
    expect(sent).toMatchObject({ ok: false, failure: 'unknown' });
    expect(JSON.stringify(sent)).not.toMatch(/rahasia|EAAcontoh/);
  });

  test.each<[number, string, { [header: string]: string }, Partial<Sent>]>([
    [200, 'no JSON', {}, { ok: false, failure: 'unknown', detail: '200' }],
    [200, '{}', {}, { ok: true, id: undefined }],
    [302, '', { location: 'http://127.0.0.1:9/' }, { ok: false, failure: 'rejected', detail: '302' }],
    [401, '', {}, { ok: false, failure: 'misconfigured', detail: '401' }],
    [413, '<html>', {}, { ok: false, failure: 'rejected', detail: '413' }],
    [429, '', {}, { ok: false, failure: 'throttled', retryAfter: 10, detail: '429' }],
    [429, '', { 'retry-after': '33' }, { ok: false, failure: 'throttled', retryAfter: 33, detail: '429' }],
    [502, '<html>', {}, { ok: false, failure: 'unknown', detail: '502' }],
    [500, '{"error":{"code":100}}', {}, { ok: false, failure: 'unknown', detail: '100' }],
    [200, '{"error":{"code":131026}}', {}, { ok: false, failure: 'unreachable', detail: '131026' }],
    [400, '{"error":"x"}', {}, { ok: false, failure: 'rejected', detail: '400' }],
  ])('an answer of %i %s', async (status, body, headers, wanted) => {
    const odd = await oddServer((_, response) => response.writeHead(status, headers).end(body));
    expect(await createSend(odd.url, number.token, number.phoneNumberId)(said('halo'))).toEqual(wanted);
    await odd.close();
  });
});
