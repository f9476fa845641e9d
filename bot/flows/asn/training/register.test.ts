import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestHall, type TestHall } from '../../../../api/testing/hall.ts';
import { linkStaff, openOffice } from '../../../../api/testing/staff.ts';
import { playTranscript } from '../../../conversation/transcript.ts';
import { enrolmentOf, plantTraining } from './testing/attended.ts';

let house: TestHall;
beforeAll(async () => {
  house = await openTestHall();
  await openOffice(house.hall);
});
afterAll(() => house.close());

const colleague = (name: string) => linkStaff(house, { name, roles: [] });

describe('a training with two seats', () => {
  test('is found, registered for, full for the third, who moves up when somebody withdraws', async () => {
    await plantTraining(house, {
      code: 'PP-1',
      title: 'Pelayanan Prima',
      from: 10,
      days: 2,
      quota: 2,
      sponsor: 'Bank Jateng',
    });
    await plantTraining(house, { code: 'AR-1', title: 'Arsip Digital', from: 11, days: 1 });
    const Ani = await colleague('Ani');
    const Budi = await colleague('Budi');
    const Cici = await colleague('Cici');
    await playTranscript(
      `
      > /pelatihan
      > [Pelatihan terbuka]
      Pelatihan yang terbuka: 2
      • Pelayanan Prima
      Bimbingan teknis, 8 JP; BPSDM Provinsi Jawa Tengah, dibiayai Bank Jateng; daftar sampai …; Sisa tempat: 2
      • Arsip Digital
      Bimbingan teknis, 8 JP; BPSDM Provinsi Jawa Tengah; daftar sampai …
      Pilih salah satu, atau tulis judul atau penyelenggaranya.
      [Pelayanan Prima] [Arsip Digital]
      > tata boga
      Belum ada pelatihan terbuka yang cocok dengan "tata boga". Silakan coba kata lain, misalnya nama penyelenggaranya.
      [Semua pelatihan] [Pelatihan saya]
      > pelayanan
      Yang cocok dengan "pelayanan": 1
      …
      > [Pelayanan Prima]
      Pelayanan Prima
      Bimbingan teknis, 8 JP
      BPSDM Provinsi Jawa Tengah, dibiayai Bank Jateng
      … sampai …
      Aula Setda
      Daftar paling lambat …. Sisa tempat: 2
      Kalender (.ics): https://sapa.example/pelatihan/PP-1.ics
      [Daftar] [Pelatihan saya]
      > [Daftar]
      Daftar pada Pelayanan Prima, … sampai …?
      [Ya, daftarkan] [Jangan dulu]
      > [Jangan dulu]
      Baik, tidak kami daftarkan.
      [Lihat pelatihan] [Pelatihan saya]
      > [Lihat pelatihan]
      > [Daftar]
      > [Ya, daftarkan]
      Bapak/Ibu sudah terdaftar pada Pelayanan Prima, … sampai ….
      [Lihat pelatihan] [Pelatihan saya]
      > /pelatihan
      JP …
      …
      Pelatihan Bapak/Ibu
      • Pelayanan Prima: terdaftar, selesaikan paling lambat …
      [Pelayanan Prima] [Pelatihan terbuka] [Kirim sertifikat] [Kalender]
    `,
      Ani,
    );
    const join = `
      > /pelatihan prima
      Yang cocok dengan "prima": 1
      …
      > [Pelayanan Prima]
    `;
    await playTranscript(`${join}\n> [Daftar]\n> [Ya, daftarkan]\nBapak/Ibu sudah terdaftar…`, Budi);
    await playTranscript(
      `
      ${join}
      Pelayanan Prima
      …
      Daftar paling lambat …. Tempatnya penuh
      …
      [Masuk antrean] [Pelatihan saya]
      > [Masuk antrean]
      Tempat di Pelayanan Prima sedang penuh. Mau masuk daftar tunggu, nomor 1? Kalau ada yang mundur, yang paling lama menunggu otomatis terdaftar dan kami kabari.
      [Ya, masuk antrean] [Jangan dulu]
      > [Ya, masuk antrean]
      Bapak/Ibu masuk daftar tunggu Pelayanan Prima, nomor 1. Begitu ada tempat, kami kabari.
      [Lihat pelatihan] [Pelatihan saya]
      > /pelatihan
      JP …
      …
      • Pelayanan Prima: daftar tunggu nomor 1
      …
    `,
      Cici,
    );
    expect(await enrolmentOf(house, 'Cici', 'PP-1')).toMatchObject({ state: 'waiting', source: 'self' });
    await playTranscript(
      `
      > /pelatihan
      > [Pelayanan Prima]
      Pelayanan Prima
      …
      Bapak/Ibu terdaftar. Selesaikan paling lambat …
      Kalender (.ics): …
      [Mundur] [Pelatihan saya]
      > [Mundur]
      Mundur dari Pelayanan Prima? Tempatnya kami berikan kepada yang menunggu.
      [Ya, mundur] [Tetap ikut]
      > [Ya, mundur]
      Baik, Bapak/Ibu tidak lagi tercatat di Pelayanan Prima. Terima kasih sudah memberi tahu.
      [Lihat pelatihan] [Pelatihan saya]
    `,
      Ani,
    );
    await house.hall.deliver();
    expect((await Cici.seen()).map(({ text }) => text)).toEqual([
      expect.stringMatching(
        /^Kabar baik: ada tempat untuk Bapak\/Ibu di Pelayanan Prima, mulai .+terdaftar\.$/,
      ),
    ]);
    expect(await enrolmentOf(house, 'Cici', 'PP-1')).toMatchObject({ state: 'registered' });
    expect(await Budi.seen()).toEqual([]);
  });

  test('whose days another one has as well, it is only a note', async () => {
    const Dewi = await colleague('Dewi');
    await playTranscript(
      `
      > /pelatihan arsip
      > [Arsip Digital]
      > [Daftar]
      > [Ya, daftarkan]
      Bapak/Ibu sudah terdaftar pada Arsip Digital, ….
      [Lihat pelatihan] [Pelatihan saya]
      > /pelatihan prima
      > [Pelayanan Prima]
      Pelayanan Prima
      …
      Catatan: pada hari yang sama Bapak/Ibu terdaftar di Arsip Digital.
      …
    `,
      Dewi,
    );
  });
});

