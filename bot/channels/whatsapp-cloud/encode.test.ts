import { describe, expect, test } from 'vitest';
import type { Shown } from '../../conversation/fit.ts';
import { readMessage } from './emulator/messages/read-message.ts';
import { encode } from './encode.ts';
import type { Wire } from './message.ts';

const to = { channel: 'whatsapp-cloud', account: '1001', id: '628120000701' } as const;
const scoped = { ...to, id: 'ID.70113491208655302741' };

const photo = (id: string) => ({ id, kind: 'photo' }) as const;
const video = { id: 'w', kind: 'video' } as const;
const voice = { id: 'v', kind: 'voice' } as const;

const paper = { name: 'data-saya.json', type: 'application/json', text: '{}' } as const;

const words: Shown = {
  note: undefined,
  texts: ['Lihat'],
  rows: [],
  list: undefined,
  request: undefined,
  media: [],
  about: 'report:SLT-7K4PQ2',
};
const button = (label: string, id = `x7f2:q:${label}`) => ({ label, id });
const menu = [[button('Ya'), button('Tidak')]];
const list = {
  open: 'Pilih',
  rows: [{ id: 'x7f2:q:jalan', title: 'Jalan', description: 'Jalan yang rusak' }],
};
const place = { kind: 'location', label: 'Kirim lokasi', choices: [] } as const;

const bodyOf = ({ body }: Wire) => body as { [name: string]: never };
/** What a call shows, in short: its kind, its files, its words, its choices, what it is about. */
const inShort = (wire: Wire): string => {
  const body = JSON.parse(JSON.stringify(bodyOf(wire)));
  const { interactive, type } = body;
  const said = body.text?.body ?? body[type]?.caption ?? body.location?.name ?? interactive?.body.text;
  const { buttons, sections, name } = interactive?.action ?? {};
  const choices = buttons?.map(({ reply }: { reply: { title: string } }) => reply.title) ?? [];
  const rows = sections?.[0].rows.map(({ title }: { title: string }) => title) ?? [];
  const files = wire.files?.map((file) => ('id' in file ? file.id : file.name)) ?? [];
  const kind = interactive?.type ?? type;
  return [kind, files.join('+'), said, [...choices, ...rows, ...(name ? [name] : [])].join('|'), wire.about]
    .filter(Boolean)
    .join(' · ');
};
const shows = (part: Partial<Shown>) => encode(to, { ...words, ...part }).map(inShort);

const about = 'report:SLT-7K4PQ2';

