import { afterAll, beforeAll, describe, expect } from 'vitest';
import { everyColumn } from '../../../api/faults/every-column.ts';
import { type PlantedAward, plantAward } from '../../../api/testing/award.ts';
import { openVote, plantCandidate } from '../../../api/testing/ballot.ts';
import { openTestHall, type TestHall } from '../../../api/testing/hall.ts';
import { onlyOn, rendering } from '../../../api/testing/renderings/rendering.ts';
import { linkStaff, openOffice } from '../../../api/testing/staff.ts';
import { playTranscript } from '../../conversation/transcript.ts';

type Person = ReturnType<TestHall['actor']>;

let house: TestHall;
let sql: TestHall['hall']['database']['sql'];
let award: PlantedAward;

const onBallot = onlyOn('telegram', 'whatsapp-cloud', 'plain');
const onButtons = onlyOn('telegram', 'whatsapp-cloud');

const counts = async () => {
  const [row] = await sql`select (select count(*)::int from award_ballot) as ballots,
    (select count(*)::int from award_participation) as marks, (select count(*)::int from award_receipt) as receipts`;
  return row;
};

/** Talk, menu and letters of somebody, opened. */
const openedPapers = async ({ address }: Person): Promise<string> => {
  const { sessions, seal } = house.hall;
  const { contact, talk, parked, menu } = await sessions.open(address, true);
  const letters = await sql<
    { body: Uint8Array }[]
  >`select body from letter where contact_id = ${contact.id} and body is not null`;
  const bodies = letters.map(({ body }) => seal.open('letter', `letter|${contact.id}`, body));
  return JSON.stringify({ talk, parked, menu, bodies });
};

let Rina: Person;
let Hadi: Person;

beforeAll(async () => {
  house = await openTestHall();
  sql = house.hall.database.sql;
  await openOffice(house.hall, '2026-08-03');
  award = await plantAward(house.hall);
  Rina = await linkStaff(house, { name: 'Rina Astuti', roles: ['supervisor'] });
  Hadi = await linkStaff(house, { name: 'Hadi Prabowo', roles: ['supervisor'], unit: 'dinas_pu' });
  await plantCandidate(house.hall, award, { name: 'Wahyu Nugroho', category: 'pelaksana' });
  await plantCandidate(house.hall, award, {
    name: 'Siti Aminah',
    category: 'pelaksana',
    unit: 'dinas_kesehatan',
  });
  await plantCandidate(house.hall, award, { name: 'Dwi Hartono', category: 'fungsional' });
  await openVote(house.hall, award);
  await Rina.seen();
  await Hadi.seen();
});
afterAll(() => house.close());

