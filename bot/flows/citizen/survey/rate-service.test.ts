import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestHall, type TestHall } from '../../../../api/testing/hall.ts';
import { cities, cityNames } from '../../../../db/seed/cities.ts';
import { serviceRows } from '../../../../db/seed/demo/service-rows.ts';
import { townReads } from '../../../conversation/testing/reads.ts';
import { heardOn, newcomer } from '../../../conversation/testing/stage.ts';
import { playTranscript } from '../../../conversation/transcript.ts';
import { at, openServices } from '../survey-thread/testing/rated-low.ts';

let house: TestHall;
const play = (script: string, who = house.actor()) => playTranscript(script, who);

beforeAll(async () => {
  house = await openTestHall();
  await at(house, 23, 10);
  await openServices(house);
});
afterAll(() => house.close());

describe('somebody wants to rate a service without a code', () => {
  test('and finds it by words', async () => {
    await play(`
      > nilai
      Layanan mana yang mau Bapak/Ibu nilai? Tulis beberapa kata saja, misalnya ktp, akta, atau izin usaha.
      [Menurut kantor] [Batal]
      > akte
      Ini yang paling mendekati “akte”. Pilih satu, atau tulis kata lain.
      [Akta kelahiran] [Akta kematian] [Kembali]
      > [Akta kelahiran]
      Terima kasih sudah memakai layanan Akta kelahiran (Loket 4 kantor dinas (contoh)) di …
      …
      [Mulai] [Satu pertanyaan saja] [Nanti saja]
    `);
  });

  test('and finds it behind the command, by its office, or from the menu', async () => {
    await play(`
      > /nilai imunisasi
      Terima kasih sudah memakai layanan Imunisasi rutin bayi dan anak…
      …
      > menu
      …
      > [Nilai layanan]
      Layanan mana yang mau Bapak/Ibu nilai?…
      …
      > menurut kantor
      Kantor yang mana?
      …
      > dinas sosial
      Layanan yang mana?
      [Surat keterangan tidak mampu (SKTM)] [Kembali]
      > pbg
      Terima kasih sudah memakai layanan Persetujuan Bangunan Gedung…
      …
    `);
  });

  test('and comes from what is told of the service', async () => {
    await play(`
      > /layanan imunisasi
      …
      [Nilai layanan ini] [Lapor masalah] [Cari layanan lain] [Menu]
      > [Nilai layanan ini]
      Terima kasih sudah memakai layanan Imunisasi rutin bayi dan anak…
      …
    `);
  });
});

test('a code that nobody knows leads to the search, with a kind word', async () => {
  for (const typed of ['NILAI XYZ-9', '/start u_XYZ-9'])
    await play(`
      > ${typed}
      Kode XYZ-9 belum kami kenal, mungkin sudah diganti. Tidak apa-apa, kita cari layanannya.
      Layanan mana yang mau Bapak/Ibu nilai?…
      [Menurut kantor] [Batal]
    `);
});

test('a sentence that begins with the word is no code', async () => {
  await play('> nilai pelayanannya bagus\nMaaf, kami belum paham maksudnya…\n…', await greeted());
});

/** Somebody who has seen the notice. */
const greeted = async () => {
  const sri = house.actor();
  await play('> halo\n…', sri);
  return sri;
};

test('every counter of the demo cities opens by the words of its code', async () => {
  for (const city of cityNames)
    for (const { counterCode } of serviceRows(cities[city].offices)) {
      const asked: string[] = [];
      const reads = {
        ...townReads,
        ratable: async (code: string) => {
          asked.push(code.toUpperCase());
          return townReads.ratable('layanan-0');
        },
      };
      for (const typed of [
        `NILAI ${counterCode}`,
        `nilai ${counterCode?.toLowerCase()}`,
        `u_${counterCode}`,
      ]) {
        const { talk } = await heardOn(newcomer(), { kind: 'text', text: typed }, reads);
        expect(talk?.form, typed).toBe('skm');
      }
      expect(asked.filter((code) => code === counterCode)).toHaveLength(3);
    }
});
