import fc from 'fast-check';
import { flows } from '../../flows/index.ts';
import { spoken } from '../../i18n/testing.ts';
import type { Content } from '../inbound.ts';
import { tickets } from './reads.ts';
import type { Stage } from './stage.ts';
import { numbers, type World, worlds } from './worlds.ts';

/** What buttons, links and commands name behind a form. */
const named = [
  ...Object.values(tickets),
  ...Object.values(numbers),
  '7K4P-Q2ZX-M09AB',
  '7K4PQ2ZB',
  'l_SLT-7K4PQ2',
  'u_layanan-0',
  'layanan-0',
  'late 1',
  'PP-1',
  '11',
  '15',
  '12 tolak 19a0b1c2d3',
  '11 tarik 19a0b1c2d3',
  `${tickets.mine} planned`,
];

const typed = [
  'lampu jalan mati di depan SMP 2 sejak kemarin, apakah sudah diperbaiki?',
  'Petugas sudah mengganti lampu di depan SMP 2 pada hari Senin.',
  `${'Sudah kami periksa di tempat bersama warga dan ketua RT. '.repeat(17)}`.slice(0, 1000),
  'ada pungutan liar oleh pak lurah, minta uang di rekening 1234567890',
  '25 November 2026',
  'besok',
  '3 Desember',
  '4273',
  '0812 3456 7890',
  '198501012010011001',
  '7K4P-Q2ZX-M09AB',
  'DPUPR',
  'Mangunsari',
  tickets.strange,
  tickets.mine,
  '2',
  'ya',
  'lewati',
  'kembali',
  '…',
];

type Act = { pick: number; onward: boolean } | { content: Content };

const acts: fc.Arbitrary<Act> = fc.oneof(
  { weight: 7, arbitrary: fc.record({ pick: fc.nat(11), onward: fc.boolean() }) },
  {
    weight: 4,
    arbitrary: fc.constantFrom(...typed).map((text) => ({ content: { kind: 'text', text } as const })),
  },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom<Content>(
        { kind: 'location', lat: -7.3315, lon: 110.5125 },
        { kind: 'location', lat: -6.2, lon: 106.8 },
        { kind: 'photo', media: 'one' },
        { kind: 'phone', phone: '+628123456789' },
        { kind: 'unsupported', what: 'sticker' },
      )
      .map((content) => ({ content })),
  },
);

/** How somebody may go through a form: who they are to the house, their language, how they come in, and what they do. */
export type Walk = { world: World; locale: string; argument: string | undefined; acts: Act[] };

const leaves = /:(cancel|back|no)$|^go:/;

/** A press of one of the choices there are, rather one that stays in the conversation; else words. */
export const contentOf = ({ say }: Stage, act: Act): Content => {
  if ('content' in act) return act.content;
  const all = say.at(-1)?.choices ?? [];
  const staying = all.filter(({ id }) => !leaves.test(id));
  const choices = act.onward && staying.length > 0 ? staying : all;
  const choice = choices[act.pick % Math.max(1, choices.length)];
  return choice ? { kind: 'choice', id: choice.id } : { kind: 'text', text: typed[act.pick] ?? 'ya' };
};

/** What somebody does who wants to be done: sends, skips, takes the first thing offered, or writes one thing after another. */
export const onwards = ({ say }: Stage, nth: number): Content => {
  const ids = (say.at(-1)?.choices ?? []).map(({ id }) => id).filter((id) => !leaves.test(id));
  const pressed =
    ids.find((id) => /:(send|skip|yes|none)$/.test(id)) ?? ids.find((id) => !/:change$/.test(id));
  return pressed
    ? { kind: 'choice', id: pressed }
    : { kind: 'text', text: typed[nth % typed.length] ?? 'ya' };
};

/** Somebody of whom the house knows everything. */
const [known] = fc.sample(
  worlds.filter(({ view, work, staff, asked, running }) =>
    [view, work, staff, asked, running].every(Boolean),
  ),
  { numRuns: 1, seed: 1 },
) as [World];

const argumentsOf = (id: string): (string | undefined)[] => [
  undefined,
  ...named.filter((argument) => Object.keys(flows.forms.get(id)?.starts?.(argument) ?? {}).length > 0),
];

/** By each way there is into a form once, for somebody whom the house knows; chance alone may pass one by. */
export const eachWayIn = (id: string): [Walk][] =>
  argumentsOf(id).map((argument) => [{ world: known, locale: 'id', argument, acts: [] }]);

export const walks = (id: string) =>
  fc.record({
    world: worlds,
    locale: fc.constantFrom(...spoken),
    argument: fc.constantFrom(...argumentsOf(id)),
    acts: fc.array(acts, { minLength: 1, maxLength: 10, size: 'max' }),
  });
