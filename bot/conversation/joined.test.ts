import { expect, test } from 'vitest';
import { joinedReplies } from './joined.ts';
import { literal, type Reply } from './reply.ts';

const said = (text: string, more: Partial<Reply> = {}): Reply => ({ text: literal(text), ...more });
const document = { name: 'data-saya.json', type: 'application/json', text: '{}' } as const;
const pin = { lat: -7.33, lon: 110.5 };
const choices = [{ id: 'x7f2:q:yes', label: literal('Ya') }];

test('what is said in one go is one message, with the choices of the last', () => {
  expect(
    joinedReplies([said('Terima kasih.'), said('Ada lagi?', { note: literal('Dicatat.'), choices })]),
  ).toEqual([
    {
      text: { join: ['Terima kasih.', 'Dicatat.', 'Ada lagi?'].map(literal), by: '\n\n' },
      choices,
    },
  ]);
});

test.each([
  ['choices of its own', said('Ya?', { choices }), said('Lalu.')],
  ['a place to be given', said('Di mana?', { request: 'location' }), said('Lalu.')],
  ['pictures below', said('Lihat.'), said('Ini.', { media: [{ id: 'a', kind: 'photo' }] })],
  ['a pin below', said('Lihat.'), said('Di sini.', { pin })],
  ['a document', said('Ini.'), said('Salinan.', { document })],
  ['another subject', said('Satu.', { about: 'report:SLT-1' }), said('Dua.', { about: 'report:SLT-2' })],
])('a message with %s stays apart', (_, before, next) => {
  expect(joinedReplies([before, next])).toEqual([before, next]);
});

test('a pin stays above what is said behind it', () => {
  expect(joinedReplies([said('Di sini.', { pin }), said('Ada lagi?')])).toEqual([
    { text: { join: [literal('Di sini.'), literal('Ada lagi?')], by: '\n\n' }, pin },
  ]);
});

test('a document stays above what is said behind it', () => {
  expect(joinedReplies([said('Salinan.', { document }), said('Ada lagi?')])).toEqual([
    { text: { join: [literal('Salinan.'), literal('Ada lagi?')], by: '\n\n' }, document },
  ]);
});

test('pictures stay above all words, and the subject stays known', () => {
  const media = [{ id: 'a', kind: 'photo' }] as const;
  expect(
    joinedReplies([said('Sesudah.', { media, about: 'report:SLT-1' }), said('Sudah beres?', { choices })]),
  ).toEqual([
    {
      text: { join: [literal('Sesudah.'), literal('Sudah beres?')], by: '\n\n' },
      media,
      about: 'report:SLT-1',
      choices,
    },
  ]);
});
