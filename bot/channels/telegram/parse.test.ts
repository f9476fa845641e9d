import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Content, Inbound } from '../../conversation/inbound.ts';
import { parse } from './parse.ts';

const folder = join(import.meta.dirname, 'fixtures');
const files = globSync('*.json', { cwd: folder }).map((file) => file.replace('.json', ''));
const read = (name: string): unknown => JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'));
const said = (name: string) => parse('4242')(read(name));

const text = (typed: string): Content => ({ kind: 'text', text: typed });
const no = (what: Extract<Content, { kind: 'unsupported' }>['what']): Content => ({
  kind: 'unsupported',
  what,
});
const photo = (name: string, bytes: number, caption?: string): Content => ({
  kind: 'photo',
  media: `AgACAgUAAxkBAAI${name}contoh`,
  bytes,
  ...(caption && { caption }),
});

/** What each recorded update says to us; those that are left out here say nothing. */
const contents: { [fixture: string]: Content } = {
  text: text('lampu jalan mati'),
  command: text('/lapor'),
  'text-nul': text('lampu mati'),
  'text-emoji': text('🔥🔥 sampah dibakar 👨‍👩‍👧'),
  'text-right-to-left': text('السلام عليكم lampu \u202eitam'),
  'text-long': text('jalan rusak '.repeat(341)),
  'text-empty': text(''),
  photo: photo('X', 88_310),
  'photo-caption': photo('X', 88_310, 'selokan mampet'),
  'photo-album': photo('X', 88_310, 'satu'),
  'photo-album-next': photo('Y', 70_211),
  'photo-without-sizes': no('other'),
  'document-image': photo('D', 2_400_311, 'lubang'),
  'document-pdf': no('document'),
  animation: no('video'),
  voice: { kind: 'voice', media: 'AgACAgUAAxkBAAIVcontoh', bytes: 8200, seconds: 3 },
  'voice-large': no('voice-large'),
  audio: no('voice'),
  video: {
    kind: 'video',
    media: 'AgACAgUAAxkBAAIWcontoh',
    caption: 'lihat',
    bytes: 910_000,
    seconds: 5,
  },
  'video-note': { kind: 'video', media: 'AgACAgUAAxkBAAINcontoh', bytes: 310_000, seconds: 6 },
  'video-large': no('video-large'),
  'document-video': { kind: 'video', media: 'AgACAgUAAxkBAAIQcontoh', caption: 'banjir', bytes: 4_200_000 },
  sticker: no('sticker'),
  poll: no('poll'),
  dice: no('other'),
  pin: { kind: 'location', lat: -7.331512, lon: 110.512498 },
  'pin-of-nowhere': no('other'),
  venue: { kind: 'location', lat: -7.3266, lon: 110.5044 },
  'live-location': no('live-location'),
  'contact-own': { kind: 'phone', phone: '+628120000701' },
  'contact-of-another': no('contact'),
  'contact-without-account': no('contact'),
  button: { kind: 'choice', id: 'x7f2:topic:c-lampu_jalan', label: 'Lampu Jalan (PJU)' },
  'button-no-longer-shown': { kind: 'choice', id: 'x7f2:topic:c-lampu_jalan' },
  'button-inaccessible': { kind: 'choice', id: 'go:menu' },
  reply: text('masih mati'),
  forwarded: text('air mati sejak subuh'),
  blocked: no('other'),
  unblocked: no('other'),
  'unknown-content': no('other'),
  'huge-numbers': text('halo'),
  'date-missing': text('halo'),
  'group-message': text('/lapor@sapa_contoh_bot'),
  'group-topic-message': text('saya cek nanti sore'),
  'group-reply-to-bot': text('sudah ditangani kemarin'),
  'group-upgraded': no('other'),
  'button-in-group': { kind: 'choice', id: 'go:menu' },
  'button-in-topic': { kind: 'choice', id: 'go:accept:SLT-7K4PQ2', label: 'Terima' },
  'added-to-group': no('other'),
  'removed-from-group': no('other'),
};

/** What belongs to no conversation: what people of a group say to each other, channels, other bots, changes, and what is no update. */
const nothing = [
  'button-of-game',
  'button-of-inline-message',
  'channel-post',
  'chat-of-odd-shape',
  'edited-message',
  'empty-object',
  'from-a-bot',
  'group-by-its-own-admin',
  'group-chatter',
  'group-reply-to-colleague',
  'group-topic-photo',
  'group-upgraded-from',
  'joined',
  'made-admin-of-group',
  'message-of-odd-shape',
  'not-an-update',
  'pinned',
  'reaction',
  'unknown-kind',
  'update-id-too-large',
  'without-sender',
];

