import { describe, expect, test } from 'vitest';
import { readPhone } from '../../domain/phone.ts';
import type { Content } from '../inbound.ts';
import type { Json } from '../json.ts';
import type { Heard, Question } from '../question.ts';
import { literal, say } from '../reply.ts';
import { optional } from './optional.ts';
import { phone } from './phone.ts';
import { photos } from './photos.ts';
import { pick, scale, yesNo } from './pick.ts';
import { place } from './place.ts';
import { words } from './words.ts';

const ask = { text: say('menu') };
const text = (typed: string): Content => ({ kind: 'text', text: typed });
const chosen = (id: string): Content => ({ kind: 'choice', id });
const photo = (media: string): Content => ({ kind: 'photo', media });

/** What a question makes of something said: its answer, the key of its kind word, or nothing when it takes no such thing. */
const told = <V extends Json>(question: Question<V>, content: Content): Json | undefined => {
  const read = question.hear[content.kind] as ((content: Content) => Heard<V>) | undefined;
  const heard = read?.(content);
  if (!heard) return undefined;
  return 'answer' in heard ? heard.answer : `again: ${'key' in heard.again ? heard.again.key : ''}`;
};

describe('words', () => {
  const question = words(ask, { min: 5, max: 12, short: say('report.detail.short') });
  test.each<[string, Content, Json | undefined]>([
    ['are tidied', text('  lampu \n\n mati '), 'lampu mati'],
    ['may be too short', text('mati'), 'again: report.detail.short'],
    ['of spaces are none', text('      '), 'again: report.detail.short'],
    ['are counted by letters, not units', text('😀😀😀😀'), 'again: report.detail.short'],
    ['may be too long', text('lampu mati dua hari'), 'again: words.long'],
    ['are not a photo', photo('one'), undefined],
  ])('%s', (_, content, answer) => {
    expect(told(question, content)).toEqual(answer);
  });

  test('grow by what is said soon after, up to their limit', () => {
    const added = question.more?.text?.('lampu', { kind: 'text', text: ' mati  semua' });
    expect(added).toEqual({ answer: 'lampu mati s' });
    expect(question.more?.text?.('lampu mati', { kind: 'text', text: '😀😀' })).toEqual({
      answer: 'lampu mati 😀',
    });
  });
});

describe('a choice', () => {
  const question = pick({ ...ask, choices: [{ id: 'a', label: literal('A') }] });
  test('counts only when it was offered', () => {
    expect(told(question, chosen('a'))).toBe('a');
    expect(told(question, chosen('b'))).toBe('again: again.choose');
    expect(told(question, text('a'))).toBeUndefined();
  });

  test('that is no longer offered is asked again, unless what is offered comes and goes', () => {
    const loose = pick({ ...ask, choices: [{ id: 'a', label: literal('A') }] }, { only: false });
    expect(['a', 'b', 1, null].map(question.valid)).toEqual([true, false, false, false]);
    expect(['a', 'b', 1, null].map(loose.valid)).toEqual([true, true, false, false]);
  });

  test('of yes or no is one or the other', () => {
    const asked = yesNo(ask);
    expect(['yes', 'no', 'maybe'].map((id) => told(asked, chosen(id)))).toEqual([
      true,
      false,
      'again: again.choose',
    ]);
    expect([true, false, 'yes', null].map(asked.valid)).toEqual([true, true, false, false]);
  });

  test('on a scale is one of its steps', () => {
    const asked = scale(ask, ['Tidak baik', 'Kurang baik', 'Baik', 'Sangat baik'].map(literal));
    expect(asked.ask.choices?.map(({ id }) => id)).toEqual(['1', '2', '3', '4']);
    expect(['1', '4', '0', '5', '2.5', 'x', ''].map((id) => told(asked, chosen(id)))).toEqual([
      1,
      4,
      ...Array(5).fill('again: again.choose'),
    ]);
    expect([1, 4, 0, 5, 2.5, '1', null].map(asked.valid)).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
      false,
    ]);
  });
});

describe('photos', () => {
  const question = photos(ask, { max: 2 });
  const more = (old: string[]) => question.more?.photo?.(old, { kind: 'photo', media: 'two' });
  test('are taken one by one, up to as many as are asked for', () => {
    expect(told(question, photo('one'))).toEqual(['one']);
    expect(more(['one'])).toMatchObject({
      answer: ['one', 'two'],
      note: { key: 'photo.got', with: { count: 2, max: 2 } },
    });
    expect(more(['one', 'three'])).toMatchObject({ again: { key: 'photo.enough' } });
  });
  test('kept are our own ids', () => {
    expect([['one'], [], 'one', [1], null].map(question.valid)).toEqual([true, false, false, false, false]);
  });
});

describe('what may be skipped', () => {
  const note = say('place.skipped');
  const question = optional(photos(ask, { max: 2 }), note);
  test('offers that as the last choice', () => {
    expect(question.ask.choices?.at(-1)).toEqual({ id: 'skip', label: say('button.skip') });
  });
  test('is answered by nothing, and says what then happens', () => {
    expect(question.hear.choice?.({ kind: 'choice', id: 'skip' })).toEqual({ answer: null, note });
    expect(told(question, chosen('x'))).toBe('again: again.choose');
    expect(told(question, photo('one'))).toEqual(['one']);
    expect([null, ['one'], 'x'].map(question.valid)).toEqual([true, true, false]);
  });
  test('takes a photo after all', () => {
    expect(question.more?.photo?.(null, { kind: 'photo', media: 'two' })).toMatchObject({ answer: ['two'] });
  });
  test('keeps the choices of its question', () => {
    const asked = optional(yesNo(ask));
    expect(asked.ask.choices?.map(({ id }) => id)).toEqual(['yes', 'no', 'skip']);
    expect(told(asked, chosen('no'))).toBe(false);
  });
});

describe('a place', () => {
  const question = place(ask, { name: (given) => ('point' in given ? say('place.outside') : undefined) });
  test('is a pin, said back by name, or the person’s own words', () => {
    const pinned = question.hear.location?.({ kind: 'location', lat: -7.3, lon: 110.5 });
    expect(pinned).toEqual({ answer: { point: { lat: -7.3, lon: 110.5 } }, note: say('place.outside') });
    expect(told(question, text(' depan \n pasar '))).toEqual({ words: 'depan pasar' });
    expect(told(question, text(' x '))).toBe('again: place.short');
    expect(question.ask.request).toBe('location');
  });
  test('kept is either', () => {
    const kept: Json[] = [{ point: { lat: 1, lon: 2 } }, { words: 'pasar' }, {}, null, [], 'pasar'];
    expect(kept.map(question.valid)).toEqual([true, true, false, false, false, false]);
  });
});

describe('a telephone number', () => {
  const question = phone(ask, { read: readPhone });
  test.each<[Content, Json | undefined]>([
    [{ kind: 'phone', phone: '+628123456789' }, '+628123456789'],
    [text('0812 3456 789'), '+628123456789'],
    [text('nomor saya rahasia'), 'again: phone.unclear'],
    [text('1'), 'again: phone.unclear'],
  ])('%j is read as %j', (content, answer) => {
    expect(told(question, content)).toEqual(answer);
  });
  test('kept is one we can call', () => {
    expect(['+628123456789', '0812 3456 789', 'x', null].map(question.valid)).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });
});
