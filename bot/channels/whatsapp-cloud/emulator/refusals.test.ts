import { describe, expect, test } from 'vitest';
import { budi, openOffice, sri, tini, words } from './testing/office.ts';

const to = { messaging_product: 'whatsapp', to: sri.waId };
const tap = (id: string, title: string) => ({ type: 'reply', reply: { id, title } });
const line = (id: string, title = 'Baris', description?: string) => ({
  id,
  title,
  ...(description !== undefined && { description }),
});
const keys = (buttons: unknown[], more: object = {}) => ({
  ...to,
  type: 'interactive',
  interactive: { type: 'button', body: { text: 'Pilih' }, action: { buttons }, ...more },
});
const menu = (sections: unknown[], button = 'Buka', text = 'Pilih') => ({
  ...to,
  type: 'interactive',
  interactive: { type: 'list', body: { text }, action: { button, sections } },
});
const many = (count: number) => Array.from({ length: count }, (_, at) => line(`r${at}`, `Baris ${at}`));
const link = (parameters: object, text = 'Lihat') => ({
  ...to,
  type: 'interactive',
  interactive: { type: 'cta_url', body: { text }, action: { name: 'cta_url', parameters } },
});
const askPlace = (text: string, name = 'send_location') => ({
  ...to,
  type: 'interactive',
  interactive: { type: 'location_request_message', body: { text }, action: { name } },
});
const picture = (image: object) => ({ ...to, type: 'image', image });
const seen = (more: object) => ({ messaging_product: 'whatsapp', status: 'read', ...more });
const x = (count: number) => 'x'.repeat(count);
const address = (length: number) => `https://a.test/${x(length - 15)}`;

