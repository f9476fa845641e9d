import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blankPieces } from './blank.ts';
import { type Exercise, exerciseFrom } from './exercise.ts';
import { isOrdinary } from './is-ordinary.ts';
import { stripped } from './stripped.ts';
import { type Planted, planted } from './testing/planted.ts';

const made = ({ report, people }: Planted): Exercise => {
  const result = exerciseFrom(report, people);
  if ('refused' in result) throw new Error(result.refused);
  return result.exercise;
};

const whole = ({ texts }: Exercise): string => texts.map(({ text }) => text).join('\n');

const countOf = (text: string): number =>
  blankPieces(text)
    .filter((piece) => typeof piece === 'string')
    .join(' ')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean).length;

const all = Array.from({ length: 100 }, (_, n) => planted(n));

describe('a hundred reports with people in them', () => {
  test('hold no one of them as exercises, nor where they live, what they drive or when they were born', () => {
    const left = all.flatMap((one, n) => {
      const text = whole(made(one)).toLowerCase();
      return one.canaries
        .filter((canary) => text.includes(canary.toLowerCase()))
        .map((canary) => `${n}: ${canary}`);
    });
    expect(left).toEqual([]);
    expect(all.reduce((sum, { canaries }) => sum + canaries.length, 0)).toBeGreaterThan(800);
  });

  test('would be caught with a person left in: the canaries stand in what people wrote', () => {
    for (const { report, canaries } of all) {
      const before = [report.words, ...report.said.map(({ words }) => words)].join(' ').toLowerCase();
      expect(canaries.length).toBeGreaterThan(3);
      expect(canaries.filter((canary) => !before.includes(canary.toLowerCase()))).toEqual([]);
    }
  });

  test('are still worth reading: six words of ten stay, and the kelurahan', () => {
    for (const one of all) {
      const before = [one.report.words, ...one.report.said.map(({ words }) => words)].join(' ');
      const text = whole(made(one));
      expect(countOf(text) / countOf(before), text).toBeGreaterThanOrEqual(0.6);
      if (before.includes(`kelurahan ${one.report.kelurahan}`))
        expect(text).toContain(`kelurahan ${one.report.kelurahan}`);
    }
  });
});

const one = (words: string, people: readonly string[] = []) =>
  stripped([words], { people, keep: ['Dinas Perhubungan', 'Tegalrejo'] })[0] ?? { text: '', doubts: [] };
const doubted = (words: string, people: readonly string[] = []) => {
  const { text, doubts } = one(words, people);
  return doubts.map(({ at, end }) => text.slice(at, end));
};

test.each([
  ['Lampu di depan rumah Bu Sri mati', 'Lampu di depan rumah Bu [nama] mati'],
  ['Jl. Pattimura No. 12A RT 03/RW 04 gelap', '[alamat] gelap'],
  ['lubang di jl melati raya no 5, dalam sekali', 'lubang di [alamat], dalam sekali'],
  ['warga rt 02 menunggu', 'warga rt [nomor] menunggu'],
  ['sampah dekat Masjid Al Ikhlas di Tegalrejo', 'sampah dekat [tempat] di Tegalrejo'],
  ['Warung Bu Tini di sebelah SMP 2 membuang limbah', 'Warung Bu [nama] di sebelah [tempat] membuang limbah'],
  ['saya lahir di Salatiga, 17 Juli 1985', 'saya lahir [tanggal lahir]'],
  ['mati sejak 12 Mei 2026 jam 19.30', 'mati sejak bulan Mei malam'],
  ['mati sejak 12/05/2026 jam 7 malam', 'mati sejak bulan Mei malam'],
  ['datang pukul 09.30 WIB', 'datang pagi'],
  ['antrean A012, bayar Rp 50.000', 'antrean [nomor], bayar Rp 50.000'],
  ['pohon tinggi 12 meter, 3 hari tumbang', 'pohon tinggi 12 meter, 3 hari tumbang'],
  ['tulis ke budi.s@contoh.id atau https://wa.me/628120000001', 'tulis ke [surel] atau [tautan]'],
  ['pak hj. rukmini dan drs. santoso, m.si datang', 'pak hj. [nama] dan drs. [nama] datang'],
  ['lapor ke ani-surat@surat-contoh.id', 'lapor ke [surel]'],
  ['Perum Argotirta Blok C4 no 131, RT 07/RW 11 banjir', '[alamat] banjir'],
  ['laporan slt-7k4pq2 belum dijawab', 'laporan [nomor laporan] belum dijawab'],
  ['Hubungi Drs. Budi Santoso, S.Sos., M.Si besok', 'Hubungi Drs. [nama] besok'],
])('%s', (words, left) => {
  expect(one(words).text).toBe(left);
});

