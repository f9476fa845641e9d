import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { say } from '../../conversation/reply.ts';
import { keys } from '../../i18n/testing.ts';
import { tongueOf } from '../../i18n/tongue.ts';
import { readModule } from './read-module.ts';
import { goodModule } from './testing.ts';

const told = (file: string, beside?: ReadonlyMap<string, number>): string[] => {
  const read = readModule(file, beside);
  const { text } = tongueOf('id');
  return 'faults' in read
    ? read.faults.map(({ line, key, with: blanks }) => `${line} ${text(say(key, blanks))}`)
    : [];
};

test('a module with twelve planted faults has all twelve named at once, with line and reason', () => {
  const file = readFileSync(new URL('./fixtures/twelve-faults.md', import.meta.url), 'utf8');
  expect(told(file, new Map([['loket.png', 90_000]]))).toEqual([
    '4 angka bulat dari 1 sampai 60',
    '5 isi 0 dulu; JP baru dihitung sesudah bagian kepegawaian menyetujui dengan nomor SK',
    '6 keterangan penulis tidak dikenal; yang ada: kode, judul, menit, lulus, jp, sk, tanggal_sk, kantor, jabatan, nilai, unsur',
    '7 pilihannya: berorientasi_pelayanan, akuntabel, kompeten, harmonis, loyal, adaptif, kolaboratif',
    '8 keterangan lulus harus diisi',
    '14 ceritakan isi gambarnya di antara kurung siku, untuk yang tidak bisa melihatnya',
    '20 gambar antrean.png tidak ada di folder yang sama',
    '24 paragraf ini 528 huruf, satu pesan memuat 472; pisahkan dengan baris kosong',
    '26 tandai satu pilihan yang benar dengan [x]',
    '34 belum ada Salah: atau isinya',
    '56 jalannya berputar, awal → tunggu → awal; setiap jalan harus berakhir',
    '59 adegan menyerah tidak ada di kasus ini',
  ]);
});

test('a module without a fault reads as it was written', () => {
  const read = readModule(goodModule, new Map([['loket.png', 90_000]]));
  expect(read).toEqual({
    module: {
      code: 'menyapa',
      title: 'Menyapa di loket',
      minutes: 5,
      pass: 80,
      jp: 11,
      decree: { number: '893/12/BKPSDM/2026', on: '2026-11-02' },
      offices: ['loket', 'kesehatan'],
      positions: [],
      values: ['berorientasi_pelayanan', 'harmonis'],
      elements: ['perilaku'],
      steps: [
        {
          kind: 'card',
          id: 'sapaan-pertama',
          title: 'Sapaan pertama',
          parts: ['*Sapaan pertama*\nSelamat *pagi*, Bapak/Ibu. Itu sudah cukup.\n\n• tatap\n• senyum'],
          picture: { file: 'loket.png', alt: 'Loket dengan dua kursi' },
        },
        {
          kind: 'question',
          id: 'apa-kata-pertama',
          ask: 'Apa kata pertama?',
          choices: ['Nomor berapa?', 'Selamat pagi'],
          right: 1,
          whyRight: 'Orangnya lebih dulu.',
          whyWrong: 'Orangnya lebih dulu, baru nomornya.',
        },
        {
          kind: 'case',
          id: 'mbah-sarmi',
          title: 'Mbah Sarmi',
          scenes: [
            {
              name: 'awal',
              text: 'Mbah Sarmi datang. Apa yang dilakukan?',
              choices: [
                { label: 'Berdiri', consequence: 'Ia tersenyum.', next: 'duduk' },
                { label: 'Menunggu', consequence: 'Ia ragu.', next: 'pulang' },
              ],
            },
            { name: 'duduk', text: 'Berkasnya selesai.', choices: [] },
            { name: 'pulang', text: 'Ia pulang.', choices: [] },
          ],
        },
      ],
    },
  });
});

