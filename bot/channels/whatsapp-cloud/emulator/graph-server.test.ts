import { expect, onTestFinished, test } from 'vitest';
import { samplePhoto } from '../../emulator/sample-photo.ts';
import { serveEmulator } from '../../emulator/serve.ts';
import type { GraphEmulator } from './graph-emulator.ts';
import { number, openOffice, sri, words } from './testing/office.ts';

const bearer = { authorization: 'Bearer EAAuji' };

function ask({ fetch }: GraphEmulator, path: string, init: RequestInit = {}): Promise<Response> {
  return fetch(new Request(`http://graph.test${path}`, { headers: bearer, ...init }));
}

const form = (file: Blob, more: Record<string, string> = {}): RequestInit => {
  const body = new FormData();
  const fields = { messaging_product: 'whatsapp', type: file.type, ...more };
  for (const [name, value] of Object.entries(fields)) if (value) body.set(name, value);
  body.set('file', file, 'foto.png');
  return { method: 'POST', body };
};
const photo = new Blob([new Uint8Array(samplePhoto(3))], { type: 'image/png' });
const picture = (id: unknown) => ({
  messaging_product: 'whatsapp',
  to: sri.waId,
  type: 'image',
  image: { id, caption: 'Jalan' },
});

test('over a real connection, with and without a version', async () => {
  const { emulator } = openOffice();
  emulator.phone(sri).type('halo');
  const { url, close } = await serveEmulator(emulator);
  onTestFinished(close);
  for (const version of ['/v23.0', '']) {
    const response = await fetch(`${url}${version}/1001/messages`, {
      method: 'POST',
      headers: { ...bearer, 'content-type': 'application/json' },
      body: JSON.stringify(words('halo')),
    });
    expect(await response.json()).toEqual({
      messaging_product: 'whatsapp',
      contacts: [{ input: sri.waId, wa_id: sri.waId }],
      messages: [{ id: emulator.phone(sri).last()?.id }],
    });
  }
});

test('a wrong token gets 190 with 401, the token of another number 10, an unknown object 100', async () => {
  const other = { ...number, phoneNumberId: '1002', token: 'EAAlain' };
  const { emulator } = openOffice({ numbers: [number, other] });
  const error = async (path: string, authorization?: string) => {
    const response = await ask(
      emulator,
      path,
      authorization === undefined ? {} : { headers: { authorization } },
    );
    const { error } = (await response.json()) as { error: { code: number } };
    return [response.status, error.code];
  };
  expect(await error('/v23.0/1001', 'Bearer salah')).toEqual([401, 190]);
  expect(await error('/v23.0/1001', '')).toEqual([401, 190]);
  expect(await error('/v23.0/1002')).toEqual([403, 10]);
  expect(await error('/v23.0/9999')).toEqual([400, 100]);
  expect(await error('/v23.0/1001/stickers')).toEqual([400, 100]);
  expect(await error('/v23.0/1001?fields=warna')).toEqual([400, 100]);
});

test('the number tells of its health', async () => {
  const { emulator } = openOffice();
  expect(await (await ask(emulator, '/v23.0/1001')).json()).toMatchObject({
    id: '1001',
    quality_rating: 'GREEN',
  });
  expect(await (await ask(emulator, '/1001?fields=display_phone_number')).json()).toEqual({
    id: '1001',
    display_phone_number: '62 298 700 1001',
  });
});

test('a body that is not JSON is refused', async () => {
  const { emulator } = openOffice();
  for (const body of ['{', '[]', ''])
    expect((await ask(emulator, '/1001/messages', { method: 'POST', body })).status).toBe(400);
});

test('a photo is uploaded, sent and seen', async () => {
  const { emulator } = openOffice();
  const phone = emulator.phone(sri);
  phone.type('halo');
  const { id } = (await (await ask(emulator, '/v23.0/1001/media', form(photo))).json()) as { id: string };
  expect((await emulator.call(picture(id))).status).toBe(200);
  expect(phone.last()).toMatchObject({ text: 'Jalan', photo: { mediaId: id } });
  expect(emulator.file(id)?.bytes).toEqual(new Uint8Array(samplePhoto(3)));
  expect(emulator.calls()[0]).toMatchObject({
    call: 'upload',
    params: { name: 'foto.png', type: 'image/png' },
  });
});

