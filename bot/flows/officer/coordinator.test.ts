import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestHall, type TestHall } from '../../../api/testing/hall.ts';
import { playScene } from '../../../api/testing/scene.ts';
import { linkStaff, openCase, openOffice } from '../../../api/testing/staff.ts';
import { playTranscript } from '../../conversation/transcript.ts';

let house: TestHall;
let Rina: Awaited<ReturnType<typeof linkStaff>>;
let Dewi: Awaited<ReturnType<typeof linkStaff>>;
beforeAll(async () => {
  house = await openTestHall();
  await openOffice(house.hall);
  Rina = await linkStaff(house, { name: 'Rina Astuti' });
  Dewi = await linkStaff(house, { name: 'Dewi Lestari', roles: ['coordinator'], unit: 'setda' });
});
afterAll(() => house.close());

/** A report that its office gave back: it lies before the coordinator. */
const atDesk = async () => {
  const { Sri, ticket } = await openCase(house, Rina);
  await playTranscript('> [Bukan wewenang]\n> bukan lampu jalan\n> [Kembalikan]', Rina);
  await Dewi.seen();
  await Sri.seen();
  return { Sri, names: new Map([['ticket', ticket]]), ticket };
};

const reportOf = async (ticket: string) =>
  (await house.hall.database.sql`select state, unit_code as unit from report where ticket = ${ticket}`)[0];

test('the coordinator passes a report on, by tap or by name, never to an office that does not answer', async () => {
  const { Sri, names, ticket } = await atDesk();
  const Tono = await linkStaff(house, { name: 'Tono Wibowo', unit: 'perumda_air' });
  await house.hall.database.sql`update unit set answers = false where code = 'dinas_pu'`;
  await house.hall.refresh();
  await playScene(
    `
    Dewi > [Teruskan]
    Dewi: Laporan {ticket} diteruskan ke kantor mana? Pilih di bawah ini, atau tulis namanya.
    Dewi > pekerjaan umum
    Dewi: Dinas Pekerjaan Umum dan Penataan Ruang belum menjawab lewat chat, jadi laporan belum bisa diteruskan ke sana.
    Dewi: Laporan {ticket} diteruskan ke kantor mana? Pilih di bawah ini, atau tulis namanya.
    Dewi > kantor bulan
    Dewi: Kantor itu belum kami temukan. Coba tulis namanya dengan lengkap.
    Dewi: Laporan {ticket} diteruskan ke kantor mana? Pilih di bawah ini, atau tulis namanya.
    Dewi > air minum
    Dewi: Kantor: Perumda Air Minum Kota Salatiga.
    Dewi: Ada pesan untuk kantor itu? Boleh dilewati.
    Dewi: [Lewati]
    Dewi > Lampunya di halaman kantor Perumda
    Dewi: Laporan {ticket} sudah diteruskan ke Perumda Air Minum Kota Salatiga.
    Sri: Kabar laporan {ticket}: sekarang ditangani Perumda Air Minum Kota Salatiga. Kabar berikutnya paling lambat ….
    Tono: Laporan baru {ticket}
    Tono: Lampu Jalan (PJU)
    Tono: Keadaan: diteruskan ke dinas. Janji ke warga: …
    Tono: Tempat: belum disebut, perlu ditanyakan
    Tono: Warga …
    Tono: Dinas: bukan lampu jalan
    Tono: Koordinator: Lampunya di halaman kantor Perumda
    `,
    { Sri, Dewi, Rina, Tono },
    names,
  );
  expect(await reportOf(ticket)).toEqual({ state: 'diteruskan', unit: 'perumda_air' });
});

test('of a matter that is not the city’s the citizen reads whose it is', async () => {
  const { Sri, names, ticket } = await atDesk();
  await playScene(
    `
    Dewi > [Bukan urusan kota]
    Dewi: Siapa yang menangani hal ini? Pilih di bawah ini, atau tulis nama dan cara menghubunginya.
    Dewi > [Listrik padam]
    Dewi: Warga akan membaca:
    Dewi: Terima kasih. Laporan {ticket} bukan wewenang kami. Yang menangani:
    Dewi: PLN, 123
    Dewi: Kalau keberatan, hubungi Ombudsman RI 137.
    Dewi > [Kirim ke warga]
    Dewi: Terkirim ke warga. Laporan {ticket} ditutup sebagai bukan wewenang kota.
    Sri: Terima kasih. Laporan {ticket} bukan wewenang kami. Yang menangani:
    Sri: PLN, 123
    Sri: Kalau keberatan, hubungi Ombudsman RI 137.
    `,
    { Sri, Dewi, Rina },
    names,
  );
  expect(await reportOf(ticket)).toMatchObject({ state: 'bukan_wewenang' });
});

test('a report is put away with a reason that the citizen reads', async () => {
  const { Sri, names, ticket } = await atDesk();
  await playScene(
    `
    Dewi > [Arsipkan]
    Dewi: Kenapa laporan {ticket} diarsipkan? Warga akan membaca alasannya.
    Dewi: [Tidak jelas] [Terlalu umum] [Bukan soal layanan] [Tidak terbaca] [Dikirim dua kali] [Tidak lengkap] [Mengandung SARA] [Lembaga lain]
    Dewi > [Terlalu umum]
    Dewi: Warga akan membaca:
    Dewi: Laporan {ticket} kami tutup, karena isinya masih terlalu umum untuk dikerjakan. Kalau keberatan, kirim lagi dengan keterangan yang lebih lengkap, atau hubungi Ombudsman RI 137.
    Dewi > [Kirim ke warga]
    Dewi: Terkirim ke warga. Laporan {ticket} sudah diarsipkan.
    Sri: Laporan {ticket} kami tutup, karena isinya masih terlalu umum untuk dikerjakan. Kalau keberatan, kirim lagi dengan keterangan yang lebih lengkap, atau hubungi Ombudsman RI 137.
    `,
    { Sri, Dewi, Rina },
    names,
  );
  expect(await reportOf(ticket)).toMatchObject({ state: 'diarsipkan' });
});
