import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fit as asShown } from '../../conversation/fit.ts';
import type { Address } from '../../conversation/inbound.ts';
import { literal, type Reply, say } from '../../conversation/reply.ts';
import { translate } from '../../i18n/translate.ts';
import { can } from './can.ts';
import { createTelegramEmulator, type GroupSetting, serveEmulator } from './emulator/index.ts';
import { encode } from './encode.ts';
import { erase, openTopic, react, removeTopic } from './group-calls.ts';
import { createSend } from './send.ts';

const token = '4242:test-token-of-the-emulator';
const emulator = createTelegramEmulator({ bots: [{ token }] });
const rina = { id: 7002, firstName: 'Rina' };
let server: Awaited<ReturnType<typeof serveEmulator>>;
beforeAll(async () => {
  server = await serveEmulator(emulator);
});
afterAll(async () => {
  emulator.close();
  await server.close();
});

let count = 0;
const opened = (setting: Partial<GroupSetting> = {}) => {
  const id = -1_001_234_600_000 - ++count;
  const group = emulator.group({ id, title: 'Grup Contoh', forum: true, members: [rina], ...setting });
  return { group, to: address(String(setting.id ?? id)), id: setting.id ?? id };
};
const address = (id: string): Address => ({ channel: 'telegram', account: '4242', id });
const send = (wire: Parameters<ReturnType<typeof createSend>>[0]) => createSend(server.url, token)(wire);
const write = async (to: Address, reply: Reply) => {
  const [wire] = encode(
    to,
    asShown(reply, can, (text) => translate('id', text)),
  );
  return wire ? send(wire) : undefined;
};
const news: Reply = {
  text: literal('Laporan baru'),
  choices: [{ id: 'go:accept:SLT-7K4PQ2', label: literal('Terima') }],
};

const topicIn = async (to: Address): Promise<Address> => {
  const made = await send(openTopic(to, 'SLT-7K4PQ2 · Lampu Jalan (PJU)'));
  return address(`${to.id}/${made.ok ? made.id : ''}`);
};

describe('a letter to a group', () => {
  test('stands in the topic it is for, with its buttons', async () => {
    const { group, to } = opened();
    const topic = await topicIn(to);
    expect(await write(topic, news)).toEqual({ ok: true, id: String(group.last()?.id) });
    expect(`${to.id}/${group.last()?.thread}`).toBe(topic.id);
    expect(group.last()?.buttons).toEqual([[{ label: 'Terima', data: 'go:accept:SLT-7K4PQ2' }]]);
  });

  test('asks for no place and no number, which Telegram allows in private chats only', async () => {
    const { group, to } = opened();
    for (const request of ['location', 'phone'] as const)
      expect(await write(to, { text: say('trouble'), request })).toMatchObject({ ok: true });
    expect(group.keyboard()).toBeUndefined();
  });

  test('goes to the group itself when its topic was deleted or closed', async () => {
    const { group, to, id } = opened();
    const [deleted, closed] = [await topicIn(to), await topicIn(to)];
    await send(removeTopic(deleted));
    const thread = Number(closed.id.split('/')[1]);
    await emulator.call(token, 'closeForumTopic', { chat_id: id, message_thread_id: thread });
    for (const topic of [deleted, closed]) {
      expect(await write(topic, news)).toMatchObject({ ok: true });
      expect(group.last()).toMatchObject({ text: 'Laporan baru' });
      expect(group.last()?.thread).toBeUndefined();
    }
  });

  test('follows a group that became a supergroup', async () => {
    const { group, to } = opened({ id: -512_001, basic: true, forum: false });
    group.upgrade(-1_001_234_700_001);
    expect(await write(to, news)).toMatchObject({ ok: true });
    const moved = emulator.group({ id: -1_001_234_700_001, title: 'Grup Contoh' });
    expect(moved.last()?.text).toBe('Laporan baru');
  });

  test('is given up when the bot was put out', async () => {
    const { group, to } = opened();
    const topic = await topicIn(to);
    group.removeBot(rina);
    for (const place of [to, topic])
      expect(await write(place, news)).toEqual({ ok: false, failure: 'unreachable', detail: '403' });
  });
});

describe('where the bot is no administrator', () => {
  test('it opens no topic and takes no message away, and neither is a disaster', async () => {
    const { group, to } = opened({ role: 'member' });
    group.as(rina).type('/hubungkan 7K4P-Q2ZX-M09AB');
    const [message] = group.messages();
    expect(await send(openTopic(to, 'x'))).toMatchObject({ ok: false, failure: 'rejected' });
    expect(await send(erase(to, String(message?.id)))).toMatchObject({ ok: false, failure: 'rejected' });
    expect(await send(react(to, String(message?.id), '✍'))).toMatchObject({ ok: true });
    expect(group.messages()[0]).toMatchObject({ deleted: false, reactions: ['✍'] });
  });
});
