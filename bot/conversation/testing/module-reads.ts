import { readPress } from '../../domain/modules/learn-press.ts';
import { learnTurn } from '../../domain/modules/learn-turn.ts';
import type { Learnt } from '../../domain/modules/learnt.ts';
import type { Module, Question, Scene } from '../../domain/modules/module.ts';
import { limits } from '../../domain/modules/module-limits.ts';
import type { ModuleReads } from '../../domain/modules/module-reads.ts';

/** Words of so many letters, the first ones strong. */
const words = (length: number, begin: string): string =>
  `*${begin}* ${'panjang sekali '.repeat(length)}`.slice(0, length - 1).trim();

const choices = (begin: string) =>
  Array.from({ length: limits.choices.to }, (_, at) => words(limits.choice, `${begin} ${at}`));

const question = (nth: number): Question => ({
  kind: 'question',
  id: `soal-${nth}`,
  ask: words(limits.ask, `Soal ${nth}`),
  choices: choices('Pilihan'),
  right: nth,
  whyRight: words(limits.told, 'Betul'),
  whyWrong: words(limits.told, 'Belum'),
});

const scene = (name: string, next: string | null): Scene => ({
  name,
  text: words(limits.message, name),
  choices:
    next === null
      ? []
      : choices(name).map((label) => ({ label, consequence: words(limits.told, 'Akibat'), next })),
});

/** A module as long as one may be. */
const module: Module = {
  code: 'a'.repeat(limits.code),
  title: 'Judul Modul yang Panjangnya Memang Sengaja Sepanjang-panjangnya',
  minutes: 60,
  pass: 80,
  jp: 100,
  decree: { number: '893.3/0123/BKPSDM/2026', on: '2026-11-02' },
  offices: [],
  positions: [],
  values: [],
  elements: [],
  steps: [
    {
      kind: 'card',
      id: 'satu',
      title: 'Satu',
      parts: [words(limits.message - limits.counter, 'Satu'), words(400, 'Dua')],
      picture: { file: 'loket.png', alt: words(limits.alt, 'Loket') },
    },
    { kind: 'card', id: 'dua', title: 'Dua', parts: ['*Dua*\nSingkat saja.'], picture: null },
    {
      kind: 'case',
      id: 'tiga',
      title: 'Kasus di Loket',
      scenes: [scene('awal', 'tengah'), scene('tengah', 'akhir'), scene('akhir', null)],
    },
    question(0),
    question(1),
  ],
};

const read = ['satu', 'dua', 'tiga'];

/** How far somebody is, by what a press names behind it; the rest is what `readPress` makes of it. */
const learntBy = new Map<string, Learnt>([
  ['11', { done: read, answers: {}, attempt: 1 }],
  ['15', { done: read, answers: { 'soal-0': 0, 'soal-1': 3 }, attempt: 2 }],
  ['layanan-0', { done: read, answers: { 'soal-0': 0, 'soal-1': 1 }, attempt: 1 }],
  ['7K4PQ2ZB', { done: ['satu', 'dua'], answers: {}, attempt: 1 }],
]);

const stages: Learnt[] = [
  { done: [], answers: {}, attempt: 1 },
  { done: ['satu'], answers: {}, attempt: 1 },
  { done: ['satu', 'dua'], answers: {}, attempt: 1 },
  { done: read, answers: {}, attempt: 1 },
  { done: read, answers: { 'soal-0': 0 }, attempt: 1 },
  { done: read, answers: { 'soal-0': 0 }, attempt: 2 },
];

/** What the database might answer about modules: a press of a step is taken as it would be by whoever stands there. */
export const moduleReads: ModuleReads = {
  learnShelf: async () => ({
    modules: Array.from({ length: 12 }, (_, at) => ({
      code: `${module.code.slice(0, -2)}${at + 10}`,
      title: module.title,
      minutes: 60,
      done: at % 3 === 0 ? 3 : 0,
      of: 5,
      percent: at % 4 === 1 ? 100 : null,
    })),
    goesOn: `${module.code.slice(0, -2)}10`,
    next: `${module.code.slice(0, -2)}11`,
    due: 3,
  }),
  learn: async (pressed) => {
    const press = readPress(pressed);
    if (press.module === 'PP-1') return 'gone';
    if (press.module === '12') return 'none';
    const looks = [learntBy.get(press.module), ...stages]
      .filter((one) => one !== undefined)
      .map((learnt) =>
        learnTurn(
          { module, pictures: new Map([['loket.png', 'one']]), employee: 1, learnt, certificate: null },
          press,
        ),
      );
    return looks.find(({ old }) => !old) ?? looks[0] ?? 'gone';
  },
};
