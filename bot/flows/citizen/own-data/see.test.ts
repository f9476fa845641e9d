import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestHall, type TestHall } from '../../../../api/testing/hall.ts';
import { fileReport, linkStaff } from '../../../../api/testing/staff.ts';
import { playTranscript } from '../../../conversation/transcript.ts';

let house: TestHall;
beforeAll(async () => {
  house = await openTestHall();
});
afterAll(() => house.close());

const sql = () => house.hall.database.sql;

const caseOf = async (number: string | undefined) =>
  (
    await sql()`select kind, state, due - asked_at = interval '72 hours' as clock, officer_id is not null as named, ended_at is not null as ended,
      sealed is not null as words, answer is not null as answered from rights_request where number = ${number ?? ''}`
  )[0];

describe('somebody who asks what is held of them', () => {
  test('is told at once, and the case is opened and closed with it', async () => {
    const sri = house.actor();
    const ticket = await fileReport(house, { actor: sri });
    await sri.seen();
    const { names: after } = await playTranscript(
      `
      > /datasaya
      Apa yang ingin Bapak/Ibu lakukan dengan data…
      [Lihat] [Salinan berkas] [Perbaiki] [Hapus] [Tarik izin] [Menu]
      > [Lihat]
      Permintaan {number}. Chat ini tercatat sejak …. Yang kami simpan:
      • Bahasa: Bahasa Indonesia
      • Pemberitahuan privasi ditampilkan …
      • Nomor telepon: tidak ada
      Gunanya hanya untuk menangani laporan sebagai pelayanan publik. Lama penyimpanan: https://sapa.example/privasi
      Laporan Bapak/Ibu:
      • {ticket} Lampu Jalan (PJU): diteruskan ke dinas. Disimpan selama dikerjakan
      Selain petugas yang menangani, tidak ada yang tercatat membuka laporan Bapak/Ibu.
      Laporan yang dirahasiakan tidak disebut dalam daftar ini.
    `,
      sri,
      new Map([['ticket', ticket]]),
    );
    expect(await caseOf(after.get('number'))).toMatchObject({
      kind: 'see',
      state: 'done',
      clock: true,
      ended: true,
      answered: true,
    });
  });

  test('is told of reports that have ended, of what is followed, of the office’s own link and of who looked', async () => {
    const sri = await linkStaff(house, { name: 'Sri Rahayu', roles: [] });
    const other = await fileReport(house, { words: 'lampu jalan mati di Tingkir' });
    await playTranscript(`> /cek ${other}\n…\n> [Ikut dikabari]\n…`, sri);
    const ticket = await fileReport(house, { actor: sri });
    await sql()`update report set state = 'selesai' where ticket = ${ticket}`;
    await sql()`insert into report_event (report_id, at, action, state, actor)
      select id, '2026-11-25T03:00:00Z', 'confirm', 'selesai', 'citizen' from report where ticket = ${ticket}`;
    await sql()`insert into audit (at, employee_id, action, report_id)
      select '2026-11-24T03:00:00Z', e.id, 'warn-citizen', r.id from report r, employee e where r.ticket = ${ticket} and e.name = 'Sri Rahayu'`;
    await sri.seen();
    await playTranscript(
      `
      > /datasaya
      …
      > Lihat
      Permintaan {number}. Chat ini tercatat sejak …
      • Bahasa: Bahasa Indonesia
      • Pemberitahuan privasi ditampilkan …
      • Laporan orang lain yang diikuti: ${other}
      • Nomor telepon: tidak ada
      • Terpisah dari laporan: chat ini terhubung dengan data kepegawaian
      Gunanya hanya untuk menangani laporan…
      Laporan Bapak/Ibu:
      • ${ticket} Lampu Jalan (PJU): selesai. Isinya sampai 24 Nov 2028, hubungan dengan chat ini sampai 23 Feb 2027
      Selain petugas yang menangani, laporan Bapak/Ibu dibuka oleh:
      • 24 Nov 2026: pegawai
      Laporan yang dirahasiakan tidak disebut dalam daftar ini.
    `,
      sri,
    );
  });

  test.each([
    ['data saya', 'Apa yang ingin Bapak/Ibu lakukan…'],
    ['perbaiki data', 'Apa yang perlu diperbaiki?'],
    ['hapus data', 'Apa yang ingin dihapus?…'],
    ['tarik persetujuan', 'Ini yang pernah disetujui…'],
  ])('finds the way by "%s"', async (typed, answer) => {
    await playTranscript(`> ${typed}\n${answer}`, house.actor());
  });

  test.each([
    ['English', 'my data', 'What would you like to do with your data…'],
    ['Basa Jawa', 'data kula', 'Badhe dipunpunapakaken data panjenengan…'],
  ])('finds it in %s as well', async (language, typed, answer) => {
    const actor = house.actor();
    await playTranscript(
      `> /bahasa\n…\n> ${language}\n…\n> ${typed}\n${answer}\n> data saya\n${answer}`,
      actor,
    );
  });
});
