import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestHall, type TestHall } from '../../../../api/testing/hall.ts';
import { playTranscript } from '../../../conversation/transcript.ts';

let house: TestHall;
beforeAll(async () => {
  house = await openTestHall();
});
afterAll(() => house.close());

const levy = `
  > petugas loket minta uang pungli lima puluh ribu
  Sepertinya tentang Pungutan Liar (Pungli)…
  > 1
  Apakah ada petugas Inspektorat Daerah Kota Salatiga sendiri yang terlibat?…
  [Ya] [Tidak]
`;

const receipt = `
  Laporan sudah kami terima.
  Nomor: {ticket}
  Hanya petugas yang ditunjuk yang membacanya. Kabar pertama paling lambat …
  Untuk membuka lagi: /cek {ticket}. Catat nomornya, lalu hapus percakapan ini kalau HP dipakai bersama.
  Gratis. Diminta uang? Laporkan.
  …
`;

const rest = `
  > lewati
  Baik, tempatnya nanti ditanyakan petugas.
  Ada fotonya?…
  > lewati
  Kami catat begini.
  …
  Hanya dibaca petugas yang ditunjuk, tanpa nama dan nomor. Sudah benar?
  [Kirim] [Ubah] [Batal]
  > [Kirim]
  ${receipt}
`;

const rows = async (ticket: string | undefined) =>
  house.hall.database.sql`select * from report where ticket = ${ticket ?? ''}`;

describe('a report of bribery', () => {
  test('is taken by a short way, and asks nothing of name, number or secrecy', async () => {
    const { names, transcript } = await playTranscript(
      `
      ${levy}
      > [Tidak]
      Kantor mana yang dilaporkan?…
      > dinas perhubungan
      Yang dilaporkan: Dinas Perhubungan.
      Di mana lokasinya?…
      ${rest}
      `,
      house.actor(),
    );
    expect(transcript).not.toMatch(/Biasa|Boleh ditelepon|Dinas Perhubungan ✅/);
    const [row] = await rows(names.get('ticket'));
    expect(row).toMatchObject({
      category: 'pungli',
      unit_code: 'inspektorat',
      concerns: 'dinas_perhubungan',
      state: 'diteruskan',
      confidential: true,
      words: null,
      place: null,
      lat: null,
      region: null,
      phone: null,
      reporter_id: null,
      inbox_key: null,
    });
  });

  test('about the Inspektorat itself goes to the Sekretaris Daerah', async () => {
    const { names } = await playTranscript(`${levy}\n> [Ya]\nDi mana lokasinya?…\n${rest}`, house.actor());
    const [row] = await rows(names.get('ticket'));
    expect(row).toMatchObject({ unit_code: 'setda', concerns: 'inspektorat' });
  });

  test('may leave the office out, or pick one of several of that name', async () => {
    await playTranscript(
      `
      ${levy}
      > [Tidak]
      Kantor mana yang dilaporkan?…
      [Lewati]
      > kantor antah berantah
      Maaf, kantor itu belum kami kenali…
      …
      > kecamatan
      Nama itu ada pada beberapa kantor…
      [Kecamatan Argomulyo] [Kecamatan Sidomukti] [Kecamatan Sidorejo] [Kecamatan Tingkir] [Bukan itu]
      > [Kecamatan Tingkir]
      Di mana lokasinya?…
      `,
      house.actor(),
    );
    const { names } = await playTranscript(
      `${levy}\n> tidak\n…\n> lewati\nDi mana lokasinya?…\n${rest}`,
      house.actor(),
    );
    expect((await rows(names.get('ticket')))[0]).toMatchObject({ concerns: null, unit_code: 'inspektorat' });
  });

  test('is dated by its day: no instant leads to the chat it came from', async () => {
    const [{ n } = { n: 0 }] = await house.hall.database
      .sql`select count(*)::int as n from report r join category c on c.key = r.category
      where c.sensitive <> 'none' and extract(epoch from r.received_at at time zone 'Asia/Jakarta')::bigint % 86400 <> 0`;
    expect(n).toBe(0);
    const [joined] = await house.hall.database
      .sql`select count(*)::int as n from report r join category c on c.key = r.category
      join talk t on t.spoke_at = r.received_at where c.sensitive <> 'none'`;
    expect(joined?.n).toBe(0);
  });

  test('is referred elsewhere while the Inspektorat does not answer in chat, and nothing is kept', async () => {
    const { sql } = house.hall.database;
    await sql`update unit set answers = false where code = 'inspektorat'`;
    await house.hall.refresh();
    const [before] = await sql`select count(*)::int as n from report`;
    await playTranscript(
      '> petugas loket minta uang pungli lima puluh ribu\nSepertinya…\n> 1\nTerima kasih sudah berani bersuara…',
      house.actor(),
    );
    expect(await sql`select count(*)::int as n from report`).toEqual([before]);
    await sql`update unit set answers = true where code = 'inspektorat'`;
    await house.hall.refresh();
  });
});

describe('a report of violence', () => {
  test('shows the numbers to call before anything else, and goes to the protecting office', async () => {
    const { names } = await playTranscript(
      `
      > /lapor
      Silakan ceritakan masalahnya…
      > anak tetangga sering dikurung di kamar
      …
      > [Kekerasan & Perundungan]
      Kekerasan terhadap perempuan atau anak: hubungi SAPA 129, atau polisi 110. Kalau sedang terancam, telepon 112 sekarang…
      [Lanjut lapor]
      > [Lanjut lapor]
      Di mana lokasinya?…
      ${rest}
      `,
      house.actor(),
    );
    const [row] = await rows(names.get('ticket'));
    expect(row).toMatchObject({ unit_code: 'dinas_pppa', concerns: null, category: 'kekerasan' });
  });
});

test('a draft left behind is never called by what it is about', async () => {
  await playTranscript(
    `${levy}\n> /menu\n…\n> [Lapor masalah]\nMasih ada yang belum selesai: laporan yang tadi ditulis…`,
    house.actor(),
  );
});
