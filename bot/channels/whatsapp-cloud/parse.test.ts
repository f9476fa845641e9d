import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Content, Inbound } from '../../conversation/inbound.ts';
import { namelessIn, parse } from './parse.ts';

const account = '105400120030040';
const folder = join(import.meta.dirname, 'fixtures');
const files = globSync('*.json', { cwd: folder }).map((file) => file.replace('.json', ''));
const read = (name: string): unknown => JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'));
const said = (name: string) => parse(account)(read(name));

const sri = { id: 'ID.70113491208655302741', phone: '628120000701' };

const text = (typed: string): Content => ({ kind: 'text', text: typed });
const no = (what: Extract<Content, { kind: 'unsupported' }>['what']): Content => ({
  kind: 'unsupported',
  what,
});
const file = (kind: 'photo' | 'voice' | 'video', last: string, caption?: string): Content => ({
  kind,
  media: `14795371396500${last}`,
  ...(caption && { caption }),
});
const choice = (id: string, label: string): Content => ({ kind: 'choice', id, label });

/** What each recorded message says to us. */
const contents: { [fixture: string]: Content } = {
  text: text('lampu jalan mati'),
  'text-emoji': text('🔥🔥 sampah dibakar 👨‍👩‍👧'),
  'text-right-to-left': text('السلام عليكم lampu \u202eitam'),
  'text-control': text('lampu mati\ndi jalan'),
  'text-half-character': text('lampu \ufffd mati'),
  'text-long': text('jalan rusak '.repeat(341)),
  'text-empty': text(''),
  'text-forwarded': text('air mati sejak subuh'),
  'text-from-advertisement': text('halo'),
  'text-timestamp-number': text('halo'),
  'text-timestamp-odd': text('halo'),
  reply: text('masih mati'),
  photo: file('photo', '01'),
  'photo-caption': file('photo', '02', 'selokan mampet'),
  'photo-with-url': file('photo', '03'),
  'photo-without-id': no('other'),
  voice: file('voice', '10'),
  'voice-ogg': file('voice', '11'),
  'voice-of-old-kind': file('voice', '12'),
  'audio-music': no('voice'),
  video: file('video', '20', 'lihat'),
  'document-image': file('photo', '30', 'lubang'),
  'document-video': file('video', '31'),
  'document-pdf': no('document'),
  sticker: no('sticker'),
  pin: { kind: 'location', lat: -7.331512, lon: 110.512498 },
  venue: { kind: 'location', lat: -7.3266, lon: 110.5044 },
  'pin-of-nowhere': no('other'),
  'contact-own': no('contact'),
  'contact-of-another': no('contact'),
  button: choice('x7f2:photo:skip', 'Lewati'),
  'button-without-context': choice('go:menu', 'Menu'),
  'list-row': choice('x7f2:topic:c-jalan', 'Jalan'),
  'list-row-described': choice('x7f2:topic:c-lampu', 'Penerangan jalan umum yang mati'),
  'template-button': choice('go:ticket:SLT-7K4PQ2', 'Lihat laporan'),
  'template-button-without-payload': choice('Lihat laporan', 'Lihat laporan'),
  'flow-reply': no('other'),
  'call-permission': no('other'),
  order: no('other'),
  unsupported: no('other'),
  'unsupported-poll': no('poll'),
  'unsupported-video-note': no('video'),
  'unknown-kind': no('other'),
  ephemeral: no('other'),
  'without-kind': no('other'),
};

/** What is no message to us: other numbers and fields, groups, confirmations, changes, and what is no webhook. */
const nothing = [
  'a-list',
  'edited',
  'empty-batch',
  'empty-object',
  'errors-only',
  'group-message',
  'no-changes',
  'not-whatsapp',
  'other-field',
  'other-number',
  'reaction',
  'reaction-taken-back',
  'revoked',
  'security-code-changed',
  'system-of-odd-shape',
  'unsupported-edit',
  'update-of-odd-shape',
  'welcome',
];

/** Messages without an id, or from nobody: they are counted. */
const nameless = ['nobody', 'nobody-of-two', 'parts-of-odd-shape', 'without-id'];