const sri = { channel: 'telegram', account: '4242', id: '7001' } as const;
const grup = { chat: '-1001234500001', title: 'Grup Contoh', topics: false };
const forum = { ...grup, topics: true };

/** Where in a group it was; whoever said it stays the person they are in their private chat. */
const inGroups: [string, Partial<Inbound>][] = [
  ['group-message', { from: sri, group: { ...grup, message: '334' } }],
  ['group-topic-message', { from: sri, group: { ...forum, thread: '340', message: '342' } }],
  ['group-reply-to-bot', { from: sri, group: { ...grup, message: '343' }, replyTo: '339' }],
  [
    'button-in-group',
    { from: sri, group: { ...grup, message: '290' }, press: { on: '290', query: '30064771072000006' } },
  ],
  ['button-in-topic', { from: sri, group: { ...forum, thread: '340', message: '348' } }],
  ['added-to-group', { from: sri, group: { ...forum, change: 'joined' } }],
  ['removed-from-group', { from: sri, group: { ...grup, change: 'left' } }],
  [
    'group-upgraded',
    { group: { ...grup, chat: '-512345', message: '347', change: { moved: '-1001234500002' } } },
  ],
];

/** What else some of them tell. */
const beside: [string, Partial<Inbound>][] = [
  [
    'text',
    {
      id: '880101',
      from: { channel: 'telegram', account: '4242', id: '7001' },
      at: new Date(1_795_000_301_000),
    },
  ],
  ['reply', { replyTo: '288' }],
  ['photo-album', { album: '13870000000000042' }],
  ['photo-album-next', { album: '13870000000000042' }],
  ['button', { press: { on: '290', query: '30064771072000001' } }],
  ['button-inaccessible', { press: { on: '12', query: '30064771072000003' } }],
  ['blocked', { presence: 'left', from: { channel: 'telegram', account: '4242', id: '7001' } }],
  ['unblocked', { presence: 'back' }],
  ['huge-numbers', { from: { channel: 'telegram', account: '4242', id: '5200000000123' } }],
];

describe('an update from Telegram', () => {
  test('of every recorded kind is judged here', () => {
    expect(files.length).toBeGreaterThanOrEqual(30);
    expect([...Object.keys(contents), ...nothing].toSorted()).toEqual(files.toSorted());
  });

  test.each(Object.entries(contents))('"%s" says %j', (name, content) => {
    expect(said(name).map((inbound) => inbound.content)).toEqual([content]);
  });

  test.each(beside)('"%s" tells also %j', (name, more) => {
    expect(said(name)[0]).toMatchObject(more);
  });

  test.each(inGroups)('"%s" is of a group', (name, more) => {
    const [inbound] = said(name);
    expect(inbound).toMatchObject(more);
    expect(inbound?.group).toEqual(more.group);
    expect(inbound?.replyTo).toBe(more.replyTo);
    expect(inbound?.presence).toBeUndefined();
  });

  test.each(nothing)('"%s" says nothing to us', (name) => {
    expect(said(name)).toEqual([]);
  });

  test('that was broken on the way is nothing or something, and never a fault', () => {
    const known = files.map(read);
    const broken = fc
      .record({
        update: fc.constantFrom(...known),
        path: fc.array(fc.nat(9), { maxLength: 5 }),
        by: fc.anything(),
      })
      .map(({ update, path, by }) => spoiled(update, path, by));
    fc.assert(
      fc.property(fc.oneof(broken, fc.anything()), (payload) => {
        for (const { id, from, at } of parse('4242')(payload)) {
          expect(id).toMatch(/^-?\d+$/);
          expect(from.id).toMatch(/^-?\d/);
          expect(at).toBeInstanceOf(Date);
        }
      }),
      { numRuns: 1000 },
    );
  });
});

/** The same value with what lies at a path of numbers replaced. */
const spoiled = (value: unknown, [first, ...rest]: readonly number[], by: unknown): unknown => {
  if (first === undefined || typeof value !== 'object' || value === null) return by;
  const entries = Object.entries(value);
  const at = first % Math.max(1, entries.length);
  const changed = entries.map(([name, one], i) => [name, i === at ? spoiled(one, rest, by) : one] as const);
  return Array.isArray(value) ? changed.map(([, one]) => one) : Object.fromEntries(changed);
};
