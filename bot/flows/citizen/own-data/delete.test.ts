import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { jobsOf } from '../../../../api/jobs.ts';
import { openTestHall, type TestHall } from '../../../../api/testing/hall.ts';
import { fileReport } from '../../../../api/testing/staff.ts';
import { askRights } from '../../../../db/stores/rights.ts';
import { playTranscript } from '../../../conversation/transcript.ts';

let house: TestHall;
beforeAll(async () => {
  house = await openTestHall();
});
afterAll(() => house.close());

const sql = () => house.hall.database.sql;
const run = async (name: string) => {
  const job = jobsOf(house.hall, async () => 0).find((one) => one.name === name);
  await job?.run();
  await house.hall.deliver();
};

const close = async (ticket: string | undefined) => {
  const at = house.hall.clock.now();
  await sql()`update report set state = 'selesai' where ticket = ${ticket ?? ''}`;
  await sql()`insert into report_event (report_id, at, action, state, actor)
    select id, ${at.toISOString()}, 'confirm', 'selesai', 'citizen' from report where ticket = ${ticket ?? ''}`;
};

describe('somebody who takes a consent back', () => {
  test('sees what is in force, and news stop at once', async () => {
    const sri = house.actor();
    await playTranscript(
      `
      > tarik persetujuan
      Ini yang pernah disetujui lewat chat ini. Mana yang ditarik? Penarikan langsung berlaku.
      [Menerima kabar] [Batal]
      > [Menerima kabar]
      Permintaan {number}: sudah ditarik, berlaku mulai sekarang (Menerima kabar).
      > tarik persetujuan
      Tidak ada persetujuan yang sedang berlaku di chat ini.
    `,
      sri,
    );
    const [row] = await sql()`select count(*)::int as stopped from contact where stopped_at is not null`;
    expect(row?.stopped).toBe(1);
  });
});

describe('somebody who wants to be forgotten', () => {
  test('hears what goes now and what a duty keeps, with its date, before anything is erased', async () => {
    const sri = house.actor();
    const first = await fileReport(house, { actor: sri });
    await close(first);
    const second = await fileReport(house, { actor: sri });
    await playTranscript('> /lapor\n…\n> pohon tumbang di jalan Merbabu\n…', sri);
    await playTranscript(
      `
      > hapus data
      Apa yang ingin dihapus?…
      [Semua data saya] [Satu laporan] [Batal]
      > [Semua data saya]
      Dihapus sekarang: pilihan bahasa, tulisan yang belum dikirim, … (1).
      Isi laporan yang selesai disimpan tanpa nama dan nomor sampai … 2028, sesuai aturan arsip.
      Masih dikerjakan: ${second}. Hubungannya dengan chat ini dihapus begitu selesai, isinya 2 tahun kemudian.
      Laporan yang dirahasiakan, bila ada, disimpan sampai pemeriksaan selesai ditambah 5 tahun.
      Yang sudah dihapus tidak bisa dikembalikan. Dilanjutkan?
      [Kirim] [Ubah] [Batal]
      > [Kirim]
      Permintaan {number}: sudah dihapus.
      Permintaan {number} kami catat. Yang masih dikerjakan dihapus begitu selesai: ${second}.
      > /cek
      Laporan yang mana?…
      > ${second}
      Laporan ${second} · Lampu Jalan (PJU)
      …
      > /menu
      Ada yang bisa kami bantu?
      [Lapor masalah] [Nilai layanan] [Cek laporan saya] [Info layanan] [Bahasa · Language] [Bantuan]
    `,
      sri,
    );
    const rows = await sql()`select reporter_id is null as loose, words is not null as words from report
      where ticket in (${first}, ${second}) order by id`;
    expect(rows).toMatchObject([
      { loose: true, words: true },
      { loose: false, words: true },
    ]);

    await close(second);
    await run('forget');
    const [later] = await sql()`select reporter_id is null as loose from report where ticket = ${second}`;
    expect(later?.loose).toBe(true);
  });

  test('may give up one report only, and keeps the other', async () => {
    const sri = house.actor();
    const first = await fileReport(house, { actor: sri });
    const second = await fileReport(house, { actor: sri });
    await close(first);
    await playTranscript(
      `
      > /datasaya
      …
      > [Hapus]
      Apa yang ingin dihapus?…
      > [Satu laporan]
      Laporan yang mana?
      > ${first}
      Foto laporan ${first} dan hubungannya dengan chat ini dihapus sekarang. Isinya disimpan tanpa nama…
      Yang sudah dihapus tidak bisa dikembalikan. Dilanjutkan?
      > [Kirim]
      Permintaan {number}: sudah dihapus.
      > /cek ${second}
      Laporan ${second} · Lampu Jalan (PJU)
      …
      > hapus data
      …
      > [Satu laporan]
      Laporan yang mana?
      > ${first}
      Maaf, nomor itu bukan laporan Bapak/Ibu. Coba periksa lagi nomornya.
      Laporan yang mana?
    `,
      sri,
    );
  });

  test('cannot take back the report of somebody else', async () => {
    const owner = house.actor();
    const ticket = await fileReport(house, { actor: owner });
    await close(ticket);
    await playTranscript('> /menu\n…', house.actor());
    const { database, seal, clock } = house.hall;
    const [thief] = await sql()<{ id: number }[]>`select max(id)::int as id from contact`;
    const effect = { do: 'rights.delete', number: 'D-000000', ticket: ticket } as const;
    await askRights(database.sql, seal, { id: thief?.id ?? 0 }, effect, clock.now());
    const [report] = await sql()`select reporter_id is null as loose from report where ticket = ${ticket}`;
    expect(report?.loose).toBe(false);
  });
});

describe('somebody who was forgotten and comes back', () => {
  test('is greeted as new, and the nights take nothing of what they bring', async () => {
    const sri = house.actor();
    await playTranscript('> /start\n…\n> hapus data\n…\n> [Semua data saya]\n…\n> [Kirim]\n…', sri);
    await playTranscript('> halo\nSelamat datang…\nPesan, foto, dan lokasi kami simpan…', sri);
    const ticket = await fileReport(house, { actor: sri });
    await close(ticket);
    await playTranscript('> /bahasa\n…\n> English\n…', sri);
    await run('forget');
    await sri.seen();
    await playTranscript(`> /cek ${ticket}\nReport ${ticket} · Lampu Jalan (PJU)\n…`, sri);
  });

  test('has no account any more until then', async () => {
    const sri = house.actor({ id: 7_999_123 });
    await playTranscript('> /start\n…\n> hapus data\n…\n> [Semua data saya]\n…\n> [Kirim]\n…', sri);
    await house.hall.deliver();
    const { seal } = house.hall;
    const [before] = await sql()<{ count: number }[]>`select count(*)::int as count from contact`;
    await run('forget');
    const left = await sql()<
      { channel: string; account: string; address: Uint8Array }[]
    >`select channel, account, address from contact`;
    expect(left).toHaveLength((before?.count ?? 0) - 1);
    const ids = left.map(({ channel, account, address }) =>
      seal.open('address', `${channel}|${account}`, address),
    );
    expect(ids).not.toContain('7999123');
    await playTranscript('> halo\nSelamat datang…\nPesan, foto, dan lokasi kami simpan…', sri);
  });
});
