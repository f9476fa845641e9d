import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestHall, type TestHall } from '../../../api/testing/hall.ts';
import { playScene } from '../../../api/testing/scene.ts';
import { linkStaff, openCase, openOffice } from '../../../api/testing/staff.ts';
import { playTranscript } from '../../conversation/transcript.ts';

let house: TestHall;
let Rina: Awaited<ReturnType<typeof linkStaff>>;
beforeAll(async () => {
  house = await openTestHall();
  await openOffice(house.hall);
  Rina = await linkStaff(house, { name: 'Rina Astuti' });
});
afterAll(() => house.close());

const stateOf = async (ticket: string) =>
  (await house.hall.database.sql`select state from report where ticket = ${ticket}`)[0]?.state;

test('an officer asks one question, sees it as the citizen will, and the clock stands', async () => {
  const { Sri, ticket } = await openCase(house, Rina);
  await playScene(
    `
    Rina > [Minta data]
    Rina: Tulis satu pertanyaan yang bisa langsung dijawab warga, misalnya di mana letak lampunya.
    Rina > yang mana
    Rina: Boleh diceritakan sedikit lebih jelas?
    Rina: Tulis satu pertanyaan yang bisa langsung dijawab warga, misalnya di mana letak lampunya.
    Rina > Lampu itu di sebelah apa?
    Rina: Warga akan membaca:
    Rina: Dinas Perhubungan bertanya tentang laporan {ticket}:
    Rina: Lampu itu di sebelah apa?
    Rina: Balas pesan ini, foto juga boleh. Selama menunggu, batas waktu kami hentikan dulu.
    Rina: [Kirim ke warga] [Ubah] [Batal]
    Rina > [Kirim ke warga]
    Rina: Terkirim ke warga. Selama menunggu jawabannya, batas waktu laporan {ticket} berhenti.
    Sri: Dinas Perhubungan bertanya tentang laporan {ticket}:
    Sri: Lampu itu di sebelah apa?
    Sri: Balas pesan ini, foto juga boleh. Selama menunggu, batas waktu kami hentikan dulu.
    `,
    { Sri, Rina },
    new Map([['ticket', ticket]]),
  );
  expect(await stateOf(ticket)).toBe('menunggu_warga');
});

test('words that ask nothing are kindly doubted, and can be sent all the same', async () => {
  const { Sri, ticket } = await openCase(house, Rina);
  await playScene(
    `
    Rina > [Minta data]
    Rina: Tulis satu pertanyaan…
    Rina > mohon ditunggu ya bapak ibu
    Rina: Kalimat ini belum berupa pertanyaan yang jelas. Tetap bisa dikirim, tetapi warga mungkin bingung menjawabnya.
    Rina: Warga akan membaca:
    Rina: Dinas Perhubungan bertanya tentang laporan {ticket}:
    Rina: mohon ditunggu ya bapak ibu
    Rina: Balas pesan ini, foto juga boleh. Selama menunggu, batas waktu kami hentikan dulu.
    Rina > batal
    Rina: Yang ini belum dikirim. Mau dibatalkan?
    Rina > [Ya, batalkan]
    Rina: Baik, sudah dibatalkan.
    `,
    { Sri, Rina },
    new Map([['ticket', ticket]]),
  );
  expect(await stateOf(ticket)).toBe('diteruskan');
});

test('a citizen who was asked twice is not asked again, and the officer is told what to do instead', async () => {
  const { Sri, ticket } = await openCase(house, Rina);
  const names = new Map([['ticket', ticket]]);
  for (const question of ['Lampu itu di sebelah apa?', 'Tiangnya nomor berapa ya?']) {
    await playTranscript(`> [Minta data]\n> ${question}\n> [Kirim ke warga]`, Rina);
    expect(await stateOf(ticket)).toBe('menunggu_warga');
    await playTranscript('> [Jawab]\n> di sebelah gerbang sekolah', Sri);
    expect(await stateOf(ticket)).toBe('diproses');
    await Rina.seen();
  }
  await playScene(
    `
    Rina > [Minta data]
    Rina: Warga sudah dua kali ditanya tentang laporan {ticket}, jadi tidak bisa ditanya lagi. Silakan balas dengan keterangan yang sudah ada.
    Rina: [Balas] [Lihat laporan]
    `,
    { Sri, Rina },
    names,
  );
});
