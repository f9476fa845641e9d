import {
  extractMessageContent,
  generateWAMessageContent,
  type WAMediaUploadFunction,
} from '@whiskeysockets/baileys';
import { describe, expect, test } from 'vitest';
import { fit as fitted } from '../../conversation/fit.ts';
import { type Choice, literal, type Reply, type Text } from '../../conversation/reply.ts';
import { translate } from '../../i18n/translate.ts';
import { can } from './can.ts';
import { encode, type Wire } from './encode.ts';
import { messageContent } from './message-content.ts';
import { sri } from './testing/events.ts';
import { voiceNote } from './testing/voice-note.ts';

const to = { channel: 'whatsapp-linked', account: 'device', id: sri.lid } as const;
const speak = (text: Text) => translate('id', text);
const wires = (reply: Reply): Wire[] => encode(to, fitted(reply, can, speak));
const texts = (reply: Reply) => wires(reply).map((wire) => ('text' in wire ? wire.text : wire.kind));
const choices = (n: number): Choice[] =>
  Array.from({ length: n }, (_, i) => ({ id: `a:q:${i}`, label: literal(`pilihan ${i + 1}`) }));

describe('an answer by the linked device', () => {
  test('is one message, with numbered choices under what was understood', () => {
    const reply = { note: literal('Tempat: Tingkir'), text: literal('Ada fotonya?'), choices: choices(2) };
    expect(wires(reply)).toEqual([
      { jid: sri.lid, kind: 'text', text: 'Tempat: Tingkir\n\nAda fotonya?\n\n1. pilihan 1\n2. pilihan 2' },
    ]);
  });

  test('says of each message which letter it is', () => {
    const shown = fitted({ text: literal('a'.repeat(can.textMax + 1)) }, can, speak);
    const named = encode(to, shown, { letter: '12.3' });
    expect(named.map(({ letter }) => letter)).toEqual(['12.3', '12.3']);
    expect(named.map(({ letter: _, ...wire }) => wire)).toEqual(encode(to, shown));
  });

  test('is as few messages as hold it, none longer than the limit and nothing lost', () => {
    const long = Array.from({ length: 300 }, (_, i) => `kalimat nomor ${i} dari laporan.`).join('\n');
    const said = texts({ note: literal('Catatan'), text: literal(long) });
    expect(said).toHaveLength(Math.ceil((long.length + 9) / can.textMax));
    for (const text of said) expect(text.length).toBeLessThanOrEqual(can.textMax);
    expect(said.join('\n')).toContain('kalimat nomor 299');
  });

  test('says in words how to give a place', () => {
    const [text = ''] = texts({ text: literal('Di mana?'), request: 'location', choices: choices(1) });
    expect(text).toContain(speak({ key: 'location.how' }));
    expect(text).toContain('1. pilihan 1');
  });

  test('lets one picture bear the words, and lets several stand before them', () => {
    const photo = (id: string) => ({ id, kind: 'photo' }) as const;
    expect(wires({ text: literal('Sudah diperbaiki.'), media: [photo('m1')] })).toEqual([
      { jid: sri.lid, kind: 'photo', media: 'm1', caption: 'Sudah diperbaiki.' },
    ]);
    expect(texts({ text: literal('Dua foto.'), media: [photo('m1'), photo('m2')] })).toEqual([
      'photo',
      'photo',
      'Dua foto.',
    ]);
    expect(texts({ text: literal('x'.repeat(1025)), media: [photo('m1')] })).toHaveLength(2);
    expect(texts({ text: literal('Rekaman.'), media: [{ id: 'v1', kind: 'voice' }] })).toEqual([
      'voice',
      'Rekaman.',
    ]);
  });

  test('puts a pin behind pictures and before words, with its name on one line', () => {
    const photo = { id: 'm1', kind: 'photo' } as const;
    const pin = { lat: -7.33, lon: 110.5, name: literal('\uE000Balai\uE001\nKota') };
    expect(wires({ text: literal('Di sini.'), media: [photo], pin })).toEqual([
      { jid: sri.lid, kind: 'photo', media: 'm1' },
      { jid: sri.lid, kind: 'pin', pin: { lat: -7.33, lon: 110.5, name: 'Balai Kota' } },
      { jid: sri.lid, kind: 'text', text: 'Di sini.' },
    ]);
  });

  test('lets a document bear short words, and stand before long ones', () => {
    const document = { name: 'data-saya.json', type: 'application/json', text: '{}' } as const;
    expect(wires({ text: literal('Salinan data.'), document })).toEqual([
      { jid: sri.lid, kind: 'document', file: document, caption: 'Salinan data.' },
    ]);
    expect(texts({ text: literal('x'.repeat(1025)), document })).toEqual(['document', 'x'.repeat(1025)]);
    const photo = { id: 'm1', kind: 'photo' } as const;
    expect(texts({ text: literal('Salinan.'), document, media: [photo] })).toEqual(['photo', 'document']);
  });
});

