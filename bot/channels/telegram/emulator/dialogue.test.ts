import { afterEach, describe, expect, test } from 'vitest';
import { createTelegramEmulator, postToHandler, type TelegramEmulator } from './index.ts';
import type { CallbackQuery, WireMessage } from './wire.ts';

const token = '100:uji';
const open: TelegramEmulator[] = [];
afterEach(() => {
  for (const emulator of open.splice(0)) emulator.close();
});

type Heard = {
  message?: WireMessage;
  edited_message?: WireMessage;
  callback_query?: CallbackQuery;
  my_chat_member?: object;
};
type Call = (method: string, params: Record<string, unknown>) => Promise<unknown>;

/** A bot in this process: its webhook is a plain handler, its calls go in without HTTP. */
async function startBot(answer: (update: Heard, call: Call) => unknown): Promise<TelegramEmulator> {
  const post = postToHandler(async (request) => {
    await answer((await request.json()) as Heard, (method, params) => emulator.call(token, method, params));
    return new Response();
  });
  const emulator = createTelegramEmulator({ bots: [{ token }], post, timeScale: 0.01 });
  open.push(emulator);
  await emulator.call(token, 'setWebhook', { url: 'http://127.0.0.1:1/hook', secret_token: 'rahasia' });
  return emulator;
}

describe('a person and a bot', () => {
  test('writes, taps a button and sees the message change', async () => {
    const yes = { text: 'Ya', callback_data: 'q:ya' };
    const no = { text: 'Tidak', callback_data: 'q:no' };
    const emulator = await startBot(async ({ message, callback_query: tap }, call) => {
      if (message) {
        const reply_markup = { inline_keyboard: [[yes, no]] };
        await call('sendMessage', {
          chat_id: message.chat.id,
          text: '<b>Yakin</b>?',
          parse_mode: 'HTML',
          reply_markup,
        });
      }
      if (tap) {
        const place = { chat_id: tap.message.chat.id, message_id: tap.message.message_id };
        await call('answerCallbackQuery', { callback_query_id: tap.id, text: 'Tercatat' });
        await call('editMessageText', { ...place, text: `Jawaban: ${tap.data}` });
      }
    });
    const sri = emulator.phone({ id: 501, firstName: 'Sri' });
    sri.type('/start');
    const asked = await sri.next();
    expect(asked).toMatchObject({ text: 'Yakin?', entities: [{ type: 'bold', offset: 0, length: 5 }] });
    expect(asked.buttons).toEqual([
      [
        { label: 'Ya', data: 'q:ya' },
        { label: 'Tidak', data: 'q:no' },
      ],
    ]);
    sri.press('Ya');
    expect(await sri.next()).toMatchObject({
      id: asked.id,
      text: 'Jawaban: q:ya',
      edited: true,
      buttons: [],
    });
    expect(sri.callbackAnswer()).toEqual({ text: 'Tercatat', alert: false });
    expect(() => sri.press('Ya')).toThrow('sees no button');
    const before = sri.callbackAnswer();
    sri.press('q:ya', { on: asked.id, stale: true });
    expect([before?.text, sri.callbackAnswer()]).toEqual(['Tercatat', undefined]);
    await emulator.idle();
    expect(emulator.calls().at(-1)?.result).toMatchObject({
      description: expect.stringContaining('not modified'),
    });
  });

  test('shares a place through a keyboard that hides after one use', async () => {
    const reply_markup = {
      keyboard: [[{ text: 'Kirim lokasi', request_location: true }]],
      one_time_keyboard: true,
    };
    const emulator = await startBot(({ message }, call) => {
      const place = message?.location;
      const text = place ? `${place.latitude}, ${place.longitude}` : 'Di mana?';
      return call('sendMessage', { chat_id: message?.chat.id, text, ...(!place && { reply_markup }) });
    });
    const budi = emulator.phone({ id: 502, firstName: 'Budi' });
    budi.type('/lapor');
    await budi.next();
    expect(budi.keyboard()?.rows).toEqual([[{ text: 'Kirim lokasi', request_location: true }]]);
    budi.press('Kirim lokasi', { at: { lat: -7.33, lon: 110.5 } });
    expect(await budi.next()).toMatchObject({ text: '-7.33, 110.5' });
    expect(budi.keyboard()).toBeUndefined();
  });

  test('sends an album, a document, a sticker and a correction, each as Telegram would', async () => {
    const heard: Heard[] = [];
    const emulator = await startBot((update) => heard.push(update));
    const tini = emulator.phone({ id: 503, firstName: 'Tini', username: 'tini_uji' });
    tini.sendPhoto('sample', { caption: 'jalan rusak', album: 'a1' });
    tini.sendPhoto('sample', { album: 'a1' });
    tini.sendDocument(new Uint8Array([1, 2, 3]), { name: 'surat.pdf' });
    tini.sendSticker();
    tini.type('lubang di jalan');
    tini.editOwn(tini.messages().at(-1)?.id ?? 0, 'lubang besar di jalan');
    await emulator.idle();
    const [first, second, paper, sticker, , corrected] = heard;
    expect(first?.message).toMatchObject({
      caption: 'jalan rusak',
      media_group_id: 'a1',
      from: { username: 'tini_uji' },
    });
    expect(first?.message?.photo?.map(({ width }) => width)).toEqual([90, 320]);
    expect(second?.message?.photo?.at(-1)?.file_unique_id).not.toBe(
      first?.message?.photo?.at(-1)?.file_unique_id,
    );
    expect(paper?.message?.document).toMatchObject({ file_name: 'surat.pdf', file_size: 3 });
    expect(sticker?.message?.sticker).toBeDefined();
    expect(corrected?.edited_message).toMatchObject({
      text: 'lubang besar di jalan',
      edit_date: expect.any(Number),
    });
  });

  test('blocks the bot, which is told so and can no longer write', async () => {
    const heard: Heard[] = [];
    const emulator = await startBot((update) => heard.push(update));
    const joko = emulator.phone({ id: 504, firstName: 'Joko' });
    const write = () => emulator.call(token, 'sendMessage', { chat_id: 504, text: 'halo' });
    expect(await write()).toMatchObject({ description: 'Bad Request: chat not found' });
    joko.type('/start');
    expect(await write()).toMatchObject({ ok: true });
    joko.block();
    expect(await write()).toMatchObject({
      error_code: 403,
      description: 'Forbidden: bot was blocked by the user',
    });
    joko.unblock();
    expect(await write()).toMatchObject({ ok: true });
    await emulator.idle();
    expect(heard.filter((update) => update.my_chat_member)).toHaveLength(2);
    emulator.reset(504);
    expect(joko.messages()).toEqual([]);
  });

  test('is watched live: messages, what the bot is doing, deletions', async () => {
    const emulator = await startBot(() => undefined);
    const wati = emulator.phone({ id: 505, firstName: 'Wati' });
    const seen: string[] = [];
    const stop = wati.subscribe((event) => seen.push(event.kind));
    wati.type('halo');
    await emulator.call(token, 'sendChatAction', { chat_id: 505, action: 'typing' });
    expect(wati.action()).toBe('typing');
    await emulator.call(token, 'sendMessage', { chat_id: 505, text: 'Selamat siang' });
    expect(wati.action()).toBeUndefined();
    await emulator.call(token, 'deleteMessage', { chat_id: 505, message_id: (await wati.next()).id });
    stop();
    wati.type('sudah tidak dilihat');
    expect(seen).toEqual(['message', 'action', 'message', 'delete']);
    expect(wati.messages().map(({ deleted }) => deleted)).toEqual([false, true, false]);
  });
});