const refused: readonly (readonly [about: string, body: object, code: number])[] = [
  ['no product', { to: sri.waId, type: 'text', text: { body: 'a' } }, 100],
  ['another product', { ...words('a'), messaging_product: 'sms' }, 100],
  ['a group', { ...words('a'), recipient_type: 'group' }, 100],
  ['nobody', { messaging_product: 'whatsapp', type: 'text', text: { body: 'a' } }, 100],
  ['a number with a leading zero', words('a', '08120000501'), 100],
  ['a number with spaces', words('a', '62 812 0000 501'), 100],
  ['a user id in `to`', words('a', budi.userId), 100],
  [
    'a user id without its point',
    { messaging_product: 'whatsapp', recipient: '1349', text: { body: 'a' } },
    100,
  ],
  ['a field nobody knows', { ...words('a'), silent: true }, 100],
  ['a field nobody knows further in', { ...to, text: { body: 'a', html: true } }, 100],
  ['a kind nobody knows', { ...to, type: 'poll', poll: {} }, 131051],
  ['a kind without its content', { ...to, type: 'image' }, 100],
  ['content of another kind', { ...words('a'), image: { id: '1' } }, 100],
  ['no words', words(''), 100],
  ['blank words', words(' \n '), 100],
  ['too many words', words(x(4097)), 100],
  ['words with NUL', words('a\0b'), 100],
  ['words that are a number', { ...to, text: { body: 5 } }, 100],
  ['a preview that is a word', { ...to, text: { body: 'a', preview_url: 'yes' } }, 100],
  ['too long opaque data', { ...words('a'), biz_opaque_callback_data: x(513) }, 100],
  ['a context without an id', { ...words('a'), context: {} }, 100],
  ['a picture from nowhere', picture({}), 100],
  ['a picture from two places', picture({ id: '1', link: 'https://a.test/1.jpg' }), 100],
  ['a picture nobody uploaded', picture({ id: '123' }), 100],
  ['a picture with too many words', picture({ link: 'https://a.test/1.jpg', caption: x(1025) }), 100],
  ['a link that is none', picture({ link: 'berkas.jpg' }), 100],
  ['sound with words', { ...to, type: 'audio', audio: { link: 'https://a.test/1', caption: 'a' } }, 100],
  ['no button', keys([]), 131009],
  ['four buttons', keys(['a', 'b', 'c', 'd'].map((one) => tap(one, one))), 131009],
  ['two buttons of one id', keys([tap('a', 'A'), tap('a', 'B')]), 131009],
  ['two buttons of one title', keys([tap('a', 'A'), tap('b', 'A')]), 131009],
  ['a button of 21 letters', keys([tap('a', x(21))]), 131009],
  ['a button without words', keys([tap('a', '')]), 131009],
  ['a button in bold', keys([tap('a', '*Kirim*')]), 131009],
  ['a button id of 257 letters', keys([tap(x(257), 'A')]), 131009],
  ['a button id that ends in a space', keys([tap('a ', 'A')]), 131009],
  [
    'a link among buttons',
    keys([{ type: 'url', reply: { id: 'a', title: 'A' }, url: 'https://a.test' }]),
    100,
  ],
  ['a body of 1,025 letters over buttons', keys([tap('a', 'A')], { body: { text: x(1025) } }), 131009],
  ['no body over buttons', keys([tap('a', 'A')], { body: undefined }), 100],
  ['a long foot', keys([tap('a', 'A')], { footer: { text: x(61) } }), 131009],
  ['a long head', keys([tap('a', 'A')], { header: { type: 'text', text: x(61) } }), 131009],
  ['a head of a kind nobody knows', keys([tap('a', 'A')], { header: { type: 'sound' } }), 100],
  ['a head of nothing', keys([tap('a', 'A')], { header: { type: 'image', image: {} } }), 100],
  ['eleven rows', menu([{ rows: many(11) }]), 131009],
  [
    'eleven rows in two sections',
    menu([
      { title: 'A', rows: many(6) },
      { title: 'B', rows: many(11).slice(6) },
    ]),
    131009,
  ],
  ['no rows', menu([{ rows: [] }]), 131009],
  ['no section', menu([]), 131009],
  ['two sections without titles', menu([{ rows: [line('a')] }, { title: 'B', rows: [line('b')] }]), 131009],
  [
    'two rows of one id',
    menu([
      { title: 'A', rows: [line('a')] },
      { title: 'B', rows: [line('a')] },
    ]),
    131009,
  ],
  ['a row title of 25 letters', menu([{ rows: [line('a', x(25))] }]), 131009],
  ['a description of 73 letters', menu([{ rows: [line('a', 'A', x(73))] }]), 131009],
  ['a row id of 201 letters', menu([{ rows: [line(x(201))] }]), 131009],
  ['a section title of 25 letters', menu([{ title: x(25), rows: [line('a')] }]), 131009],
  ['a list that opens with 21 letters', menu([{ rows: [line('a')] }], x(21)), 131009],
  ['a body of 4,097 letters over a list', menu([{ rows: [line('a')] }], 'Buka', x(4097)), 131009],
  ['a request for the place in 1,025 letters', askPlace(x(1025)), 131009],
  ['a request of another name', askPlace('Di mana?', 'send_photo'), 100],
  ['a link label of 21 letters', link({ display_text: x(21), url: 'https://a.test' }), 131009],
  [
    'a body of 1,025 letters over a link',
    link({ display_text: 'A', url: 'https://a.test' }, x(1025)),
    131009,
  ],
  ['an address of 2,001 letters', link({ display_text: 'A', url: address(2001) }), 100],
  ['a link of another scheme', link({ display_text: 'Lihat', url: 'tel:110' }), 100],
  ['a flow', { ...to, type: 'interactive', interactive: { type: 'flow' } }, 131051],
  ['a pin in no place', { ...to, type: 'location', location: { latitude: 91, longitude: 0 } }, 100],
  ['a reaction to nothing', { ...to, type: 'reaction', reaction: { message_id: 'x', emoji: '👍' } }, 131009],
  ['a read mark on nothing', seen({ message_id: 'wamid.x' }), 131009],
  ['a read mark without an id', seen({}), 100],
  ['another mark', seen({ status: 'seen', message_id: 'wamid.x' }), 100],
  ['typing of another kind', seen({ message_id: 'wamid.x', typing_indicator: { type: 'voice' } }), 100],
];