describe('the real client', () => {
  const uploaded: string[] = [];
  const upload: WAMediaUploadFunction = async (_path, { mediaType }) => {
    uploaded.push(mediaType);
    return { mediaUrl: 'https://mmg.whatsapp.net/x', directPath: '/x' };
  };
  const built = (wire: Wire, files?: ReadonlyMap<string, Uint8Array>) =>
    generateWAMessageContent(messageContent(wire, files), {
      upload,
      getUrlInfo: () => Promise.reject(new Error('a link was opened')),
    });

  test('builds a text of it and opens no link', async () => {
    const [wire] = wires({ text: literal('Lihat https://contoh.example/lacak/SLT-7K4PQ2') });
    const message = wire && (await built(wire));
    expect(message?.extendedTextMessage).toMatchObject({
      text: 'Lihat https://contoh.example/lacak/SLT-7K4PQ2',
    });
    expect(message?.extendedTextMessage?.matchedText ?? '').toBe('');
  });

  test('builds a photo, a voice note with its length, and a video', async () => {
    const files = new Map([
      ['m1', new Uint8Array([255, 216, 255, 217])],
      ['v1', voiceNote(12)],
    ]);
    const photo = await built({ jid: sri.lid, kind: 'photo', media: 'm1', caption: 'ini' }, files);
    expect(photo.imageMessage).toMatchObject({ caption: 'ini', mimetype: 'image/jpeg', directPath: '/x' });
    const voice = await built({ jid: sri.lid, kind: 'voice', media: 'v1' }, files);
    expect(voice.audioMessage).toMatchObject({ ptt: true, seconds: 12, mimetype: 'audio/ogg; codecs=opus' });
    const video = await built({ jid: sri.lid, kind: 'video', media: 'm1' }, files);
    expect(video.videoMessage).toMatchObject({ mimetype: 'video/mp4' });
    expect(uploaded).toEqual(['image', 'audio', 'video']);
  });

  test('builds a pin with its name', async () => {
    const pin = { lat: -7.33, lon: 110.5 };
    const named = await built({ jid: sri.lid, kind: 'pin', pin: { ...pin, name: 'SLT-7K4PQ2' } });
    expect(named.locationMessage).toMatchObject({
      degreesLatitude: -7.33,
      degreesLongitude: 110.5,
      name: 'SLT-7K4PQ2',
    });
    const bare = await built({ jid: sri.lid, kind: 'pin', pin });
    expect(bare.locationMessage).toMatchObject({ degreesLatitude: -7.33, degreesLongitude: 110.5 });
  });

  test('builds a document with its name, its kind and the words under it', async () => {
    const [wire] = wires({
      text: literal('Salinan data.'),
      document: { name: 'data-saya.json', type: 'application/json', text: '{"nama":"é"}' },
    });
    const message = wire && (await built(wire));
    expect(extractMessageContent(message)?.documentMessage).toMatchObject({
      fileName: 'data-saya.json',
      mimetype: 'application/json',
      caption: 'Salinan data.',
      directPath: '/x',
    });
    expect(wire && messageContent(wire, undefined)).toMatchObject({ document: Buffer.from('{"nama":"é"}') });
    expect(uploaded.at(-1)).toBe('document');
  });
});