const several = ['batch', 'batch-mixed', 'batch-twice-the-same', 'fields-of-odd-shape'];

/** Other tests say what these come to: what became of our messages, and who people are. */
const elsewhere = files.filter((name) => /^(status|from-|changed-)/.test(name));

describe('what people send', () => {
  test.each(Object.entries(contents))('%s', (name, content) => {
    expect(said(name)).toEqual([
      expect.objectContaining({
        content,
        from: { channel: 'whatsapp-cloud', account, id: sri.id },
        known: [sri.phone],
      }),
    ]);
  });

  test('bears the platform’s own id and the second it was sent', () => {
    expect(said('text')[0]).toMatchObject({
      id: expect.stringMatching(/^wamid\./),
      at: new Date(1_795_000_301_000),
    });
    expect(said('text-timestamp-number')[0]?.at).toEqual(new Date(1_795_000_301_000));
    expect(said('text-timestamp-odd')[0]?.at).toEqual(new Date(0));
  });

  test('names the message of ours that was pressed, or replied to, and no other', () => {
    const named = ({ press, replyTo }: Partial<Inbound> = {}) => ({ press, replyTo });
    const on = 'wamid.HBgMOurs0002==';
    for (const name of ['button', 'list-row', 'template-button'])
      expect(named(said(name)[0])).toEqual({ press: { on }, replyTo: undefined });
    expect(named(said('reply')[0])).toEqual({ press: undefined, replyTo: 'wamid.HBgMOurs0001==' });
    for (const name of ['text', 'text-forwarded', 'button-without-context'])
      expect(named(said(name)[0])).toEqual({ press: undefined, replyTo: undefined });
  });
});

describe('one delivery', () => {
  test('holds messages of several people, entries and kinds, in their order', () => {
    expect(said('batch').map(({ content }) => content)).toEqual(['satu', 'dua', 'tiga'].map(text));
    expect(said('batch-mixed').map(({ content }) => content)).toEqual([text('halo')]);
    const [first, again] = said('batch-twice-the-same');
    expect(again).toEqual(first);
  });

  test.each(nothing)('says nothing: %s', (name) => {
    expect(said(name)).toEqual([]);
    expect(namelessIn(account)(read(name))).toBe(0);
  });

  test.each(nameless)('counts what nobody can be named for: %s', (name) => {
    expect(said(name)).toEqual([]);
    expect(namelessIn(account)(read(name))).toBe(1);
  });

  test('with fields of odd shapes is answered where it can be', () => {
    const contents = said('fields-of-odd-shape').map(({ content }) => content);
    expect(contents).toEqual(contents.map(() => no('other')));
    expect(contents).toHaveLength(6);
  });

  test('is expected of every fixture', () => {
    const expected = [...Object.keys(contents), ...nothing, ...nameless, ...several, ...elsewhere];
    expect(expected.sort()).toEqual(files.sort());
  });

  test('of any shape is never a fault', () => {
    const values = fc.record(
      {
        metadata: fc.constant({ phone_number_id: account }),
        contacts: fc.anything(),
        messages: fc.oneof(fc.anything(), fc.array(fc.anything())),
        statuses: fc.anything(),
      },
      { requiredKeys: ['metadata'] },
    );
    const hooks = values.map((value) => ({
      object: 'whatsapp_business_account',
      entry: [
        {
          changes: [
            { field: 'messages', value },
            { field: 'user_id_update', value },
          ],
        },
      ],
    }));
    fc.assert(fc.property(fc.oneof(fc.anything(), hooks), (payload) => void parse(account)(payload)));
  });

  test('with one field gone or of another shape is never a fault', () => {
    for (const name of files) {
      const whole = JSON.stringify(read(name));
      for (const [quoted] of whole.matchAll(/"[a-z_]+":/g))
        for (const instead of ['"gone":', `${quoted}null,"x":`, `${quoted}[],"x":`, `${quoted}{},"x":`])
          expect(() => parse(account)(JSON.parse(whole.replace(quoted, instead)))).not.toThrow();
    }
  });
});
