import { afterAll, beforeAll, test } from 'vitest';
import { openTestHall, type TestHall } from '../../../../api/testing/hall.ts';
import { linkStaff, openOffice } from '../../../../api/testing/staff.ts';
import { playTranscript } from '../../../conversation/transcript.ts';
import { enrolled, plantTraining } from './testing/attended.ts';

let house: TestHall;
beforeAll(async () => {
  house = await openTestHall();
  await openOffice(house.hall);
});
afterAll(() => house.close());

const colleague = (name: string) => linkStaff(house, { name, roles: [] });

test('whoever is no employee is told how to become known', async () => {
  await playTranscript('> /pelatihan\nChat ini belum terhubung dengan data kepegawaian…', house.actor());
});

test('where nothing is on there is a kind word, and a way on', async () => {
  await playTranscript(
    `
    > /pelatihan
    JP …: 0 dari 20 JP
    …
    Belum ada pelatihan yang Bapak/Ibu ikuti atau tunggu. Silakan lihat yang sedang terbuka.
    [Pelatihan terbuka] [Kirim sertifikat] [Kalender]
    > [Pelatihan terbuka]
    Saat ini belum ada pelatihan lain yang terbuka. Kalau ada yang baru, akan tampil di sini.
    [Pelatihan saya]
    > /pelatihan arsip
    Belum ada pelatihan terbuka yang cocok dengan "arsip"…
    [Semua pelatihan] [Pelatihan saya]
  `,
    await colleague('Sri Lestari'),
  );
});

test('what is open comes by the end of registration, in pages and by its form', async () => {
  for (const i of [1, 2, 3, 4, 5, 6, 7])
    await plantTraining(house, { code: `OPEN-${i}`, title: `Kelas ${i}`, from: 10 + i });
  await plantTraining(house, { code: 'ONLINE', title: 'Belajar Daring', from: 30 });
  await plantTraining(house, { code: 'OVER', title: 'Kelas Usai', from: -10 });
  await house.hall.database.sql`update training set form = 'e_learning' where code = 'ONLINE'`;
  const Tini = await colleague('Tini');
  await enrolled(house, 'Tini', 'OPEN-1');
  await playTranscript(
    `
    > /pelatihan
    > [Pelatihan terbuka]
    Pelatihan yang terbuka: 7
    • Kelas 2
    …
    • Kelas 7
    …
    [Kelas 2] [Kelas 3] [Kelas 4] [Kelas 5] [Kelas 6] [Kelas 7] [Berikutnya] [Tatap muka] [Sambil bekerja]
    > [Berikutnya]
    Pelatihan yang terbuka: 7
    • Belajar Daring
    E-learning, 8 JP; …
    …
    [Belajar Daring] [Sebelumnya]
    > [Sebelumnya]
    > [Sambil bekerja]
    Pelatihan sambil bekerja yang terbuka: 1
    • Belajar Daring
    …
    [Belajar Daring] [Tatap muka] [Semua pelatihan]
    > [Semua pelatihan]
    > [Tatap muka]
    Pelatihan tatap muka yang terbuka: 6
    …
    > e-learning
    Yang cocok dengan "e-learning": 1
    …
    > bpsdm
    Yang cocok dengan "bpsdm": 8
    • Kelas 1
    …
    > [Kelas 1]
    Kelas 1
    …
    Bapak/Ibu terdaftar. Selesaikan paling lambat …
    …
  `,
    Tini,
  );
});

test('many trainings of one’s own stand on pages, the nearest first', async () => {
  const Umar = await colleague('Umar');
  for (const i of [7, 6, 5, 4, 3, 2, 1])
    await enrolled(house, 'Umar', `OPEN-${i}`, i === 4 ? 'waiting' : 'registered');
  await playTranscript(
    `
    > /pelatihan
    JP …: 0 dari 20 JP
    …
    Pelatihan Bapak/Ibu
    • Kelas 1: terdaftar, selesaikan paling lambat …
    • Kelas 2: terdaftar, …
    • Kelas 3: terdaftar, …
    • Kelas 4: daftar tunggu nomor 1
    • Kelas 5: terdaftar, …
    [Kelas 1] [Kelas 2] [Kelas 3] [Kelas 4] [Kelas 5] [Pelatihan terbuka] [Kirim sertifikat] [Kalender] [Berikutnya]
    > [Berikutnya]
    JP …: 0 dari 20 JP
    …
    • Kelas 6: terdaftar, …
    • Kelas 7: terdaftar, …
    [Kelas 6] [Kelas 7] [Pelatihan terbuka] [Kirim sertifikat] [Kalender] [Sebelumnya]
  `,
    Umar,
  );
});
