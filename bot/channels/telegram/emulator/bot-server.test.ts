import { expect, test } from 'vitest';
import { createTelegramEmulator, samplePhoto, sampleVideo, sampleVoice } from './index.ts';

const token = '100:uji';

function start() {
  const emulator = createTelegramEmulator({ bots: [{ token }] });
  const sri = emulator.phone({ id: 1, firstName: 'Sri' });
  sri.type('/start');
  const ask = async (path: string, init: RequestInit = {}) => {
    const response = await emulator.fetch(new Request(`http://telegram.test${path}`, init));
    return { status: response.status, ...((await response.json()) as { ok: boolean; description?: string }) };
  };
  return { emulator, sri, ask };
}

const keyboard = JSON.stringify({ inline_keyboard: [[{ text: 'Ya', callback_data: 'ya' }]] });

test('a call may be a form, a query, JSON, or several parts, and means the same', async () => {
  const { sri, ask } = start();
  const fields = { chat_id: '1', text: '<b>Hai</b>', parse_mode: 'HTML', reply_markup: keyboard };
  const parts = new FormData();
  for (const [name, value] of Object.entries(fields)) parts.append(name, value);
  const json = { ...fields, chat_id: 1, reply_markup: JSON.parse(keyboard) };
  const path = `/bot${token}/sendMessage`;
  await ask(path, { method: 'POST', body: new URLSearchParams(fields) });
  await ask(`${path}?${new URLSearchParams(fields)}`);
  await ask(path, { method: 'POST', body: parts });
  await ask(path, {
    method: 'POST',
    body: JSON.stringify(json),
    headers: { 'content-type': 'application/json' },
  });
  const seen = sri.messages().slice(1);
  expect(seen).toHaveLength(4);
  for (const one of seen)
    expect(one).toMatchObject({
      text: 'Hai',
      buttons: [[{ label: 'Ya', data: 'ya' }]],
      entities: [{ type: 'bold' }],
    });
});

test('a photo may come as a part of its own beside the album that names it', async () => {
  const { sri, ask, emulator } = start();
  const parts = new FormData();
  parts.append('chat_id', '1');
  const media = ['a', 'b'].map((name) => ({ type: 'photo', media: `attach://${name}`, caption: name }));
  parts.append('media', JSON.stringify(media));
  parts.append('a', new Blob([new Uint8Array(samplePhoto(1))]), 'a.png');
  parts.append('b', new Blob([new Uint8Array(samplePhoto(2))]), 'b.png');
  await ask(`/bot${token}/sendMediaGroup`, { method: 'POST', body: parts });
  const [first, second] = sri.messages().slice(1);
  expect(first).toMatchObject({ text: 'a', photo: { width: 320, height: 240 }, album: expect.any(String) });
  expect(second?.album).toBe(first?.album);
  expect(emulator.calls().at(-1)?.params.a).toMatchObject({ name: 'a.png', size: expect.any(Number) });
});

test('a voice note and a video are seen as such, and what is neither as a file', async () => {
  const { sri, ask, emulator } = start();
  const send = (method: string, field: string, bytes: Uint8Array, fields: Record<string, string> = {}) => {
    const parts = new FormData();
    parts.append('chat_id', '1');
    for (const [name, value] of Object.entries(fields)) parts.append(name, value);
    parts.append(field, new Blob([new Uint8Array(bytes)]), 'berkas');
    return ask(`/bot${token}/${method}`, { method: 'POST', body: parts });
  };
  await send('sendVoice', 'voice', sampleVoice(3), {
    duration: '7',
    caption: '<b>dengar</b>',
    parse_mode: 'HTML',
  });
  await send('sendVideo', 'video', sampleVideo(3));
  await send('sendVoice', 'voice', sampleVideo(4));
  await send('sendVideo', 'video', Buffer.from('\0\0\0\x14ftypqt  \0\0\0\0qt  ', 'latin1'));
  expect((await send('sendVideo', 'video', new Uint8Array(50 * 1024 * 1024 + 1))).status).toBe(413);
  const [voice, video, ...files] = sri.messages().slice(1);
  expect(voice).toMatchObject({ text: 'dengar', voice: { seconds: 7 } });
  expect(emulator.file(voice?.voice?.fileId ?? '')?.bytes).toEqual(new Uint8Array(sampleVoice(3)));
  expect(emulator.file(video?.video?.fileId ?? '')?.bytes).toEqual(new Uint8Array(sampleVideo(3)));
  expect(files.map((one) => Boolean(one.document))).toEqual([true, true]);
});

test('broken calls are refused without harm', async () => {
  const { ask } = start();
  const headers = { 'content-type': 'application/json' };
  const broken = await ask(`/bot${token}/sendMessage`, { method: 'POST', body: '{"chat_id":', headers });
  expect(broken).toEqual({
    status: 400,
    ok: false,
    error_code: 400,
    description: "Bad Request: can't parse JSON object",
  });
  const type = { 'content-type': 'multipart/form-data; boundary=x' };
  expect((await ask(`/bot${token}/sendPhoto`, { method: 'POST', body: 'rusak', headers: type })).status).toBe(
    400,
  );
  expect((await ask('/bot%zz/getMe')).status).toBe(404);
  expect((await ask('/bot100%3Auji/getMe')).status).toBe(200);
  expect((await ask('/')).status).toBe(404);
  expect((await ask(`/file/bot${token}/../../etc/passwd`)).status).toBe(404);
});

test('commands are kept per audience and language, and the webhook tells of itself', async () => {
  const { emulator } = start();
  const result = async (method: string, params = {}) => {
    const answer = await emulator.call(token, method, params);
    return typeof answer === 'object' && answer.ok ? answer.result : answer;
  };
  const commands = [{ command: 'lapor', description: 'Laporkan masalah' }];
  const scope = { type: 'all_private_chats' };
  expect(await result('setMyCommands', { commands, scope, language_code: 'jv' })).toBe(true);
  expect(await result('getMyCommands', { scope, language_code: 'jv' })).toEqual(commands);
  expect(await result('getMyCommands', { scope })).toEqual([]);
  await result('deleteMyCommands', { scope, language_code: 'jv' });
  expect(await result('getMyCommands', { scope, language_code: 'jv' })).toEqual([]);
  expect(await result('setMyDescription', { description: 'x'.repeat(513) })).toMatchObject({
    error_code: 400,
  });
  await result('setWebhook', {
    url: 'http://127.0.0.1:1/',
    allowed_updates: ['message'],
    max_connections: 7,
  });
  expect(await result('getWebhookInfo')).toMatchObject({ allowed_updates: ['message'], max_connections: 7 });
  expect(await result('setMessageReaction', { chat_id: 1, message_id: 9999 })).toMatchObject({ ok: false });
});
