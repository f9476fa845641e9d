import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestHall, type TestHall } from '../../../api/testing/hall.ts';
import { onlyOn } from '../../../api/testing/renderings/rendering.ts';
import { playScene } from '../../../api/testing/scene.ts';
import { fileReport, linkStaff, openOffice } from '../../../api/testing/staff.ts';
import { playTranscript } from '../../conversation/transcript.ts';

/** Lines of plain text answer nothing in particular. */
const withReplies = onlyOn('telegram', 'whatsapp-cloud', 'whatsapp-linked');

let house: TestHall;
let Rina: Awaited<ReturnType<typeof linkStaff>>;
beforeAll(async () => {
  house = await openTestHall();
  await openOffice(house.hall);
  Rina = await linkStaff(house, { name: 'Rina Astuti' });
});
afterAll(() => house.close());

const filed = async () => {
  const Sri = house.actor();
  const ticket = await fileReport(house, { actor: Sri });
  await Sri.seen();
  await Rina.seen();
  return { Sri, ticket, names: new Map([['ticket', ticket]]) };
};

test('/balas with number and words asks only for the shape, and the citizen reads just that', async () => {
  const { Sri, names } = await filed();
  await playScene(
    `
    Rina > /balas {ticket} Lampu sudah kami ganti pagi ini
    Rina: Apa kabarnya untuk warga?
    Rina: [Sudah dikerjakan] [Dijadwalkan] [Tidak bisa] [Kabar lain]
    Rina > [Sudah dikerjakan]
    Rina: Warga akan membaca:
    Rina: Kabar laporan {ticket} dari Dinas Perhubungan: sudah dikerjakan.
    Rina: Lampu sudah kami ganti pagi ini
    Rina: [Kirim ke warga] [Ubah] [Batal]
    Rina > [Kirim ke warga]
    Rina: Terkirim ke warga. Laporan {ticket} tetap Bapak/Ibu tangani.
    Sri: Kabar laporan {ticket} dari Dinas Perhubungan: sudah dikerjakan.
    Sri: Lampu sudah kami ganti pagi ini
    `,
    { Sri, Rina },
    names,
  );
});

test('/balas alone asks for the number first', async () => {
  const { ticket } = await filed();
  await playTranscript(
    `
    > /balas
    Berapa nomor laporannya?
    > ${ticket}
    Apa kabarnya untuk warga?
    > batal
    > [Ya, batalkan]
  `,
    Rina,
  );
});

withReplies(
  'a reply to the card of a report begins the answer with its words, a photo with it; danger in them is no new report',
  async () => {
    const { Sri, ticket } = await filed();
    await Rina.reply(ticket, 'Pohon yang roboh dan kebakaran kecil sudah kami padamkan tadi pagi');
    await Rina.seen();
    await playTranscript(
      `
    > (photo)
    Foto ke-1 diterima (paling banyak 3).
    Apa kabarnya untuk warga?
    > [Sudah dikerjakan]
    Foto yang ikut dikirim: 1.
    Warga akan membaca:
    Kabar laporan ${ticket} dari Dinas Perhubungan: sudah dikerjakan.
    Pohon yang roboh dan kebakaran kecil sudah kami padamkan tadi pagi
    [Kirim ke warga] [Ubah] [Batal]
    > [Kirim ke warga]
    Terkirim ke warga…
  `,
      { ...Rina, seen: async () => (await Rina.seen()).slice(-1) },
    );
    const photos = await house.hall.database
      .sql`select 1 from media m join report_event e on e.id = m.event_id where e.action = 'answer'`;
    expect(photos).toHaveLength(1);
    expect(Sri.heard().join()).not.toContain('Rina');
  },
);

test('a template stands over the question; its blanks are asked one after the other, known ones not', async () => {
  const { names } = await filed();
  await playScene(
    `
    Rina > /balas {ticket}
    Rina: Apa kabarnya untuk warga?
    Rina > [Dijadwalkan]
    Rina: Dijadwalkan tanggal berapa? Boleh ditulis, misalnya 27 Nov.
    Rina > besok
    Rina: Tulis jawabannya, seperti bicara langsung dengan warga.
    Rina: [Dijadwalkan] [Menunggu bahan] [Batal]
    Rina > [Dijadwalkan]
    Rina: Di mana tempatnya? Tulis seperti akan dibaca warga.
    Rina > depan SMP 2
    Rina: Warga akan membaca:
    Rina: Kabar laporan {ticket} dari Dinas Perhubungan: dijadwalkan ….
    Rina: Sudah kami periksa. Petugas Dinas Perhubungan mengerjakannya di depan SMP 2 pada …, …
    Rina > [Kirim ke warga]
    Rina: Terkirim ke warga. Laporan {ticket} tetap Bapak/Ibu tangani.
    `,
    { Rina },
    names,
  );
  const { names: other } = await filed();
  await playScene(
    `
    Rina > /balas {ticket}
    Rina: Apa kabarnya untuk warga?
    Rina > [Tidak bisa]
    Rina: Tidak bisa, karena apa? Warga akan membaca alasannya.
    Rina > [Tidak bisa]
    Rina: Karena apa? Tulis singkat saja.
    Rina > tiangnya milik perumahan
    Rina: Warga akan membaca:
    Rina: Mohon maaf, laporan {ticket} tidak bisa dikerjakan. Alasan Dinas Perhubungan:
    Rina: Mohon maaf, ini tidak bisa kami kerjakan karena tiangnya milik perumahan. Bila Bapak/Ibu keberatan, balas pesan ini dan kami periksa sekali lagi.
    Rina: Kalau keberatan, balas pesan ini atau hubungi Ombudsman RI 137.
    Rina > batal
    Rina: Yang ini belum dikirim. Mau dibatalkan?
    Rina > [Ya, batalkan]
    Rina: Baik, sudah dibatalkan.
    `,
    { Rina },
    other,
  );
});

test('another office’s officer, and somebody who is no employee, are told nothing of the report', async () => {
  const { ticket } = await filed();
  const stranger = house.actor();
  await playTranscript(
    `> /balas ${ticket} sudah kami ganti\nLaporan itu tidak ada di daftar Bapak/Ibu.`,
    stranger,
  );
  const other = await linkStaff(house, { name: 'Tono', unit: 'dinas_pu' });
  await playTranscript(
    `> /balas ${ticket} sudah kami ganti\nLaporan ${ticket} sekarang diteruskan ke dinas, jadi langkah itu belum bisa.`,
    other,
  );
});
