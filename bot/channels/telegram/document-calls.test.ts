import { expect, test } from 'vitest';
import { encode, type Wire } from './encode.ts';

const to = { channel: 'telegram', account: '4242', id: '7001' } as const;
const words = {
  note: undefined,
  texts: ['Lihat'],
  rows: [],
  list: undefined,
  request: undefined,
  media: [],
  about: 'report:SLT-7K4PQ2',
};
const document = { name: 'data-saya.json', type: 'application/json', text: '{}' } as const;
const photo = { id: 'a', kind: 'photo' } as const;
const menu = [[{ label: 'Terima', id: 'go:menu' }]];
const calls = (wires: readonly Wire[]) =>
  wires.map(({ method, body, files = [], about }) =>
    [
      method,
      files.map((file) => ('id' in file ? file.id : file.name)).join('+'),
      body.caption ?? body.text,
      about,
    ]
      .filter(Boolean)
      .join(' · '),
  );

test.each([
  ['a document bears the words', {}, {}, ['sendDocument · data-saya.json · Lihat · report:SLT-7K4PQ2']],
  [
    'but stands before words with buttons',
    { rows: menu },
    {},
    ['sendDocument · data-saya.json', 'sendMessage · Lihat · report:SLT-7K4PQ2'],
  ],
  [
    'and before words of 1,025 letters',
    { texts: ['x'.repeat(1025)], about: undefined },
    {},
    ['sendDocument · data-saya.json', `sendMessage · ${'x'.repeat(1025)}`],
  ],
  [
    'photos stand before it',
    { media: [photo] },
    {},
    ['sendPhoto · a', 'sendDocument · data-saya.json', 'sendMessage · Lihat · report:SLT-7K4PQ2'],
  ],
  [
    'a card that was pressed for a document keeps what was chosen',
    {},
    { edits: '12', chosen: '✓ Salinan berkas' },
    ['editMessageText · ✓ Salinan berkas', 'sendDocument · data-saya.json · Lihat · report:SLT-7K4PQ2'],
  ],
])('%s', (_, part, standing, wanted) => {
  expect(calls(encode(to, { ...words, document, ...part }, standing))).toEqual(wanted);
});