/** Each fault by itself: what is changed in the good module, and what is then said. */
const planted: [name: string, was: string | RegExp, becomes: string, said: string][] = [
  ['no front matter', /^---\n/, '', '1 berkas harus mulai dengan baris ---'],
  ['an open front matter', 'unsur: perilaku\n---', 'unsur: perilaku', '1 keterangan modul belum ditutup'],
  ['a line without a colon', 'menit: 5', 'menit 5', '4 tulis keterangan sebagai nama, titik dua, isi'],
  ['a name that is none', 'jp: 0,11', 'jam: 0,11', '6 keterangan jam tidak dikenal'],
  ['a name twice', 'lulus: 80', 'menit: 6', '5 menit sudah ada di baris 4'],
  ['an empty title', 'judul: Menyapa di loket', 'judul:', '3 keterangan judul harus diisi'],
  ['a long title', 'judul: Menyapa', `judul: ${'x'.repeat(60)}`, '3 paling panjang 64 huruf'],
  ['a pass mark nobody can fail', 'lulus: 80', 'lulus: 0', '5 angka bulat dari 50 sampai 100'],
  ['hours in words', 'jp: 0,11', 'jp: banyak', '6 tulis jam pelajaran sebagai angka'],
  ['more hours than minutes hold', 'jp: 0,11', 'jp: 0,12', '6 paling banyak 0,11 JP untuk menit'],
  ['hours without a decree', /sk: 8.*\ntanggal_sk.*\n/, '', '6 isi 0 dulu'],
  ['a decree without a number', 'sk: 893/12/BKPSDM/2026', 'sk: menyusul', '7 nomor SK memuat angka'],
  ['a day that does not exist', '2026-11-02', '2026-02-30', '8 tulis tanggal seperti 2026-11-25'],
  ['a date of no decree', /jp: .*\nsk: .*\n/, '', '6 isi juga sk'],
  ['an unknown office', 'kantor: loket', 'kantor: kantin', '9 pilihannya: loket, kesehatan'],
  ['too few minutes', 'Itu', 'ya '.repeat(700), '4 membacanya perlu 6 menit'],
  ['a code in words', 'kode: menyapa', 'kode: Menyapa Warga', '2 kode berisi huruf kecil'],
  ['words before the first part', '# Kartu: S', 'Halo\n\n# Kartu: S', '14 tulisan ini belum masuk bagian'],
  ['an unknown part', '# Kartu: S', '# Halaman: S', '14 bagian # Halaman: Sapaan pertama tidak dikenal'],
  ['no card', '# Kartu: S', '# Halaman: S', '13 belum ada satu pun # Kartu:'],
  ['a part without a title', '# Kartu: Sapaan pertama', '# Kartu:', '14 beri judul sesudah titik dua'],
  ['a title in bold', '# Kartu: S', '# Kartu: **S**', '14 tanda bintang'],
  [
    'one title twice',
    '# Kasus: Mbah Sarmi',
    '# Kasus: Sapaan pertama',
    '31 Sapaan pertama sudah ada di baris 14',
  ],
  ['an empty card', /\nSelamat[^!]*/, '\n', '14 bagian ini belum ada isinya'],
  [
    'a card of more than a screen',
    'Itu',
    `${'Kata. '.repeat(60)}\n\n${'Kata. '.repeat(70)}\n\n${'Kata. '.repeat(75)}`,
    '14 kartu ini',
  ],
  ['a list of more than six lines', '- senyum', '- a\n- b\n- c\n- d\n- e\n- f', '18 paragraf ini 7 baris'],
  ['a star without a partner', '**pagi**', '**pagi', '16 tanda bintang'],
  ['HTML', 'Itu', '<b>Itu</b>', '16 tanda seperti HTML'],
  ['a link', 'Itu', '[Itu](https://salatiga.example)', '16 tulis alamat web apa adanya'],
  ['a table', 'Itu sudah cukup.', 'Itu\n| a | b |', '17 tabel tidak muat'],
  ['a heading inside a card', '- tatap', '## Kedua', '18 bagian ## Kedua tidak dikenal'],
  ['a picture inside a sentence', 'Itu', 'Itu ![x](loket.png)', '16 gambar hanya di dalam # Kartu:'],
  ['a picture that is none', '(loket.png)', '', '21 tulis gambar sendiri'],
  ['a picture without words', '![Loket dengan dua kursi]', '![]', '21 ceritakan isi gambarnya'],
  ['a second picture', '(loket.png)', '(loket.png)\n![Lagi](loket.png)', '22 satu kartu memuat satu gambar'],
  ['a picture that is away', 'loket.png', 'kursi.png', '21 gambar kursi.png tidak ada'],
  ['a picture of another kind', 'loket.png', 'loket.svg', '21 gambar disimpan sebagai PNG'],
  ['a picture in a question', '- [ ] N', '![x](loket.png)\n- [ ] N', '25 gambar hanya di dalam # Kartu:'],
  ['a single choice', '- [ ] Nomor berapa?\n', '', '23 perlu 2 sampai 4 pilihan'],
  ['a choice without a box', '- [ ] N', '- N', '25 beri kotak di depan pilihan'],
  ['no right choice', '[x]', '[ ]', '23 tandai satu pilihan yang benar'],
  ['two right choices', '[ ]', '[x]', '26 hanya satu pilihan yang benar'],
  ['an empty choice', '[ ] Nomor berapa?', '[ ]', '25 bagian ini belum ada isinya'],
  ['a long choice', 'Nomor', 'x'.repeat(80), '25 paling panjang 80 huruf'],
  ['a choice twice', 'Nomor berapa?', 'Selamat pagi', '26 Selamat pagi sudah ada di baris 25'],
  ['no explanation', /Benar: .*\n/, '', '23 belum ada Benar: atau isinya'],
  ['an empty explanation', /Salah: .*/, 'Salah:', '29 belum ada Salah: atau isinya'],
  ['an explanation twice', 'Salah:', 'Benar:', '29 Benar: sudah ada di baris 28'],
  ['words behind the choices', '\nBenar:', '\nSelain itu\n\nBenar:', '28 tulisan ini belum masuk bagian'],
  ['no question', /# Soal[^#]*/, '', '13 belum ada satu pun # Soal:'],
  ['a case without words', 'Mbah Sarmi datang. Apa yang dilakukan?\n', '', '31 bagian ini belum ada isinya'],
  ['a choice without a consequence', '  Akibat: Ia ragu.\n', '', '38 belum ada Akibat: atau isinya'],
  ['a choice that leads nowhere', '  Lanjut: pulang\n', '', '38 belum ada Lanjut: atau isinya'],
  ['a choice to an unknown scene', 'Lanjut: pulang', 'Lanjut: rumah', '38 adegan rumah tidak ada'],
  [
    'a scene nobody comes to',
    'Lanjut: pulang',
    'Lanjut: duduk',
    '46 tidak ada pilihan yang sampai ke adegan pulang',
  ],
  ['a name of a scene in words', '## pulang', '## Ia pulang', '46 nama adegan berisi huruf kecil'],
  ['a scene twice', '## pulang', '## duduk', '46 duduk sudah ada di baris 42'],
  ['a way in a circle', 'Lanjut: pulang', 'Lanjut: awal', '38 jalannya berputar, awal → awal'],
];

describe('whoever writes a module reads what is wrong with it:', () => {
  test.each(planted)('%s', (_, was, becomes, said) => {
    const changed = goodModule.replace(was, becomes);
    expect(changed).not.toBe(goodModule);
    expect(told(changed, new Map([['loket.png', 90_000]]))).toContainEqual(expect.stringContaining(said));
  });

  test('no reason is left that nobody was given here', () => {
    const given = planted.flatMap(([, was, becomes]) => {
      const read = readModule(goodModule.replace(was, becomes), new Map([['loket.png', 90_000]]));
      return 'faults' in read ? read.faults.map(({ key }) => key as string) : [];
    });
    /** Of the picture's weight below; of letters, codes and broken pictures in `check.test.ts`; of weekly cases there and in `team-case.test.ts`. */
    const elsewhere = [
      'picture-large',
      'picture-broken',
      'encoding',
      'code-taken',
      'case-taken',
      'no-case',
    ].map((code) => `module.fault.${code}`);
    const all = keys.filter((key) => key.startsWith('module.fault.'));
    expect(all.filter((key) => !given.includes(key) && !elsewhere.includes(key))).toEqual([]);
  });

  test('a picture that a slow network does not carry', () => {
    expect(told(goodModule, new Map([['loket.png', 1_200_000]]))).toEqual([
      '21 gambar ini 1200 kB, paling besar 300 kB supaya cepat sampai di ponsel',
    ]);
  });

  test('Windows line ends, a byte order mark and quotes of YAML are no faults', () => {
    const windows = `\uFEFF${goodModule.replaceAll('\n', '\r\n').replace('Menyapa di loket', '"Menyapa di loket"')}`;
    expect(readModule(windows, new Map([['loket.png', 1]]))).toEqual(
      readModule(goodModule, new Map([['loket.png', 1]])),
    );
  });
});

test('whatever is done to the lines of a file, it is read or its faults are named on lines that it has', () => {
  const lines = goodModule.split('\n');
  fc.assert(
    fc.property(
      fc.array(
        fc.record({ at: fc.nat(lines.length - 1), to: fc.oneof(fc.constantFrom('', ...lines), fc.string()) }),
        { maxLength: 12 },
      ),
      (changes) => {
        const file = lines
          .map((line, at) => changes.find((change) => change.at === at)?.to ?? line)
          .join('\n');
        const read = readModule(file);
        const last = file.split(/\r\n|\r|\n/).length;
        if ('faults' in read) expect(read.faults.filter(({ line }) => line < 1 || line > last)).toEqual([]);
        else expect(read.module.steps.length).toBeGreaterThan(0);
      },
    ),
  );
});