describe('a name', () => {
  test('that the service knows goes however it is written: small, joined, drawn out, cut short', () => {
    const name = ['Wahyuningtyas Kartopawiro, S.Sos.'];
    for (const written of [
      'wahyuningtyas',
      'WahyuningtyasKartopawiro',
      'kartopawiro88',
      'kartopawiroo',
      'ningtyas',
      'Karto',
      'wahyu\u200Bningtyas',
    ])
      expect(one(`kata ${written} lampu sudah nyala`, name).text).toBe('kata [nama] lampu sudah nyala');
  });

  test('that is a word of every day goes behind a title or beside another name, else an officer is asked to look', () => {
    const name = ['Bagus Prawiryo'];
    expect(one('terima kasih pak bagus, lampu nyala', name).text).toBe(
      'terima kasih pak [nama], lampu nyala',
    );
    expect(one('bagus prawiryo sudah datang', name).text).toBe('[nama] sudah datang');
    expect(doubted('lampunya sekarang bagus', name)).toEqual(['bagus']);
    expect(doubted('lampunya sekarang bagus')).toEqual([]);
    expect(one('kemarin Bagus datang lagi').text).toBe('kemarin [nama] datang lagi');
  });

  test('announced in one text of the report goes from the others', () => {
    const [, answer] = stripped(
      ['nama saya sumarlinah, lampu mati', 'Sudah kami jawab kemarin lewat sumarlinah'],
      { people: [], keep: [] },
    );
    expect(answer?.text).toBe('Sudah kami jawab kemarin lewat [nama]');
  });
});

const part = fc
  .array(fc.constantFrom(...'ba cu dji gla hem kri lon mor nya pra rok sul thi vin wen yan zul'.split(' ')), {
    minLength: 3,
    maxLength: 5,
  })
  .map((syllables) => syllables.join(''))
  .filter((name) => !isOrdinary(name));
const forms: readonly ((first: string, last: string) => string)[] = [
  (first, last) => `${first} ${last}`,
  (first, last) => `${first} ${last}`.toUpperCase(),
  (first, last) => `${first}${last}`,
  (first, last) => `${first}_${last}88`,
  (first) => `${first}nya`,
  (_, last) => `@${last}`,
  (first, last) => `${last}, ${first}`,
];

test('whoever is known to the service is gone from every place of a report, in every way of writing a name', () => {
  const frame = 'lampu jalan di depan rumah kami mati sejak kemarin dan warga takut kalau malam'.split(' ');
  fc.assert(
    fc.property(
      part,
      part,
      fc.constantFrom(...forms),
      fc.nat({ max: frame.length }),
      (first, last, form, place) => {
        const words = [...frame.slice(0, place), form(first, last), ...frame.slice(place)].join(' ');
        const text = one(words, [`${first} ${last}`]).text.toLowerCase();
        expect(
          [first, last].filter((name) => text.includes(name)),
          text,
        ).toEqual([]);
      },
    ),
    { numRuns: 500 },
  );
});

test('whatever strange word stands anywhere in a report, it is gone or an officer is pointed to it', () => {
  const frame = 'lampu jalan di depan rumah kami mati sejak kemarin dan warga takut kalau malam'.split(' ');
  fc.assert(
    fc.property(
      fc.stringMatching(/^[a-zA-Z][a-z]{3,11}$/).filter((word) => !isOrdinary(word)),
      fc.nat({ max: frame.length }),
      (word, place) => {
        const { text, doubts } = one([...frame.slice(0, place), word, ...frame.slice(place)].join(' '));
        const at = text.split(/[^\p{L}]+/u).includes(word);
        expect(at ? doubts.map((doubt) => text.slice(doubt.at, doubt.end)) : [word]).toEqual([word]);
      },
    ),
    { numRuns: 500 },
  );
});

test('an exercise is never made of a report that few may read, that is open, or that says nothing without its persons', () => {
  const { report, people } = planted(0);
  expect(exerciseFrom({ ...report, confidential: true }, people)).toEqual({ refused: 'private' });
  expect(exerciseFrom({ ...report, sensitive: 'inspektorat' }, people)).toEqual({ refused: 'private' });
  expect(exerciseFrom({ ...report, state: 'diproses' }, people)).toEqual({ refused: 'not_solved' });
  expect(exerciseFrom({ ...report, words: 'Jl. Pattimura No. 12' }, people)).toEqual({
    refused: 'too_little',
  });
});

test('a report of plain words is clean, one with a word nobody knows is looked at', () => {
  const { report, people } = planted(0);
  const plain = { ...report, words: 'Lampu jalan di Tegalrejo mati sejak kemarin.', said: [] };
  expect(exerciseFrom(plain, people)).toMatchObject({ exercise: { verdict: 'clean', month: '2026-05' } });
  const odd = { ...plain, words: 'lampu jalan di Tegalrejo mati kata grendolin' };
  expect(exerciseFrom(odd, people)).toMatchObject({ exercise: { verdict: 'look' } });
});
