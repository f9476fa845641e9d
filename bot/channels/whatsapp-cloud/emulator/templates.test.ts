import { describe, expect, test } from 'vitest';
import type { Template, TemplateButton } from './templates.ts';
import { openOffice, sri, tini } from './testing/office.ts';

const news: Template = {
  name: 'kabar_laporan',
  language: 'id',
  category: 'utility',
  body: 'Laporan {{nomor}} sudah *{{keadaan}}*.',
  buttons: [
    { type: 'quick_reply', text: 'Lihat' },
    { type: 'url', text: 'Lacak', url: 'https://pendopo.test/lacak/{{1}}' },
  ],
};
const blank = (parameter_name: string, text: string) => ({ type: 'text', parameter_name, text });
const body = (...parameters: object[]) => ({ type: 'body', parameters });
const buttons = (count: number): TemplateButton[] =>
  Array.from({ length: count }, (_, at) => ({ type: 'quick_reply', text: `${at}`.padEnd(25, 'a') }));
const filled = body(blank('nomor', 'SLT-ABC123'), blank('keadaan', 'selesai'));
const reply = (payload: string, index = '0') => ({
  type: 'button',
  sub_type: 'quick_reply',
  index,
  parameters: [{ type: 'payload', payload }],
});
const call = (components: object[], name = news.name, code = 'id') => ({
  messaging_product: 'whatsapp',
  to: sri.waId,
  type: 'template',
  template: { name, language: { code }, components },
});

test('a template reaches a person outside the window, and its button comes back with our payload', async () => {
  const { emulator, pass, messages, statuses } = openOffice();
  emulator.approve(news);
  const phone = emulator.phone(sri);
  const address = {
    type: 'button',
    sub_type: 'url',
    index: '1',
    parameters: [{ type: 'text', text: 'SLT-ABC123' }],
  };
  const answer = await emulator.call(call([filled, reply('r:lihat'), address]));
  expect(answer).toMatchObject({ status: 200, body: { messages: [{ message_status: 'accepted' }] } });
  const shown = await phone.next();
  expect(shown).toMatchObject({
    template: 'kabar_laporan',
    text: 'Laporan SLT-ABC123 sudah selesai.',
    buttons: [{ label: 'Lihat', id: 'r:lihat' }],
    link: { label: 'Lacak', url: 'https://pendopo.test/lacak/SLT-ABC123' },
  });
  phone.press('Lihat');
  await pass(1);
  expect(messages()).toMatchObject([
    { type: 'button', button: { payload: 'r:lihat', text: 'Lihat' }, context: { id: shown.id } },
  ]);
  expect(statuses()[0]).toMatchObject({
    pricing: { billable: true, pricing_model: 'PMP', type: 'regular', category: 'utility' },
  });
});

test('a button without a payload says its own words', async () => {
  const { emulator } = openOffice();
  emulator.approve(news);
  await emulator.call(call([filled]));
  expect(emulator.phone(sri).last()).toBeUndefined();
  emulator.phone(sri);
  await emulator.call(call([filled]));
  expect(emulator.phone(sri).last()?.buttons).toEqual([{ label: 'Lihat', id: 'Lihat' }]);
});

test('a payload of 128 letters and a body of 1,024 are taken, one letter more is not', async () => {
  const { emulator } = openOffice();
  emulator.approve(news);
  emulator.phone(sri);
  const long = (more: number) =>
    body(blank('nomor', 'a'.repeat(1024 - 'Laporan  sudah **.'.length - 1 + more)), blank('keadaan', 'b'));
  expect((await emulator.call(call([long(0), reply('a'.repeat(128))]))).status).toBe(200);
  expect(emulator.phone(sri).last()?.raw).toHaveLength(1024);
  expect(await emulator.call(call([long(1)]))).toMatchObject({ body: { error: { code: 132005 } } });
});