describe('a supervisor', () => {
  onBallot('votes in every category, each with a receipt, and leaves nothing behind', async () => {
    const leftover =
      rendering === 'telegram' ? '' : 'Demi kerahasiaan, hapus pesan pilihan di atas dari chat ini.';
    const { names } = await playTranscript(
      `
      > /suara
      Pemungutan suara ASN Berprestasi 2026 dibuka sampai …. Ada 3 calon, pilih satu per kategori. Suara Bapak/Ibu rahasia dan tidak bisa diubah setelah dikirim. Kami hanya mencatat bahwa Bapak/Ibu sudah memilih.
      [Fungsional] [Pelaksana]
      > [Pelaksana]
      Calon kategori Pelaksana, urutannya diacak. Tekan satu nama untuk melihat calonnya; belum ada yang terkirim sebelum Bapak/Ibu menekan Kirim.
      > [Wahyu Nugroho]
      Pilihan Bapak/Ibu untuk Pelaksana: Wahyu Nugroho, …
      Data kerja: IKM unit 85,25, 96,5 % laporan unit dijawab tepat waktu, 24 JP tahun ini, 6 JP membimbing.
      Setelah dikirim, suara tidak bisa diubah, karena tidak lagi terhubung dengan nama Bapak/Ibu. Kirim sekarang?
      [Kirim] [Ubah] [Batal]
      > [Ubah]
      Calon kategori Pelaksana…
      > [Siti Aminah]
      Pilihan Bapak/Ibu untuk Pelaksana: Siti Aminah, …
      …
      > [Kirim]
      Suara Bapak/Ibu sudah tercatat. Kode bukti: {receipt}. Simpan bila ingin memeriksa nanti. Kode ini tidak menunjukkan pilihan Bapak/Ibu.
      ${leftover}
      Masih ada kategori lain yang bisa dipilih:
      > [Fungsional]
      Calon kategori Fungsional…
      > [Suara kosong]
      Pilihan Bapak/Ibu untuk Fungsional: suara kosong, tanpa calon.
      Setelah dikirim…
      > [Kirim]
      Suara Bapak/Ibu sudah tercatat…
      ${leftover}
      Semua kategori sudah lengkap. Terima kasih.
      > /suara
      Suara Bapak/Ibu untuk semua kategori sudah tercatat. Terima kasih. Hasilnya diumumkan setelah penghitungan.
      `,
      Rina,
    );
    expect(await counts()).toEqual({ ballots: 2, marks: 2, receipts: 2 });
    const receipt = names.get('receipt') ?? '';
    expect(receipt).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{5}$/);
    const kept = `${await everyColumn(house.hall.database)}\n${await openedPapers(Rina)}`.toLowerCase();
    for (const said of [receipt, 'vote-look', 'vote-cast', 'pilihan bapak/ibu untuk', 'urutannya diacak'])
      expect(kept).not.toContain(said.toLowerCase());
    expect(await openedPapers(Rina)).not.toMatch(/Siti|Wahyu|kosong/);
    expect(await sql`select 1 from award_ballot where ballot::text ~ 'employee|nip|contact'`).toEqual([]);
  });

  onBallot('is not offered candidates of the own office, and stops without a vote', async () => {
    await playTranscript(
      `
      > /suara
      …
      > [Fungsional]
      Semua calon kategori Fungsional berasal dari kantor Bapak/Ibu sendiri, jadi tidak bisa Bapak/Ibu pilih. Suara kosong tetap bisa dikirim.
      [Suara kosong] [Kembali]
      > [Suara kosong]
      …
      > [Batal]
      Baik, tidak ada suara yang dikirim.
      `,
      Hadi,
    );
  });

  onButtons('sends by the button only: a typed word is no vote', async () => {
    const before = await counts();
    await playTranscript(
      `
      > /suara
      …
      > [Pelaksana]
      …
      > [Siti Aminah]
      …
      > kirim
      Supaya tetap rahasia, suara hanya terkirim lewat tombol, tidak lewat tulisan.
      Silakan tekan Kirim di bawah pilihan Bapak/Ibu, atau nama calon untuk melihatnya dulu. Untuk mulai lagi, tulis /suara.
      > 1
      Supaya tetap rahasia, suara hanya terkirim lewat tombol, tidak lewat tulisan.
      …
      `,
      Hadi,
    );
    expect(await counts()).toEqual(before);
  });
});

onlyOn('whatsapp-linked')('on a linked device nothing is offered and another door is named', async () => {
  await playTranscript(
    `
    > /suara
    Supaya suara Bapak/Ibu tetap rahasia, pemilihan tidak bisa lewat nomor ini. Silakan lewat kanal resmi kami yang lain; panitia bisa menunjukkannya.
    `,
    Rina,
  );
  for (const id of ['go:vote-category:pelaksana', 'go:vote-look:x', 'go:vote-cast:x']) {
    await Rina.forge(id);
    const [said] = await Rina.seen();
    expect(said?.text).toMatch(/^Supaya suara Bapak\/Ibu tetap rahasia/);
    expect(said?.buttons).toEqual([]);
  }
  expect(await counts()).toEqual({ ballots: 0, marks: 0, receipts: 0 });
});