describe('the Cloud API refuses', () => {
  test.each(refused)('%s', async (_, body, code) => {
    const { emulator } = openOffice();
    const phone = emulator.phone(sri);
    phone.type('halo');
    const { status, body: answer } = await emulator.call(body);
    expect(status).toBe(400);
    const error = {
      code,
      type: 'OAuthException',
      message: expect.stringMatching(new RegExp(`^\\(#${code}\\) .`)),
      error_data: { messaging_product: 'whatsapp', details: expect.stringMatching(/./) },
      fbtrace_id: expect.stringMatching(/^A[\w-]+$/),
    };
    expect(answer).toEqual({ error });
    expect(phone.last()).toBeUndefined();
    expect(emulator.stats.refused).toBe(1);
  });
});

const taken: readonly (readonly [about: string, body: object])[] = [
  ['4,096 letters', words(x(4096))],
  ['a text without its type', { ...to, text: { body: 'a' } }],
  ['a number with its plus', words('a', `+${sri.waId}`)],
  [
    'every field of a text',
    {
      ...words('a'),
      recipient_type: 'individual',
      context: { message_id: 'wamid.x' },
      biz_opaque_callback_data: x(512),
    },
  ],
  [
    'three buttons at every limit',
    keys(
      ['a', 'b', 'c'].map((one) => tap(one.repeat(256), one.repeat(20))),
      { body: { text: x(1024) }, header: { type: 'text', text: x(60) }, footer: { text: x(60) } },
    ),
  ],
  [
    'ten rows at every limit',
    menu(
      Array.from({ length: 10 }, (_, at) => ({
        title: x(24),
        rows: [line(`${at}`.repeat(200), x(24), x(72))],
      })),
      x(20),
      x(4096),
    ),
  ],
  ['one section without a title', menu([{ rows: many(10) }])],
  ['a request for the place', askPlace(x(1024))],
  ['a link', link({ display_text: x(20), url: address(2000) }, x(1024))],
  ['a picture by its address', picture({ link: 'https://a.test/1.jpg', caption: x(1024) })],
  ['a pin', { ...to, type: 'location', location: { latitude: -7.33, longitude: 110.5, name: 'Balai' } }],
  ['stars that mark nothing on a button', keys([tap('a', '2 * 3 * 4'), tap('b', 'satu_dua_tiga')])],
];

test.each(taken)('takes %s', async (_, body) => {
  const { emulator } = openOffice();
  const phone = emulator.phone(sri);
  phone.type('halo');
  expect(await emulator.call(body)).toMatchObject({
    status: 200,
    body: { contacts: [{ wa_id: sri.waId }], messages: [{ id: phone.last()?.id }] },
  });
});

test('a user id is written to in `recipient`; in `to` only where that is allowed; a number wins', async () => {
  const { emulator } = openOffice({ userIdIn: 'both' });
  for (const person of [tini, budi]) emulator.phone(person).type('halo');
  const byId = { messaging_product: 'whatsapp', recipient: tini.userId, text: { body: 'a' } };
  const { body } = await emulator.call(byId);
  expect(body).toMatchObject({ contacts: [{ input: tini.userId, user_id: tini.userId }] });
  expect((await emulator.call(words('b', tini.userId))).status).toBe(200);
  expect(
    emulator
      .phone(tini)
      .messages()
      .map(({ text }) => text),
  ).toEqual(['halo', 'a', 'b']);
  await emulator.call({ ...byId, to: budi.waId });
  expect(emulator.phone(budi).last()?.text).toBe('a');
});