describe('an answer on WhatsApp', () => {
  test.each<[string, Partial<Shown>, string[]]>([
    ['words', {}, [`text · Lihat · ${about}`]],
    [
      'a note stands above them',
      { note: 'Tempat: Kutowinangun' },
      [`text · Tempat: Kutowinangun\n\nLihat · ${about}`],
    ],
    ['buttons', { rows: menu }, [`button · Lihat · Ya|Tidak · ${about}`]],
    ['a list', { list }, [`list · Lihat · Jalan · ${about}`]],
    [
      'a question for a place',
      { request: place },
      [`location_request_message · Lihat · send_location · ${about}`],
    ],
    [
      'long words before buttons are messages of their own, and the last one bears the buttons',
      { texts: ['x'.repeat(4000), 'Lanjut?'], rows: menu },
      [`text · ${'x'.repeat(4000)}`, `button · Lanjut? · Ya|Tidak · ${about}`],
    ],
    [
      'several texts are as few messages as hold them',
      { note: 'a', texts: ['b', 'c', 'x'.repeat(4096)], rows: [] },
      ['text · a\n\nb\n\nc', `text · ${'x'.repeat(4096)} · ${about}`],
    ],
    [
      'words that are too long for their buttons are cut between words, never lost',
      { texts: [`${'satu '.repeat(300)}dua`], rows: menu },
      [`text · ${'satu '.repeat(204).trim()}`, `button · ${'satu '.repeat(96)}dua · Ya|Tidak · ${about}`],
    ],
    ['a photo bears short words', { media: [photo('a')] }, [`image · a · Lihat · ${about}`]],
    ['a video too', { media: [video] }, [`video · w · Lihat · ${about}`]],
    [
      'the last of several bears them',
      { media: [photo('a'), photo('b')] },
      ['image · a', `image · b · Lihat · ${about}`],
    ],
    [
      'a photo stands above buttons',
      { media: [photo('a')], rows: menu },
      [`button · a · Lihat · Ya|Tidak · ${about}`],
    ],
    [
      'the others before it',
      { media: [photo('a'), video], rows: menu },
      ['image · a', `button · w · Lihat · Ya|Tidak · ${about}`],
    ],
    ['but before a list', { media: [photo('a')], list }, ['image · a', `list · Lihat · Jalan · ${about}`]],
    [
      'and before a question for a place',
      { media: [photo('a')], request: place },
      ['image · a', `location_request_message · Lihat · send_location · ${about}`],
    ],
    ['a voice note bears none', { media: [voice] }, ['audio · v', `text · Lihat · ${about}`]],
    [
      'nor does a photo bear 1,025 letters',
      { media: [photo('a')], texts: ['x'.repeat(1025)] },
      ['image · a', `text · ${'x'.repeat(1025)} · ${about}`],
    ],
    ['a document bears short words', { document: paper }, [`document · data-saya.txt · Lihat · ${about}`]],
    [
      'but stands before buttons',
      { document: paper, rows: menu },
      ['document · data-saya.txt', `button · Lihat · Ya|Tidak · ${about}`],
    ],
    [
      'and before 1,025 letters',
      { document: paper, texts: ['x'.repeat(1025)] },
      ['document · data-saya.txt', `text · ${'x'.repeat(1025)} · ${about}`],
    ],
    [
      'photos stand before it',
      { document: paper, media: [photo('a')] },
      ['image · a', `document · data-saya.txt · Lihat · ${about}`],
    ],
    [
      'a pin stands behind photos and before words',
      { pin: { lat: -7.33, lon: 110.5, name: '\uE002SLT-7K4PQ2\uE003' }, media: [photo('a')] },
      ['image · a', 'location · SLT-7K4PQ2', `text · Lihat · ${about}`],
    ],
    [
      'before a document too, and without a name where it has none',
      { pin: { lat: -7.33, lon: 110.5, name: ' \u0007' }, document: paper },
      ['location', `document · data-saya.txt · Lihat · ${about}`],
    ],
    ['a photo without words is one', { media: [photo('a')], texts: [''] }, [`image · a · ${about}`]],
    ['nothing is nothing', { texts: [' \u0000\u0007 '], note: '' }, []],
    [
      'buttons without words still come',
      { texts: ['\u0007'], rows: menu },
      [`button · … · Ya|Tidak · ${about}`],
    ],
    [
      'two buttons that read alike are told apart, and one choice is offered once',
      { rows: [[button('Ya', '1'), button('Ya\u0007', '2'), button('Tidak', '1')]] },
      [`button · Lihat · Ya|Ya 2 · ${about}`],
    ],
    [
      'alike ones are numbered',
      { rows: [[button('Kelurahan Contoh I', '1'), button('Kelurahan Contoh\u0000 I', '2')]] },
      [`button · Lihat · Kelurahan Contoh I|Kelurahan Contoh I 2 · ${about}`],
    ],
    [
      'signs that would be markup are no part of a button',
      { rows: [[button('*RT* _03_ `x`'), button('RT_03 3*4')]] },
      [`button · Lihat · RT 03 'x'|RT_03 3*4 · ${about}`],
    ],
  ])('%s', (_, part, wanted) => {
    expect(shows(part)).toEqual(wanted);
    for (const wire of encode(to, { ...words, ...part })) expect(() => readMessage(wire.body)).not.toThrow();
  });

  test('never changes what stands there: a press is answered by a new message', () => {
    const standing = { edits: 'wamid.HBgMOurs0002==', chosen: '✓ Lampu', clears: 'Baik.' };
    expect(encode(to, words, standing)).toEqual(encode(to, words));
  });

  test('goes to a number, or to a business-scoped id by its own field', () => {
    expect(encode(to, words)[0]?.body).toMatchObject({ to: '628120000701' });
    expect(encode(scoped, words)[0]?.body).toMatchObject({ recipient: 'ID.70113491208655302741' });
    expect(encode(scoped, words)[0]?.body).not.toHaveProperty('to');
    expect(encode({ ...to, id: 'ID.ENT.118157' }, words)[0]?.body).toMatchObject({
      recipient: 'ID.ENT.118157',
    });
  });

  test('says which letter it is, in each of its messages', () => {
    const wires = encode(to, { ...words, media: [photo('a'), voice] }, { letter: '17' });
    expect(wires).toHaveLength(2);
    for (const wire of wires) {
      expect(wire).toMatchObject({ letter: '17', body: { biz_opaque_callback_data: '17' } });
      expect(() => readMessage(wire.body)).not.toThrow();
    }
    expect(encode(to, words)[0]?.body).not.toHaveProperty('biz_opaque_callback_data');
  });
});
