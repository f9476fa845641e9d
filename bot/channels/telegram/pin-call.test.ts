import { expect, test } from 'vitest';
import type { Shown } from '../../conversation/fit.ts';
import { encode } from './encode.ts';
import { pinCall } from './pin-call.ts';

const to = { channel: 'telegram', account: '4242', id: '7001' } as const;
const point = { lat: -7.33, lon: 110.5 };
const spot = { chat_id: 7001, latitude: -7.33, longitude: 110.5 };
const words: Shown = {
  note: undefined,
  texts: ['Lihat'],
  rows: [],
  list: undefined,
  request: undefined,
  media: [],
  about: 'case:SLT-7K4PQ2',
};
const photo = { id: 'a', kind: 'photo' } as const;
const document = { name: 'data-saya.json', type: 'application/json', text: '{}' } as const;

test('a pin with a name is a venue, whose address are its coordinates', () => {
  expect(pinCall(to, { ...point, name: 'SLT-7K4PQ2' })).toEqual({
    method: 'sendVenue',
    body: { ...spot, title: 'SLT-7K4PQ2', address: '-7.33,110.50' },
  });
});

test('a name is one line without our marks', () => {
  const { body } = pinCall(to, { ...point, name: '\uE000Balai\uE001\nKota <b>' });
  expect(body.title).toBe('Balai Kota <b>');
});

test.each([undefined, '', ' \n\u0007', '\uE000\uE001'])('with the name %j it is a location', (name) => {
  expect(pinCall(to, { ...point, ...(name !== undefined && { name }) })).toEqual({
    method: 'sendLocation',
    body: spot,
  });
});

test('a topic of a group keeps it', () => {
  expect(pinCall({ ...to, id: '-1001/45' }, point).body).toMatchObject({
    chat_id: -1001,
    message_thread_id: 45,
  });
});

test.each<[string, Partial<Shown>, object, string[]]>([
  ['above the words', {}, {}, ['sendLocation', 'sendMessage · case:SLT-7K4PQ2']],
  [
    'behind a photo, which then bears no words',
    { media: [photo] },
    {},
    ['sendPhoto', 'sendLocation', 'sendMessage · case:SLT-7K4PQ2'],
  ],
  [
    'before a document, which bears them',
    { media: [photo], document },
    {},
    ['sendPhoto', 'sendLocation', 'sendDocument · case:SLT-7K4PQ2'],
  ],
  [
    'behind the card that was pressed',
    {},
    { edits: '12', chosen: '✓ Lihat laporan' },
    ['editMessageText', 'sendLocation', 'sendMessage · case:SLT-7K4PQ2'],
  ],
])('it stands %s', (_, part, standing, wanted) => {
  const wires = encode(to, { ...words, pin: point, ...part }, standing);
  expect(wires.map(({ method, about }) => [method, about].filter(Boolean).join(' · '))).toEqual(wanted);
});
