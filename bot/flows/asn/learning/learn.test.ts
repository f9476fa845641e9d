import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openTestHall, type TestHall } from '../../../../api/testing/hall.ts';
import { linkStaff, openOffice } from '../../../../api/testing/staff.ts';
import { playTranscript } from '../../../conversation/transcript.ts';
import { certificatesOf, learntOf, plantModule } from './testing/plant-module.ts';

let house: TestHall;
beforeAll(async () => {
  house = await openTestHall();
  await openOffice(house.hall);
});
afterAll(() => house.close());
beforeEach(() => plantModule(house));

const colleague = (name: string) => linkStaff(house, { name, roles: [] });

/** Up to the quiz. */
const readOn = `
    > [Mulai]
    > [Lanjut]
    > [Lanjut]
    > Menunggu
    > [Lanjut]`;

test('a module is learned with a break of three days, goes on where it stopped, and ends with a certificate', async () => {
  const Rini = await colleague('Rini');
  await playTranscript(
    `
    > /belajar
    Berikutnya untuk Bapak/Ibu: Antre dengan nyaman, sekitar 45 menit.
    • Antre dengan nyaman: 45 menit
    [Mulai] [Cek diri]
    > [Mulai]
    Kartu 1 dari 2
    Kursi dulu
    Orang yang menunggu perlu duduk.
    [Lanjut] [Berhenti dulu]
    > [Lanjut]
    Kartu 2 dari 2
    Nomor kemudian
    Nomor antrean dipanggil dua kali.
    > [Berhenti dulu]
    Baik, kita berhenti di sini. Tempatnya kami ingat: kapan saja ketik /belajar untuk melanjutkan.
    [Lanjutkan] [Menu]
    > /profil
    …
  `,
    Rini,
  );
  await house.hall.clock.shift(3 * 86_400);
  await playTranscript(
    `
    > /belajar
    Lanjutkan Antre dengan nyaman (1 dari 5).
    …
    • Antre dengan nyaman: ▰▰▱▱▱▱▱▱▱▱ 1 dari 5
    [Lanjutkan] [Cek diri]
    > [Lanjutkan]
    Kartu 2 dari 2
    …
    > [Lanjut]
    Kasus: Mbah Sarmi
    Mbah Sarmi berdiri di pintu. Apa yang Bapak/Ibu lakukan?
    …
    > Menghampiri dan menawarkan kursi yang dekat dengan loket
    Mbah Sarmi duduk dan tersenyum.
    Nomornya dipanggil. Siapa yang membantu berdiri?
    …
    > Petugas
    Petugas mengulurkan tangan.
    Berkasnya selesai dalam lima menit.
    [Lanjut] [Berhenti dulu]
    > [Lanjut]
    Soal 1 dari 2
    Apa yang didahulukan?
    …
    > Kursi
    Tepat. Duduk dulu, baru nomor.
    [Lanjut] [Berhenti dulu]
    > [Lanjut]
    Soal 2 dari 2
    Berapa kali nomor dipanggil?
    …
    > Dua kali
    Tepat. Supaya yang jauh ikut mendengar.
    Selamat, Bapak/Ibu lulus! Antre dengan nyaman: 2 dari 2 soal tepat (100%).
    Sertifikat {number} sudah terbit: …
    Modul ini belum ber-JP: menunggu persetujuan bagian kepegawaian.
    [Belajar] [Baca lagi]
    > [Belajar]
    Semua modul untuk Bapak/Ibu sudah lulus. Terima kasih sudah terus belajar.
    • Antre dengan nyaman: lulus, 100%
    [Antre dengan nyaman] [Cek diri]
    > [Antre dengan nyaman]
    Selamat, Bapak/Ibu lulus! …
    Sertifikat Bapak/Ibu {number}: …
    [Belajar] [Baca lagi]
  `,
    Rini,
  );
  expect(await certificatesOf(house, 'Rini')).toMatchObject([{ jp: 0, percent: 100, counted: null }]);
});

test('a quiz that was failed says how much was missing, is taken again, and is then passed', async () => {
  const Dodi = await colleague('Dodi');
  await playTranscript(
    `
    > /belajar
    ${readOn}
    > Nomor
    Belum tepat. Orangnya dulu.
    …
    > [Lanjut]
    > Dua kali
    Tepat. …
    Terima kasih sudah sampai akhir. Antre dengan nyaman: 1 dari 2 soal tepat (50%), sedangkan untuk lulus perlu 2. Mau mencoba soalnya lagi?
    [Ulangi soal] [Baca lagi] [Tanyakan lagi nanti]
    > [Tanyakan lagi nanti]
    Baik, 1 soal kami tanyakan lagi sesudah 1, 7, 16, dan 35 hari, bersama pesan harian.
    > /belajar
    Lanjutkan Antre dengan nyaman (5 dari 5).
    …
    > [Lanjutkan]
    Terima kasih sudah sampai akhir. …
    > [Ulangi soal]
    Soal 1 dari 2
    …
    > Kursi
    Tepat. …
    > [Lanjut]
    > Dua kali
    Tepat. …
    Selamat, Bapak/Ibu lulus! …
    …
  `,
    Dodi,
  );
  expect(await learntOf(house, 'Dodi')).toMatchObject({ attempt: 2, percent: 100 });
  expect(await certificatesOf(house, 'Dodi')).toHaveLength(1);
  const rows = await house.hall.database.sql`
    select r.question, r.round, r.due_on - r.wrong_on as days from module_repetition r join employee e on e.id = r.employee_id where e.name = 'Dodi'`;
  expect([...rows]).toEqual([{ question: 'apa-yang-didahulukan', round: 0, days: 1 }]);
});

test('all of it may be read again', async () => {
  const Nia = await colleague('Nia');
  await playTranscript(
    `
    > /belajar
    ${readOn}
    > Nomor
    > [Lanjut]
    > Sekali
    > [Baca lagi]
    Kartu 1 dari 2
    …
  `,
    Nia,
  );
  expect(await learntOf(house, 'Nia')).toMatchObject({ done: [], answers: {}, attempt: 2 });
});
