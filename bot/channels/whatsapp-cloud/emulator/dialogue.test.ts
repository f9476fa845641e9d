import { expect, test } from 'vitest';
import { postToHandler } from '../../emulator/post-to-handler.ts';
import { createGraphEmulator } from './graph-emulator.ts';
import { number, openOffice, sri, words } from './testing/office.ts';

const to = { messaging_product: 'whatsapp', to: sri.waId, type: 'interactive' };
const yesNo = {
  ...to,
  interactive: {
    type: 'button',
    body: { text: '*Yakin*?' },
    action: {
      buttons: [
        { type: 'reply', reply: { id: 'q:ya', title: 'Ya' } },
        { type: 'reply', reply: { id: 'q:no', title: 'Tidak' } },
      ],
    },
  },
};
const rows = [
  { id: 'k:jalan', title: 'Jalan', description: 'Jalan dan jembatan' },
  { id: 'k:air', title: 'Air' },
];
const menu = {
  ...to,
  interactive: {
    type: 'list',
    body: { text: 'Tentang apa?' },
    footer: { text: 'Pilih satu' },
    action: { button: 'Buka daftar', sections: [{ rows }] },
  },
};

test('a person and a bot in one process talk at once, the bot through a plain handler', async () => {
  const emulator = createGraphEmulator({
    numbers: [number],
    timeScale: 0.01,
    post: postToHandler(async (request) => {
      const { entry } = (await request.json()) as {
        entry: { changes: { value: { messages?: object[] } }[] }[];
      };
      if (entry[0]?.changes[0]?.value.messages) await emulator.call(words('Ada yang bisa dibantu?'));
      return new Response();
    }),
  });
  await emulator.subscribe('http://bot.test/webhooks/whatsapp', { unasked: true });
  const phone = emulator.phone(sri);
  phone.type('halo');
  expect(await phone.next()).toMatchObject({ from: 'bot', text: 'Ada yang bisa dibantu?' });
  await emulator.idle();
  expect(emulator.stats).toMatchObject({ calls: 1, events: 4, delivered: 4 });
  await expect(phone.next(20)).rejects.toThrow('said nothing to Sri');
  emulator.close();
});

test('presses a button by its label, once', async () => {
  const { emulator, messages } = openOffice();
  const phone = emulator.phone(sri);
  phone.type('halo');
  await emulator.call(yesNo);
  const shown = await phone.next();
  expect(shown).toMatchObject({
    text: 'Yakin?',
    raw: '*Yakin*?',
    buttons: [
      { label: 'Ya', id: 'q:ya' },
      { label: 'Tidak', id: 'q:no' },
    ],
  });
  phone.press('Ya');
  expect(messages()[1]).toMatchObject({
    context: { from: '622987001001', id: shown.id },
    type: 'interactive',
    interactive: { type: 'button_reply', button_reply: { id: 'q:ya', title: 'Ya' } },
  });
  expect(phone.messages().at(-1)).toMatchObject({ from: 'person', text: 'Ya', replyTo: shown.id });
  expect(() => phone.press('q:no')).toThrow('pressed before');
  phone.press('q:no', { stale: true });
  expect(() => phone.press('Mungkin')).toThrow('Sri sees no button "Mungkin"');
});

test('chooses a row of a list by title, description or id, as often as wanted', async () => {
  const { emulator, messages } = openOffice();
  const phone = emulator.phone(sri);
  phone.type('halo');
  await emulator.call(menu);
  expect(phone.last()).toMatchObject({ list: { open: 'Buka daftar', rows }, footer: 'Pilih satu' });
  for (const what of ['Jalan', 'Jalan dan jembatan', 'k:air']) phone.press(what);
  expect(
    messages()
      .slice(1)
      .map(({ interactive }) => interactive),
  ).toEqual([
    { type: 'list_reply', list_reply: rows[0] },
    { type: 'list_reply', list_reply: rows[0] },
    { type: 'list_reply', list_reply: rows[1] },
  ]);
});

test('answers a request for the place with a pin that names the request', async () => {
  const { emulator, messages } = openOffice();
  const phone = emulator.phone(sri);
  phone.type('halo');
  const action = { name: 'send_location' };
  const interactive = { type: 'location_request_message', body: { text: 'Di mana?' }, action };
  await emulator.call({ ...to, interactive });
  expect(phone.last()?.asksLocation).toBe(true);
  phone.sendLocation(-7.33, 110.5, { name: 'Balai' });
  expect(messages()[1]).toMatchObject({
    type: 'location',
    location: { latitude: -7.33, longitude: 110.5, name: 'Balai' },
    context: { id: phone.last()?.id },
  });
});

test('sees that an answer is being written, for 25 seconds or until it comes', async () => {
  const { emulator, clock } = openOffice();
  const phone = emulator.phone(sri);
  const mark = {
    messaging_product: 'whatsapp',
    status: 'read',
    message_id: phone.type('halo'),
    typing_indicator: { type: 'text' },
  };
  expect(await emulator.call(mark)).toEqual({ status: 200, body: { success: true } });
  expect([phone.typing(), phone.messages()[0]?.status]).toEqual([true, 'read']);
  clock.advance(25_000);
  expect(phone.typing()).toBe(false);
  await emulator.call(mark);
  await emulator.call(words('ya?'));
  expect(phone.typing()).toBe(false);
});

test('hears of everything as it happens, and a reset chat has never been', async () => {
  const { emulator, pass, statuses } = openOffice({ statuses: false });
  const phone = emulator.phone(sri);
  const heard: string[] = [];
  phone.subscribe((event) => heard.push(event.kind));
  const id = phone.type('halo');
  await emulator.call({
    ...words('*tebal* _miring_ ~salah~ `kode` ```blok``` 2*3*4 a_b_c'),
    context: { message_id: id },
  });
  await emulator.call({
    messaging_product: 'whatsapp',
    to: sri.waId,
    type: 'reaction',
    reaction: { message_id: id, emoji: '👀' },
  });
  expect(heard).toEqual(['message', 'message', 'reaction']);
  expect(phone.last()).toMatchObject({ text: 'tebal miring salah kode blok 2*3*4 a_b_c', replyTo: id });
  expect(phone.messages()[0]?.reactions).toEqual(['👀']);
  phone.catchUp();
  emulator.reset(sri);
  expect(phone.messages()).toEqual([]);
  await emulator.call(words('masih?'));
  await pass(1);
  expect(statuses()).toMatchObject([{ errors: [{ code: 131047 }] }]);
  expect(() => emulator.phone({ name: 'Siapa' })).toThrow('a number, a user id, or both');
});