describe('what changes while somebody is asked', () => {
  test('the last seat goes to whoever agrees first; the other is asked about the waiting list', async () => {
    await plantTraining(house, { code: 'ONE-1', title: 'Satu Kursi', from: 10, quota: 1 });
    const Gita = await colleague('Gita');
    const Hadi = await colleague('Hadi');
    const ask = '> /pelatihan satu kursi\n> [Satu Kursi]\n> [Daftar]\nDaftar pada Satu Kursi, …?';
    await playTranscript(ask, Gita);
    await playTranscript(ask, Hadi);
    await playTranscript('> [Ya, daftarkan]\nBapak/Ibu sudah terdaftar pada Satu Kursi, ….', Gita);
    await playTranscript(
      `
      > [Ya, daftarkan]
      Mohon maaf, tempat terakhir di Satu Kursi baru saja terisi. Mau masuk daftar tunggu, nomor 1?
      [Ya, masuk antrean] [Jangan dulu]
      > [Ya, masuk antrean]
      Bapak/Ibu masuk daftar tunggu Satu Kursi, nomor 1. Begitu ada tempat, kami kabari.
    `,
      Hadi,
    );
    expect(await enrolmentOf(house, 'Gita', 'ONE-1')).toMatchObject({ state: 'registered' });
    expect(await enrolmentOf(house, 'Hadi', 'ONE-1')).toMatchObject({ state: 'waiting' });
  });

  test('of five who agree to the last seat at one moment one has it, and four are asked', async () => {
    await plantTraining(house, { code: 'ONE-3', title: 'Kelas Kecil', from: 10, quota: 1 });
    const five = await Promise.all([1, 2, 3, 4, 5].map((i) => colleague(`Lima ${i}`)));
    for (const one of five)
      await playTranscript('> /pelatihan kelas kecil\n> [Kelas Kecil]\n> [Daftar]\nDaftar pada…', one);
    await Promise.all(five.map((one) => one.press('Ya, daftarkan')));
    const said = await Promise.all(
      five.map(async (one) => (await one.seen()).map(({ text }) => text).join()),
    );
    expect(said.filter((text) => text.startsWith('Bapak/Ibu sudah terdaftar'))).toHaveLength(1);
    expect(said.filter((text) => text.includes('baru saja terisi'))).toHaveLength(4);
    const rows = await house.hall.database.sql`select 1 from enrolment where training_code = 'ONE-3'`;
    expect(rows).toHaveLength(1);
  });

  test('who agreed to wait gets the seat that has come free meanwhile', async () => {
    await plantTraining(house, { code: 'ONE-2', title: 'Kursi Lowong', from: 10, quota: 0 });
    const Indah = await colleague('Indah');
    await playTranscript(
      '> /pelatihan kursi lowong\n> [Kursi Lowong]\n> [Masuk antrean]\nTempat di Kursi Lowong sedang penuh…',
      Indah,
    );
    await house.hall.database.sql`update training set quota = 1 where code = 'ONE-2'`;
    await playTranscript('> [Ya, masuk antrean]\nBapak/Ibu sudah terdaftar pada Kursi Lowong, ….', Indah);
  });

  test('after the last day to register nobody is let in, and kindly told so', async () => {
    await plantTraining(house, { code: 'LATE-1', title: 'Kelas Lama', from: 10 });
    const Eka = await colleague('Eka');
    await playTranscript('> /pelatihan kelas lama\n> [Kelas Lama]\n> [Daftar]\nDaftar pada…', Eka);
    await house.hall.database.sql`update training set register_by = register_by - 30 where code = 'LATE-1'`;
    await playTranscript(
      `
      > [Ya, daftarkan]
      Mohon maaf, pendaftaran Kelas Lama sudah ditutup. Kalau ada kelas lain, kami tampilkan di pelatihan terbuka.
      [Lihat pelatihan] [Pelatihan saya]
      > [Lihat pelatihan]
      Kelas Lama
      …
      Pendaftarannya sudah ditutup.
      Kalender (.ics): …
      [Pelatihan saya]
    `,
      Eka,
    );
    expect(await enrolmentOf(house, 'Eka', 'LATE-1')).toBeUndefined();
  });
});
