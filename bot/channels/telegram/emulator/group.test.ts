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

describe('a staff group', () => {
  test('has one topic per ticket, where members answer until it is closed', async () => {
    const heard: Heard[] = [];
    const emulator = await startBot((update) => heard.push(update));
    const rina = { id: 601, firstName: 'Rina' };
    const group = emulator.group({ id: -1001, title: 'Dishub', forum: true, members: [rina] });
    await emulator.call(token, 'createForumTopic', { chat_id: -1001, name: 'SLT-7K2M9Q' });
    const [topic] = group.topics();
    const thread = topic?.thread ?? 0;
    const button = { inline_keyboard: [[{ text: 'Terima', callback_data: 't:1' }]] };
    const card = { chat_id: -1001, message_thread_id: thread, text: 'Laporan baru', reply_markup: button };
    expect(await emulator.call(token, 'sendMessage', card)).toMatchObject({ ok: true });
    group.as(rina).type('saya cek', { topic: thread });
    group.as(rina).press('Terima');
    await emulator.call(token, 'closeForumTopic', { chat_id: -1001, message_thread_id: thread });
    expect(await emulator.call(token, 'sendMessage', card)).toMatchObject({
      description: 'Bad Request: TOPIC_CLOSED',
    });
    await emulator.idle();
    expect(heard.find((update) => update.message)?.message).toMatchObject({
      message_thread_id: thread,
      text: 'saya cek',
    });
    expect(heard.find((update) => update.callback_query)?.callback_query).toMatchObject({
      data: 't:1',
      from: { id: 601 },
    });
    emulator.phone(rina);
    expect(await emulator.call(token, 'sendMessage', { chat_id: 601, text: 'halo' })).toMatchObject({
      description: "Forbidden: bot can't initiate conversation with a user",
    });
  });

  test('is heard whole by an administrator; a mere member hears what is meant for it', async () => {
    const heard: Heard[] = [];
    const emulator = await startBot((update) => heard.push(update));
    const rina = { id: 602, firstName: 'Rina' };
    const texts = () => heard.splice(0).map(({ message }) => message?.text);
    const say = async (id: number, role: 'administrator' | 'member') => {
      const group = emulator.group({ id, title: 'Dishub', role, members: [rina] });
      await emulator.call(token, 'sendMessage', { chat_id: id, text: 'Laporan baru' });
      group.as(rina).type('besok rapat');
      group.as(rina).type('/balas');
      group.as(rina).type('/balas@another_bot');
      group.as(rina).type('saya cek', { replyTo: group.last()?.id ?? 0 });
      await emulator.idle();
    };
    await say(-1002, 'administrator');
    expect(texts()).toEqual(['besok rapat', '/balas', '/balas@another_bot', 'saya cek']);
    await say(-1003, 'member');
    expect(texts()).toEqual(['/balas', 'saya cek']);
  });

  test('lets a mere member open no topic and take away no message of others', async () => {
    const emulator = await startBot(() => undefined);
    const rina = { id: 603, firstName: 'Rina' };
    const group = emulator.group({
      id: -1004,
      title: 'Dishub',
      forum: true,
      role: 'member',
      members: [rina],
    });
    group.as(rina).type('/hubungkan');
    const on = { chat_id: -1004, message_id: group.messages()[0]?.id };
    expect(await emulator.call(token, 'createForumTopic', { chat_id: -1004, name: 'x' })).toMatchObject({
      description: 'Bad Request: not enough rights to create a topic',
    });
    expect(await emulator.call(token, 'deleteMessage', on)).toMatchObject({
      description: "Bad Request: message can't be deleted",
    });
  });

  test('becomes a supergroup with another number, which both tell', async () => {
    const heard: Heard[] = [];
    const emulator = await startBot((update) => heard.push(update));
    const group = emulator.group({
      id: -77,
      title: 'Dishub',
      basic: true,
      members: [{ id: 604, firstName: 'Rina' }],
    });
    group.upgrade(-1005);
    expect(await emulator.call(token, 'sendMessage', { chat_id: -77, text: 'halo' })).toMatchObject({
      error_code: 400,
      parameters: { migrate_to_chat_id: -1005 },
    });
    expect(await emulator.call(token, 'sendMessage', { chat_id: -1005, text: 'halo' })).toMatchObject({
      ok: true,
    });
    await emulator.idle();
    expect(heard.map(({ message }) => [message?.migrate_to_chat_id, message?.migrate_from_chat_id])).toEqual([
      [-1005, undefined],
      [undefined, -77],
    ]);
  });
});
