import { BufferJSON } from '@whiskeysockets/baileys';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Content } from '../../conversation/inbound.ts';
import { readMediaId } from './media-reference.ts';
import { parse, undecryptable } from './parse.ts';
import { budi, events, heard, mediaKey, sentAt, silences, sri } from './testing/events.ts';

const read = parse('device');
const one = (payload: unknown) => {
  const [inbound, ...more] = read(payload);
  expect(more).toEqual([]);
  return inbound;
};
const content = (name: string) => one(events[name])?.content;

describe('what people do on WhatsApp', () => {
  test.each<[string, Content]>([
    ['text', { kind: 'text', text: 'Lampu jalan mati' }],
    ['text with a link', { kind: 'text', text: 'lihat https://contoh.example' }],
    ['text kept while we were away', { kind: 'text', text: 'halo' }],
    ['pin', { kind: 'location', lat: -7.3305, lon: 110.5084 }],
    ['live pin', { kind: 'unsupported', what: 'live-location' }],
    ['music', { kind: 'unsupported', what: 'voice' }],
    ['moving picture', { kind: 'unsupported', what: 'video' }],
    ['video that is too large', { kind: 'unsupported', what: 'video-large' }],
    ['document', { kind: 'unsupported', what: 'document' }],
    ['sticker', { kind: 'unsupported', what: 'sticker' }],
    ['contact', { kind: 'unsupported', what: 'contact' }],
    ['contacts', { kind: 'unsupported', what: 'contact' }],
    ['poll', { kind: 'unsupported', what: 'poll' }],
    ['event', { kind: 'unsupported', what: 'other' }],
    ['photo seen once that only the phone may see', { kind: 'unsupported', what: 'other' }],
  ])('%s', (name, said) => {
    expect(content(name)).toEqual(said);
  });

  test.each([
    ['photo', { kind: 'photo', caption: 'lubang', bytes: 4321 }, 'Image'],
    ['vanishing photo', { kind: 'photo', caption: 'lubang', bytes: 4321 }, 'Image'],
    ['photo seen once', { kind: 'photo', caption: 'lubang', bytes: 4321 }, 'Image'],
    ['photo of an album', { kind: 'photo', caption: 'lubang', bytes: 4321 }, 'Image'],
    ['photo as a file', { kind: 'photo', caption: 'asli', bytes: 4321 }, 'Document'],
    ['voice note', { kind: 'voice', seconds: 12, bytes: 4321 }, 'Audio'],
    ['video', { kind: 'video', seconds: 9, bytes: 4321 }, 'Video'],
    ['round video', { kind: 'video', seconds: 9, bytes: 4321 }, 'Video'],
  ])('%s, with all that is needed to fetch it later', (name, said, as) => {
    const { media, ...rest } = content(name) as Extract<Content, { media: string }>;
    expect(rest).toEqual(said);
    const path = '/o1/v/t24/f2/m231/lubang?ccb=9-4&oh=01&oe=67';
    expect(readMediaId(media)).toEqual({ path, key: Buffer.from(mediaKey).toString('base64'), as });
  });

  test('an answer to a message of ours names it, and photos of an album know each other', () => {
    expect(one(events.answer)).toMatchObject({ replyTo: '3EB0OURS', content: { text: 'di Tingkir' } });
    expect(one(events['photo of an album'])?.album).toBe('3AALBUM');
  });

  test('no word carries a NUL into the house', () => {
    expect(one(heard({ conversation: 'lampu\0mati' }))?.content).toEqual({ kind: 'text', text: 'lampumati' });
  });

  test.each(Object.keys(silences))('%s is nothing said to us', (name) => {
    expect(read(silences[name])).toEqual([]);
  });

  test('a batch is each of its messages', () => {
    const messages = Object.values(events).flatMap((event) => (event as { messages: unknown[] }).messages);
    expect(read({ messages, type: 'append' })).toHaveLength(messages.length);
    expect(messages.length).toBeGreaterThan(20);
  });
});

describe('who wrote', () => {
  const from = (id: string) => ({ channel: 'whatsapp-linked', account: 'device', id });

  test('is known by the id that is theirs under any number, and by the number too', () => {
    const whole = { id: `${sri.lid}/3A0001`, from: from(sri.lid), known: [sri.phone], at: sentAt };
    expect(one(events.text)).toMatchObject(whole);
    expect(one(events['under a number, its hidden id beside it'])).toMatchObject(whole);
  });

  test('is known by the one id there is', () => {
    expect(one(events['under a number only'])).toMatchObject({ from: from(budi) });
    expect(one(events['under a number only'])).not.toHaveProperty('known');
    expect(one(events['under a hidden id only'])).toMatchObject({ from: from(sri.lid) });
    expect(one(events['under a hidden id only'])).not.toHaveProperty('known');
  });

  test('is the same from each of their devices', () => {
    const device = (remoteJid: string) => one(heard({ conversation: 'x' }, { remoteJid }))?.from.id;
    expect(device('271828182845904:12@lid')).toBe(sri.lid);
    expect(device('271828182845904_1:12@hosted.lid')).toBe(sri.lid);
  });
});

describe('a message that was set aside', () => {
  test.each(Object.keys(events))('is read again from JSON as it was: %s', (name) => {
    const kept = JSON.parse(JSON.stringify(events[name], BufferJSON.replacer));
    expect(read(kept)).toEqual(read(events[name]));
  });
});

describe('a file', () => {
  const photo = (file: object) => one(heard({ imageMessage: { mediaKey, ...file } }))?.content;

  test('never says on which host it lies', () => {
    for (const file of [
      { directPath: '//elsewhere.example/x' },
      { directPath: '@elsewhere.example/x' },
      { url: 'https://elsewhere.example/x' },
      { url: 'https://elsewhere.example/https://mmg.whatsapp.net/x' },
      { url: 'https://elsewhere.example#.whatsapp.net/x' },
    ])
      expect(photo(file)).toEqual({ kind: 'unsupported', what: 'other' });
    const content = photo({ url: 'https://media-cgk1-1.cdn.whatsapp.net/v/x?oe=1' });
    expect(readMediaId((content as { media: string }).media)?.path).toBe('/v/x?oe=1');
  });

  test('without its key cannot be taken', () => {
    const without = { directPath: '/v/x', mediaKey: new Uint8Array(3) };
    expect(photo(without)).toEqual({ kind: 'unsupported', what: 'other' });
  });
});

test('what the client could not open is counted, of people only', () => {
  expect(undecryptable(silences['not to be opened'])).toBe(1);
  expect(undecryptable(events.text)).toBe(0);
  const group = heard(undefined, { remoteJid: '120363000000000001@g.us' }, { messageStubType: 2 });
  expect(undecryptable(group)).toBe(0);
});

test('no payload is a fault', () => {
  fc.assert(
    fc.property(fc.anything(), (any) => {
      read(any);
      read({ messages: [any] });
      read({ messages: [{ key: { remoteJid: budi, id: 'x' }, message: any }] });
    }),
  );
});