const refused: readonly (readonly [about: string, body: object, code: number, status: number])[] = [
  ['an unknown name', call([filled], 'lain'), 132001, 404],
  ['an unknown language', call([filled], news.name, 'en'), 132001, 404],
  ['too few blanks', call([body(blank('nomor', 'a'))]), 132000, 400],
  ['no blanks', call([reply('a')]), 132000, 400],
  ['another name', call([body(blank('nomor', 'a'), blank('status', 'b'))]), 132012, 400],
  ['no names', call([body({ type: 'text', text: 'a' }, { type: 'text', text: 'b' })]), 132012, 400],
  ['a date for words', call([body({ type: 'date_time', date_time: {} }, blank('nomor', 'a'))]), 100, 400],
  ['a new line', call([body(blank('nomor', 'a\nb'), blank('keadaan', 'b'))]), 132018, 400],
  ['a tab', call([body(blank('nomor', 'a\tb'), blank('keadaan', 'b'))]), 132018, 400],
  ['four spaces', call([body(blank('nomor', 'a    b'), blank('keadaan', 'b'))]), 132018, 400],
  ['nothing in a blank', call([body(blank('nomor', ''), blank('keadaan', 'b'))]), 132018, 400],
  ['too much', call([body(blank('nomor', 'a'.repeat(1020)), blank('keadaan', 'b'))]), 132005, 400],
  ['a button that is not there', call([filled, reply('a', '5')]), 132012, 400],
  ['a payload for a link', call([filled, reply('a', '1')]), 132012, 400],
  ['a payload of 129 letters', call([filled, reply('a'.repeat(129))]), 100, 400],
  ['a header', call([filled, { ...filled, type: 'header' }]), 132012, 400],
  ['a language without a code', { ...call([]), template: { name: 'a', language: {} } }, 100, 400],
];

describe('a template call is refused for', () => {
  test.each(refused)('%s', async (_, sent, code, status) => {
    const { emulator } = openOffice();
    emulator.approve(news);
    emulator.phone(sri);
    expect(await emulator.call(sent)).toMatchObject({ status, body: { error: { code } } });
  });

  test('being paused, disabled, or a code for who has no number', async () => {
    const { emulator } = openOffice();
    emulator.phone(tini);
    const code = async (template: Partial<Template>, more: object = {}) => {
      emulator.approve({ ...news, ...template });
      const { body } = await emulator.call({ ...call([filled]), ...more });
      return (body as { error?: { code: number } }).error?.code;
    };
    expect(await code({ status: 'paused' })).toBe(132015);
    expect(await code({ status: 'disabled' })).toBe(132016);
    const named = { to: undefined, recipient: tini.userId };
    expect(await code({ category: 'authentication' }, named)).toBe(131062);
    expect(await code({}, named)).toBeUndefined();
  });
});

test.each([
  ['a name in capitals', { name: 'Kabar' }],
  ['Javanese', { language: 'jv' }],
  ['a blank at the end', { body: 'Nomor {{nomor}}' }],
  ['a blank at the start', { body: '{{nomor}} selesai.' }],
  ['two blanks side by side', { body: 'Pak {{a}} {{b}} selesai.' }],
  ['a blank in capitals', { body: 'Nomor {{Nomor}} selesai.' }],
  ['no words', { body: '' }],
  ['a body of 1,025 letters', { body: 'a'.repeat(1025) }],
  ['eleven buttons', { buttons: buttons(11) }],
  ['a button of 26 letters', { buttons: [{ type: 'quick_reply' as const, text: 'a'.repeat(26) }] }],
])('Meta would send back %s', (_, fault) => {
  const { emulator } = openOffice();
  expect(() => emulator.approve({ ...news, ...fault })).toThrow('template ');
});

test('Meta takes a body, buttons and their words at every limit', () => {
  const { emulator } = openOffice();
  emulator.approve({ ...news, body: 'a'.repeat(1024), buttons: buttons(10) });
  expect(emulator.templates()).toHaveLength(1);
});

test('the account lists its templates', async () => {
  const { emulator } = openOffice();
  emulator.approve(news);
  const request = new Request('http://graph.test/v23.0/waba-1001/message_templates', {
    headers: { authorization: 'Bearer EAAuji' },
  });
  expect(await (await emulator.fetch(request)).json()).toMatchObject({
    data: [{ name: 'kabar_laporan', status: 'APPROVED', category: 'UTILITY', parameter_format: 'NAMED' }],
  });
});
