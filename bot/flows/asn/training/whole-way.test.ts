import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestHall, type TestHall } from '../../../../api/testing/hall.ts';
import { linkStaff, openOffice } from '../../../../api/testing/staff.ts';
import { planReminders } from '../../../../db/reminders/plan-reminders.ts';
import { playTranscript } from '../../../conversation/transcript.ts';
import { noExtras } from '../../../training-extras.ts';
import { plantTraining } from './testing/attended.ts';

let house: TestHall;
beforeAll(async () => {
  house = await openTestHall();
});
afterAll(() => house.close());

/** What the clock brings on a working day: what is due is planned and sent. */
const morningOf = async (day: string): Promise<void> => {
  await openOffice(house.hall, day);
  const { database, seal, city, clock } = house.hall;
  await database.sql`update letter set not_before = now() where state = 'waiting'`;
  await planReminders(database, seal, { city: city(), now: clock.now(), extras: noExtras });
  await house.clean();
  await house.hall.deliver();
};

const texts = async (who: Awaited<ReturnType<typeof linkStaff>>) =>
  (await who.seen()).map(({ text }) => text).join('\n');

test('from registering over a reminder put off to hours that count, and then silence', async () => {
  await openOffice(house.hall, '2026-12-01');
  const Rina = await linkStaff(house, { name: 'Rina Astuti', roles: [] });
  const Hadi = await linkStaff(house, { name: 'Hadi Prabowo', roles: ['supervisor'] });
  await house.hall.database.sql`update employee set kind = 'pppk', created_at = '2026-01-02'`;
  await plantTraining(house, { code: 'PP-1', title: 'Pelayanan Prima', from: 2, days: 5 });
  await playTranscript(
    `
    > /pelatihan
    > [Pelatihan terbuka]
    > [Pelayanan Prima]
    > [Daftar]
    > [Ya, daftarkan]
    Bapak/Ibu sudah terdaftar pada Pelayanan Prima, Kamis, 3 Des sampai Senin, 7 Des.
  `,
    Rina,
  );
  await morningOf('2026-12-04');
  expect(await texts(Rina)).toContain('Pelayanan Prima');
  await playTranscript('> [Besok]', Rina);
  await morningOf('2026-12-07');
  expect(await texts(Rina)).toContain('Pelayanan Prima');
  await playTranscript(
    `
    > [Buka pelatihan]
    Pelayanan Prima
    …
    Bapak/Ibu terdaftar. Selesaikan paling lambat Senin, 7 Des.
    Kalender (.ics): …
    [Sudah selesai] [Kirim sertifikat] [Pelatihan saya]
    > [Sudah selesai]
    Selamat, Pelayanan Prima kami catat selesai, dan pengingatnya berhenti mulai sekarang.
    Silakan kirim foto sertifikatnya. Usahakan nama, tanggal, dan jumlah JP terbaca jelas.
    > (photo)
    > [Ya, sama]
    > [Hari ini]
    > lewati
    > [Kirim]
    Terima kasih, sertifikat Pelayanan Prima sudah kami terima…
  `,
    Rina,
  );
  await morningOf('2026-12-08');
  expect(await texts(Rina)).toBe('');
  expect(await texts(Hadi)).toContain('mengirim sertifikat Pelayanan Prima');
  await playTranscript('> [Sahkan]\nDisahkan. Rina Astuti mendapat 8 JP untuk tahun 2026…', Hadi);
  await house.hall.deliver();
  expect(await texts(Rina)).toContain('sertifikat Pelayanan Prima sudah disahkan, +8 JP');
  await playTranscript(
    `
    > /pelatihan
    JP 2026: 8 JP…
    Belum ada pelatihan yang Bapak/Ibu ikuti atau tunggu. Silakan lihat yang sedang terbuka.
  `,
    Rina,
  );
  for (const day of ['2026-12-09', '2026-12-14', '2026-12-21', '2027-01-04']) await morningOf(day);
  expect(await texts(Rina)).toBe('');
});