test.each([
  ['no product', form(photo, { messaging_product: '' }), 100],
  ['no type', form(photo, { type: '' }), 100],
  ['a type that the file has not', form(photo, { type: 'image/jpeg' }), 100],
  ['a kind that cannot be sent', form(new Blob(['a'], { type: 'text/html' })), 100],
  ['a field nobody knows', form(photo, { caption: 'a' }), 100],
  ['nothing in the file', form(new Blob([], { type: 'image/png' })), 100],
  ['6 MB of picture', form(new Blob([new Uint8Array(6_291_456)], { type: 'image/png' })), 131053],
  ['no form', { method: 'POST', body: '{}' }, 100],
])('an upload is refused for %s', async (_, init, code) => {
  const { emulator } = openOffice();
  const response = await ask(emulator, '/1001/media', init);
  expect([response.status, await response.json()]).toMatchObject([400, { error: { code } }]);
});

test.each([
  ['a picture that is none', 'image', 'image/png'],
  ['Ogg that does not name Opus', 'audio', 'audio/ogg'],
  ['a document in the place of a picture', 'image', 'text/plain'],
])('%s is taken and fails later', async (_, kind, type) => {
  const { emulator, pass, statuses } = openOffice();
  emulator.phone(sri).type('halo');
  const broken = form(new Blob(['bukan gambar sama sekali'], { type }));
  const { id } = (await (await ask(emulator, '/1001/media', broken)).json()) as { id: string };
  const { status } = await emulator.call({
    messaging_product: 'whatsapp',
    to: sri.waId,
    type: kind,
    [kind]: { id },
  });
  expect(status).toBe(200);
  await pass(1);
  expect(statuses()).toMatchObject([{ status: 'failed', errors: [{ code: 131053 }] }]);
});

test("a person's photo is fetched in two steps, the second within five minutes and with the token", async () => {
  const { emulator, clock, messages } = openOffice();
  const bytes = samplePhoto(9);
  emulator.phone(sri).sendPhoto(bytes, { type: 'image/png' });
  const { id, sha256 } = messages().map(({ image }) => image)[0] as { id: string; sha256: string };
  const about = (await (await ask(emulator, `/v23.0/${id}`)).json()) as Record<string, string>;
  expect(about).toMatchObject({ id, mime_type: 'image/png', file_size: bytes.length });
  expect(Buffer.from(about.sha256 ?? '', 'hex').toString('base64')).toBe(sha256);
  const path = new URL(about.url ?? '').pathname;
  const got = await ask(emulator, path);
  expect([got.headers.get('content-type'), new Uint8Array(await got.arrayBuffer())]).toEqual([
    'image/png',
    new Uint8Array(bytes),
  ]);
  expect((await ask(emulator, path, { headers: {} })).status).toBe(401);
  clock.advance(300_001);
  expect((await ask(emulator, path)).status).toBe(404);
  clock.advance(7 * 86_400_000);
  expect((await ask(emulator, `/v23.0/${id}`)).status).toBe(400);
});

test('faults happen on demand, for one call, one person, and so many times', async () => {
  const { emulator } = openOffice();
  const phone = emulator.phone(sri);
  phone.type('halo');
  const codes = async () => {
    const { status, body } = await emulator.call(words('a'));
    return [status, (body as { error?: { code: number } }).error?.code];
  };
  emulator.faults.add({ kind: 'throttle', times: 1, to: sri.waId });
  emulator.faults.add({ kind: 'server-error', times: 1, call: 'messages' });
  emulator.faults.add({ kind: 'refuse', code: 131016, times: 1 });
  emulator.faults.add({ kind: 'refuse', code: 190, call: 'upload' });
  expect([await codes(), await codes(), await codes(), await codes()]).toEqual([
    [400, 130429],
    [500, 131000],
    [503, 131016],
    [200, undefined],
  ]);
  expect(phone.messages()).toHaveLength(2);
  emulator.faults.clear();
  expect((await ask(emulator, '/1001/media', form(photo))).status).toBe(200);
});

test('an answer may be lost after the message went out, and a call may never be answered', async () => {
  const { emulator } = openOffice();
  const phone = emulator.phone(sri);
  phone.type('halo');
  const send = (signal?: AbortSignal) =>
    ask(emulator, '/1001/messages', {
      method: 'POST',
      body: JSON.stringify(words('halo')),
      ...(signal && { signal }),
    });
  emulator.faults.add({ kind: 'lost-reply', times: 1 });
  await expect(send()).rejects.toThrow('fetch failed');
  expect(phone.last()?.text).toBe('halo');
  emulator.faults.add({ kind: 'hang', times: 1 });
  await expect(send(AbortSignal.timeout(20))).rejects.toThrow();
  expect(emulator.calls()).toHaveLength(1);
});
