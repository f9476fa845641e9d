import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { translate } from '../i18n/translate.ts';
import type { Capabilities } from './capabilities.ts';
import { fit as asShown, inPieces } from './fit.ts';
import { literal, type Media, type Reply, say } from './reply.ts';
import { capabilitySets } from './testing/capability-sets.ts';

const speak = (text: Parameters<typeof translate>[1]) => translate('id', text);
const set = (name: string) => capabilitySets[name] as Capabilities;
const choices = (count: number) =>
  Array.from({ length: count }, (_, i) => ({
    id: `x7f2:topic:c${i + 1}`,
    label: literal(`Pilihan ${i + 1}`),
  }));

describe('a text that is too long', () => {
  test.each([
    ['stays whole when it fits', 'satu dua', 8, ['satu dua']],
    ['parts between paragraphs first', 'satu dua\n\ntiga empat', 12, ['satu dua', 'tiga empat']],
    ['else between lines', 'satu dua\ntiga empat', 12, ['satu dua', 'tiga empat']],
    ['else between words', 'satu dua tiga', 10, ['satu dua', 'tiga']],
    ['else anywhere', 'abcdefghij', 4, ['abcd', 'efgh', 'ij']],
    ['never inside a character of two units', 'a😀😀', 2, ['a', '😀', '😀']],
    ['leaves no empty piece behind', `${'x'.repeat(4)}   `, 4, ['xxxx']],
    ['nor one before', `     ${'x'.repeat(4)}`, 4, ['xxxx']],
  ])('%s', (_, text, max, pieces) => {
    expect(inPieces(text, max)).toEqual(pieces);
  });

  test('loses no character but the space where it is cut, and no piece is too long or empty', () => {
    const letters = (text: string) => text.replace(/\s/g, '');
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 300, size: 'max' }),
        fc.integer({ min: 2, max: 60 }),
        (text, max) => {
          const pieces = inPieces(text, max);
          expect(letters(pieces.join(''))).toBe(letters(text));
          expect(pieces.every((piece) => piece.length <= max)).toBe(true);
          if (letters(text) !== '') expect(pieces.every((piece) => piece.trim() !== '')).toBe(true);
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('one answer, as each channel shows it', () => {
  const place: Reply = {
    text: say('report.place'),
    request: 'location',
    choices: [{ id: 'x7f2:place:skip', label: say('button.skip') }],
  };

  test('a place is asked by the channel’s own button where it has one', () => {
    expect(asShown(place, set('telegram'), speak).request).toEqual({
      kind: 'location',
      label: 'Kirim lokasi',
      choices: ['Lewati'],
    });
    expect(asShown(place, set('telegram'), speak).rows).toEqual([]);
  });

  test('else by words on how to give one, with what can be chosen', () => {
    const shown = asShown(place, set('numbered by nine'), speak);
    expect(shown.request).toBeUndefined();
    expect(shown.texts.join('\n')).toMatch(/📎 lalu Lokasi[\s\S]*1\. Lewati$/);
    expect(asShown(place, set('three buttons'), speak).rows).toEqual([
      [{ label: 'Lewati', id: 'x7f2:place:skip' }],
    ]);
  });

  test('short labels share a row, long ones stand alone, the steps between pages are a row of their own', () => {
    const labels = ['Jalan', 'Lampu', 'Kekerasan & Perundungan', 'Sampah'];
    const reply = {
      text: say('report.topic'),
      choices: labels.map((label) => ({ id: label, label: literal(label) })),
    };
    const rows = asShown(reply, set('telegram'), speak).rows.map((row) => row.map(({ label }) => label));
    expect(rows).toEqual([['Jalan', 'Lampu'], ['Kekerasan & Perundungan'], ['Sampah']]);
    const second = asShown(
      { text: say('report.topic'), choices: choices(30), page: 1 },
      set('telegram'),
      speak,
    );
    expect(second.rows.at(-1)?.map(({ label }) => label)).toEqual(['Sebelumnya', 'Berikutnya']);
  });

  test('a number means the same choice on every page', () => {
    const { texts } = asShown(
      { text: literal('?'), choices: choices(20), page: 1 },
      set('numbered by eight'),
      speak,
    );
    expect(texts[0]?.split('\n').slice(2)).toEqual([
      ...[8, 9, 10, 11, 12, 13, 14].map((n) => `${n}. Pilihan ${n}`),
      '· Sebelumnya',
      '· Berikutnya',
    ]);
  });

  test('a text to copy is a button only where one can copy', () => {
    const reply: Reply = {
      text: literal('SLT-7K4PQ2'),
      copy: { label: say('button.copy-ticket'), text: 'SLT-7K4PQ2' },
    };
    expect(asShown(reply, set('telegram'), speak).rows).toEqual([
      [{ label: 'Salin nomor', copy: 'SLT-7K4PQ2' }],
    ]);
    expect(asShown(reply, set('three buttons'), speak).rows).toEqual([]);
  });

  test('what was understood stands before the question only where both fit one message', () => {
    const reply = { text: literal('x'.repeat(50)), note: literal('Tempat: Tingkir.') };
    expect(asShown(reply, set('telegram'), speak)).toMatchObject({
      note: 'Tempat: Tingkir.',
      texts: ['x'.repeat(50)],
    });
    expect(asShown(reply, set('short messages'), speak)).toMatchObject({
      note: undefined,
      texts: ['Tempat: Tingkir.', 'x'.repeat(50)],
    });
  });
});

describe('photos, voice notes and videos', () => {
  const media: Media[] = [
    { id: 'a', kind: 'photo' },
    { id: 'b', kind: 'photo' },
    { id: 'c', kind: 'voice' },
  ];
  const reply: Reply = { text: literal('Lihat'), media, choices: choices(2) };

  test('go along where the channel shows them', () => {
    const shown = asShown(reply, set('telegram'), speak);
    expect([shown.media, shown.texts]).toEqual([media, ['Lihat']]);
  });

  test('are told of in a line each where it does not, above what can be chosen', () => {
    const { media: left, texts } = asShown(reply, set('terminal'), speak);
    expect(left).toEqual([]);
    expect(texts[0]?.split('\n').slice(0, 5)).toEqual([
      'Lihat',
      'Terlampir foto: 2.',
      'Terlampir pesan suara: 1.',
      '',
      expect.stringContaining('1. '),
    ]);
  });

  test('are put into words where it does not and somebody said what they show', () => {
    const [first, ...rest] = media.map((one) => ({ ...one, alt: literal(`Gambar ${one.id}`) }));
    const described = { ...reply, media: [...(first ? [first] : []), ...media.slice(1)] };
    expect(asShown(described, set('terminal'), speak).texts[0]?.split('\n').slice(0, 4)).toEqual([
      'Lihat',
      'Gambar: Gambar a',
      'Terlampir foto: 1.',
      'Terlampir pesan suara: 1.',
    ]);
    const shown = asShown({ ...reply, media: first ? [first, ...rest] : [] }, set('telegram'), speak);
    expect([shown.media, shown.texts]).toEqual([media, ['Lihat']]);
  });

  test('are told apart by what the channel shows', () => {
    const { media: left, texts } = asShown(reply, { ...set('telegram'), shows: ['photo'] }, speak);
    expect([left, texts]).toEqual([media.slice(0, 2), ['Lihat\nTerlampir pesan suara: 1.']]);
  });
});

describe('a point on the map', () => {
  const pin = { lat: -7.33, lon: 110.5, name: literal('Balai') };
  const reply: Reply = { text: literal('Di sini.'), pin, choices: choices(1) };
  const without = { ...set('terminal'), pins: false };

  test('goes along with its name where the channel shows one', () => {
    const shown = asShown(reply, set('terminal'), speak);
    expect(shown.pin).toEqual({ lat: -7.33, lon: 110.5, name: 'Balai' });
    expect(shown.texts[0]).toMatch(/^Di sini\.\n\n1\. /);
  });

  test('is a line that leads to it where not, above what can be chosen', () => {
    const line = (shown: Reply) => asShown(shown, without, speak).texts[0]?.split('\n')[1];
    expect(asShown(reply, without, speak)).not.toHaveProperty('pin');
    expect(line(reply)).toBe('Balai: https://maps.google.com/?q=-7.33,110.50');
    expect(line({ ...reply, pin: { lat: -7.33, lon: 110.5 } })).toBe(
      'Tempat: https://maps.google.com/?q=-7.33,110.50',
    );
  });
});

describe('a document', () => {
  const document = { name: 'data-saya.json', type: 'application/json', text: '{ "a": 1 }' } as const;
  const reply: Reply = { text: literal('Salinan.'), document, choices: choices(1) };

  test('goes along where the channel sends it', () => {
    expect(asShown(reply, set('telegram'), speak)).toMatchObject({ document, texts: ['Salinan.'] });
  });

  test('is written out under its name where none can be sent, with the words and choices behind it', () => {
    const {
      document: left,
      note,
      texts,
    } = asShown({ ...reply, note: literal('Baik.') }, set('terminal'), speak);
    expect(left).toBeUndefined();
    expect([note, ...texts]).toEqual([
      'Baik.',
      'data-saya.json\n{ "a": 1 }',
      expect.stringMatching(/^Salinan\.\n\n1\. /),
    ]);
  });

  test('of many pages is written out in as many messages', () => {
    const text = Array.from({ length: 500 }, (_, i) => `baris ${i}`).join('\n');
    const { texts } = asShown(
      { ...reply, document: { ...document, text } },
      { ...set('terminal'), textMax: 400 },
      speak,
    );
    expect(texts.length).toBeGreaterThan(10);
    for (const one of texts) expect(one.length).toBeLessThanOrEqual(400);
    expect(texts.join('\n')).toContain(text);
  });

  test('holds none of our marks, which a person could have written', () => {
    const marked = { ...document, text: 'a\uE000b\uE003' };
    expect(asShown({ ...reply, document: marked }, set('telegram'), speak).document?.text).toBe('ab');
  });
});
