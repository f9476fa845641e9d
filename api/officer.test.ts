import { afterAll, beforeAll, expect, test } from 'vitest';
import { playTranscript } from '../bot/conversation/transcript.ts';
import { shortestReport } from '../bot/flows/citizen/dialogues/shortest-report.ts';
import { openTestHall, type TestHall } from './testing/hall.ts';
import { playScene } from './testing/scene.ts';
import { linkStaff, openOffice } from './testing/staff.ts';

let house: TestHall;
beforeAll(async () => {
  house = await openTestHall();
  await openOffice(house.hall);
});
afterAll(() => house.close());

test('a report reaches the officers on duty, one takes it and answers, the citizen reads it', async () => {
  const Sri = house.actor();
  const Rina = await linkStaff(house, { name: 'Rina Astuti', roles: ['officer'], unit: 'dinas_perhubungan' });
  const Budi = await linkStaff(house, {
    name: 'Budi Santoso',
    roles: ['officer'],
    unit: 'dinas_perhubungan',
  });
  const { names } = await playTranscript(shortestReport, Sri);
  for (const one of [Rina, Budi])
    console.log((await one.seen()).map(({ text, buttons }) => `${text}\n${buttons}`).join('\n---\n'));
  await playScene(
    `
    Rina > [Terima]
    Rina: Laporan {ticket} sekarang Bapak/Ibu yang tangani. Jawaban untuk warga paling lambat …
    Sri: Kabar laporan {ticket}: Dinas Perhubungan mulai mengerjakannya.
    Budi > [Terima]
    Budi: Terima kasih. Laporan {ticket} sudah lebih dulu diterima Rina Astuti.
    Rina > [Balas]
    Rina: Apa kabarnya untuk warga?
    Rina > [Sudah dikerjakan]
    Rina: Tulis jawabannya, seperti bicara langsung dengan warga.
    Rina > Lampu sudah kami ganti pagi ini
    Rina: Warga akan membaca:
    Rina: Kabar laporan {ticket} dari Dinas Perhubungan: sudah dikerjakan.
    Rina: Lampu sudah kami ganti pagi ini
    Rina: [Kirim ke warga] [Ubah] [Batal]
    Rina > [Kirim ke warga]
    Rina: Terkirim ke warga. Laporan {ticket} tetap Bapak/Ibu tangani.
    Sri: Kabar laporan {ticket} dari Dinas Perhubungan: sudah dikerjakan.
    Sri: Lampu sudah kami ganti pagi ini
    `,
    { Sri, Rina, Budi },
    new Map(names),
  );
  expect(names.get('ticket')).toMatch(/^SLT-/);
});
