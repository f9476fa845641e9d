import fc from 'fast-check';
import { tongueOf } from '../../i18n/tongue.ts';
import type { Content } from '../inbound.ts';
import { tickets } from './reads.ts';
import type { Stage } from './stage.ts';

/** Something a person does; `pick` is one of the buttons before them, the last where there are fewer. */
export type Act = { pick: number; by: 'tap' | 'number' | 'label' } | { content: Content };

const typed = [
  '/lapor',
  '/start',
  '/cek',
  '/bahasa',
  '/bantuan',
  '/berhenti',
  '/menu',
  `/start l_${tickets.strange}`,
  `/cek ${tickets.mine}`,
  'menu',
  'batal',
  'kembali',
  'ulang',
  'lewati',
  'bantuan',
  'status',
  'bahasa',
  'berhenti',
  '0',
  'halo',
  'lampu jalan mati di depan SMP 2',
  'ada kebakaran di rumah tetangga',
  'pak lurah minta uang',
  'jalan berlubang besar',
  'Mangunsari',
  'Sidorejo',
  'depan pasar',
  '0812 3456 7890',
  '1',
  '2',
  'dua',
  '99',
  'Kirim',
  'Ubah',
  'Batal',
  'Berikutnya',
  tickets.followed,
  'l',
  '…',
  `depan ${'🔥'.repeat(60)}`,
  '  ',
];

const spokenWords = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...typed) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 40 }) },
);

const photo = fc.record(
  {
    kind: fc.constant('photo' as const),
    media: fc.constantFrom('one', 'two', 'three'),
    caption: spokenWords,
  },
  { requiredKeys: ['kind', 'media'] },
);

const place: fc.Arbitrary<Content> = fc.constantFrom(
  { kind: 'location', lat: -7.3315, lon: 110.5125 },
  { kind: 'location', lat: -6.2, lon: 106.8 },
  { kind: 'location', lat: 90, lon: -180 },
);

const stray: fc.Arbitrary<Content> = fc.oneof(
  fc.constantFrom<Content>(
    { kind: 'phone', phone: '+628123456789' },
    { kind: 'phone', phone: '+1' },
    { kind: 'unsupported', what: 'voice' },
    { kind: 'unsupported', what: 'live-location' },
    { kind: 'choice', id: 'go:resume' },
    { kind: 'choice', id: 'go:fresh:report' },
    { kind: 'choice', id: `go:add:${tickets.mine}` },
    { kind: 'choice', id: `go:call:${tickets.mine}` },
    { kind: 'choice', id: `go:unfollow:${tickets.followed}` },
    { kind: 'choice', id: 'go:nothing' },
    { kind: 'choice', id: '0000:topic:g-jalan' },
  ),
  fc.string({ maxLength: 64 }).map((id): Content => ({ kind: 'choice', id })),
);

const picking = fc.record({
  pick: fc.nat(12),
  by: fc.constantFrom<'tap' | 'number' | 'label'>('tap', 'number', 'label'),
});

/** Any act at all, most of them sensible. */
export const acts: fc.Arbitrary<Act> = fc.oneof(
  { weight: 6, arbitrary: picking },
  { weight: 5, arbitrary: spokenWords.map((text): Act => ({ content: { kind: 'text', text } })) },
  { weight: 1, arbitrary: photo.map((content) => ({ content: content as Content })) },
  { weight: 1, arbitrary: place.map((content) => ({ content })) },
  { weight: 1, arbitrary: stray.map((content) => ({ content })) },
);

const typing = (...texts: string[]): Act[] => texts.map((text) => ({ content: { kind: 'text', text } }));
const lamp = typing('/lapor', 'lampu jalan mati di depan SMP 2', '1');
const pinned: Act = { content: { kind: 'location', lat: -7.3315, lon: 110.5125 } };

/** Ways that lead deep into a conversation, so that chance need not find them. */
const preludes: readonly (readonly Act[])[] = [
  [],
  [],
  [...lamp, pinned],
  [...lamp, ...typing('depan pasar', 'lewati')],
  [...lamp, ...typing('lewati', 'lewati', 'Biasa')],
  [...lamp, ...typing('lewati', 'lewati', 'Biasa', 'Ubah')],
  [...lamp, ...typing('apa ya', 'entahlah')],
  typing('/cek', tickets.mine),
];

/** What somebody does, one thing after another, from nothing or from deep inside. */
export const dialogues = (maxLength: number): fc.Arbitrary<Act[]> =>
  fc
    .tuple(fc.constantFrom(...preludes), fc.array(acts, { minLength: 1, maxLength, size: 'max' }))
    .map(([before, then]) => [...before, ...then]);

/** What an act is on this stage; a press where nothing can be pressed is a word. */
export const contentOf = (stage: Stage, act: Act): Content => {
  if ('content' in act) return act.content;
  const choices = stage.say.at(-1)?.choices ?? [];
  const at = Math.min(act.pick, choices.length - 1);
  const choice = choices[at];
  if (!choice) return { kind: 'text', text: 'lampu jalan mati' };
  switch (act.by) {
    case 'tap':
      return { kind: 'choice', id: choice.id };
    case 'number':
      return { kind: 'text', text: String(at + 1) };
    case 'label':
      return { kind: 'text', text: tongueOf(stage.locale).text(choice.label) };
    default:
      return act.by satisfies never;
  }
};
