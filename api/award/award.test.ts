import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readBulletin } from '../../bot/domain/recount/read-bulletin.ts';
import { recount } from '../../bot/domain/recount/recount.ts';
import { createApp } from '../app.ts';
import { type PlantedAward, plantAward, untilPhase } from '../testing/award.ts';
import { openTestHall, type TestHall } from '../testing/hall.ts';
import { awardPages } from './index.ts';
import {
  announce,
  countVote,
  decide,
  freezeVote,
  heldReceipt,
  hidden,
  plantNominee,
} from './testing/planted-vote.ts';

let house: TestHall;
let award: PlantedAward;
let app: ReturnType<typeof createApp>;
const sql = () => house.hall.database.sql;
const code = () => award.cycle.code;

const look = async (path = '', init: RequestInit = {}) => {
  const response = await app.request(`/penghargaan${path}`, init);
  return { status: response.status, headers: response.headers, text: await response.text() };
};

const check = (typed: string, pages = app) =>
  pages.request(`/penghargaan/${code()}/bukti`, {
    method: 'POST',
    body: new URLSearchParams({ kode: typed, bahasa: 'id' }),
  });

/** Every address of a cycle, as one text. */
const everything = async (): Promise<string> =>
  (
    await Promise.all(
      ['', `/${code()}`, `/${code()}/bukti`, `/${code()}/aturan.json`, `/${code()}/bulletin.json`].map(
        async (path) => (await look(path)).text,
      ),
    )
  ).join('\n');

beforeAll(async () => {
  house = await openTestHall();
  app = createApp({
    hall: house.hall,
    rooms: [{ path: '/penghargaan', app: awardPages(house.hall) }],
  });
});
afterAll(() => house.close());

describe('whoever looks at the award', () => {
  test('is told that there is none, or none of that name', async () => {
    const none = await look();
    expect([none.status, none.text.includes('Belum ada penghargaan yang dibuka.')]).toEqual([200, true]);
    const unknown = await look('/%3Cscript%3E');
    expect([unknown.status, unknown.text.includes('<script')]).toEqual([404, false]);
    for (const path of ['/X/aturan.json', '/X/bulletin.json', '/X/bukti'])
      expect((await look(path)).status).toBe(404);
  });

  test('finds phases, rules, weights, quorum and ties in words before anything begins', async () => {
    award = await plantAward(house.hall);
    await plantNominee(sql(), award.id, { name: 'Dewi <i>Lestari</i>', unit: 'dinas_perhubungan' });
    await plantNominee(sql(), award.id, { name: 'Bima Kedua', unit: 'disdukcapil' });
    await sql()`insert into award_minutes (cycle_id, about, words, at) values (${award.id}, 'extended', ${'{"until":"2026-12-24"}\nAtas permintaan kepala kantor.'}, now())`;
    await untilPhase(house.hall, award, 'nominasi');
    const { status, text } = await look();
    expect(status).toBe(200);
    for (const seen of [
      award.cycle.title,
      'Sekarang: pengusulan, sampai ',
      '<li aria-current="step"><p><b>pengusulan (sekarang)</b>',
      '<rect class="on"',
      'Kategori: Manajerial, Fungsional, Pelaksana.',
      'Semua pegawai boleh mengusulkan.',
      'Predikat kinerja sedikitnya Baik dalam 2 tahun terakhir.',
      'PNS sedikitnya 20 JP; PPPK berapa pun yang tercatat',
      '<b>35%</b>',
      'lebih dari 50% daftar pemilih',
      'nilai kinerja, nilai inovasi, masa kerja, keputusan panitia dengan berita acara',
      'Atas permintaan kepala kantor.',
      'Berlaku sampai 24 Des 2026.',
      `/penghargaan/${code()}/aturan.json | sha256sum`,
    ])
      expect(text).toContain(seen);
  });

  test('gets the rules to the byte that their published fingerprint is made of', async () => {
    const { text, headers } = await look(`/${code()}/aturan.json`);
    const hash = createHash('sha256').update(text).digest('hex');
    expect((await look()).text).toContain(`<code>${hash}</code>`);
    expect(headers.get('access-control-allow-origin')).toBe('*');
    expect(JSON.parse(text)).toEqual(award.cycle);
  });

  test('sees no nominee and no nominator before the vote opens', async () => {
    const all = await everything();
    for (const name of ['Lestari', 'Bima Kedua', 'Pengusul Rahasia', 'Antre tiga jam'])
      expect(all).not.toContain(name);
  });
});

describe('while the vote goes on', () => {
  beforeAll(async () => {
    await untilPhase(house.hall, award, 'pemungutan_suara');
    await freezeVote(sql(), award.id, [
      { unit: 'disdukcapil', voters: 7, voted: 3 },
      { unit: 'dinas_perhubungan', voters: 4, voted: 4 },
      { unit: 'dinas_kesehatan', voters: 2, voted: 0 },
    ]);
  });

  test('everybody sees the candidates, the roll by its hash, and turnout of no group under five', async () => {
    const { text } = await look();
    for (const seen of [
      '<b>Dewi &lt;i&gt;Lestari&lt;/i&gt;</b>',
      'Bima Kedua',
      '13 atasan terdaftar',
      'c0'.repeat(32),
      '3 dari 7',
      '2 kantor kecil bersama-sama',
      '4 dari 6',
      'Hasil belum terbuka bagi siapa pun.',
      'Tidak ada calon di kategori ini.',
    ])
      expect(text).toContain(seen);
    expect(text).not.toContain('4 dari 4');
    expect(text).not.toContain('0 dari 2');
    expect(await everything()).not.toContain('Pengusul Rahasia');
  });

  test('nobody is told of a receipt', async () => {
    const response = await check(heldReceipt);
    const text = await response.text();
    expect(response.status).toBe(200);
    expect(text).not.toContain('tercatat:');
    expect(text).toContain('tampil setelah pemungutan suara ditutup');
  });

  test('a roll of four has neither number nor turnout', async () => {
    const gone = await sql()`delete from award_roll where employee_id not in (
      select employee_id from award_roll order by employee_id limit 4) returning *`;
    const { text } = await look();
    expect(text).toContain('Pemilihnya kurang dari 5 orang');
    expect(text).not.toMatch(/\d atasan terdaftar|\d+ dari \d+<\/td>/);
    for (const row of gone)
      await sql()`insert into award_roll (cycle_id, employee_id, nip, unit_code) values (${row.cycle_id}, ${row.employee_id}, ${row.nip}, ${row.unit_code})`;
  });
});

describe('between the close and the announcement', () => {
  beforeAll(async () => {
    await untilPhase(house.hall, award, 'rekap');
    await countVote(sql(), award.id);
  });

  test('nothing of the counted result is anywhere', async () => {
    const all = await everything();
    for (const secret of [...hidden, '"totals"', 'alpha']) expect(all).not.toContain(secret);
    expect((await look(`/${code()}/bulletin.json`)).status).toBe(404);
  });

  test('whoever holds a receipt hears that it is listed, without the code in any address', async () => {
    const yes = await check(heldReceipt.toLowerCase());
    expect(await yes.text()).toContain('Kode itu tercatat: satu suara di kategori Manajerial.');
    expect(yes.headers.get('cache-control')).toBe('no-store');
    const no = await check('7K4P-Q2ZX-M09AC');
    expect([no.status, (await no.text()).includes('tidak tercatat')]).toEqual([404, true]);
    const { text } = await look(`/${code()}/bukti?kode=${heldReceipt}`);
    expect(text).not.toContain('tercatat:');
    expect(text).toContain('method="post"');
    expect(text).toContain('sidik 5 bukti');
  });

  test('whoever guesses receipts waits, and a long form is not read', async () => {
    let now = 0;
    const pages = createApp({
      hall: house.hall,
      rooms: [{ path: '/penghargaan', app: awardPages(house.hall, () => now) }],
    });
    for (let n = 0; n < 20; n += 1) expect((await check(`X${n}`, pages)).status).toBe(404);
    expect((await check(heldReceipt, pages)).status).toBe(429);
    now = 60_001;
    expect((await check(heldReceipt, pages)).status).toBe(200);
    expect((await check('X'.repeat(2000), pages)).status).toBe(413);
  });

  test('fewer than five receipts of a category are no list', async () => {
    await sql()`delete from award_receipt where hash = ${'0'.repeat(64)}`;
    expect((await look(`/${code()}/bukti`)).text).not.toMatch(/sidik \d bukti/);
    await sql()`insert into award_receipt (cycle_id, category, hash) values (${award.id}, 'manajerial', ${'0'.repeat(64)})`;
  });
});

describe('after the announcement', () => {
  beforeAll(async () => {
    await untilPhase(house.hall, award, 'masa_sanggah');
    await announce(sql(), award.id);
  });

  test('everybody sees each place with every part, the minutes, and until when to object', async () => {
    const { text } = await look();
    for (const seen of [
      ...hidden.filter((one) => one !== 'Suaranya imbang'),
      'Suaranya imbang, &lt;b&gt;masa kerja&lt;/b&gt; lebih lama.',
      'Ini hasil sementara. Pegawai boleh menyanggah sampai ',
      'Nilai akhir sama, ditentukan oleh nilai kinerja.',
      '1. Dewi &lt;i&gt;Lestari&lt;/i&gt;',
      '2. Bima Kedua',
      `npm run pendopo -- award check bulletin.json`,
    ])
      expect(text).toContain(seen);
    expect(text).not.toContain('Pemenang<');
    expect(text).not.toContain('Pengusul Rahasia');
  });

  test('anybody recounts the bulletin that they downloaded', async () => {
    const { status, text, headers } = await look(`/${code()}/bulletin.json`);
    expect([status, headers.get('access-control-allow-origin')]).toEqual([200, '*']);
    const read = readBulletin(text);
    if (!('bulletin' in read)) throw new Error(JSON.stringify(read));
    expect(recount(read.bulletin)).toEqual([]);
  });

  test('a category with four ballots shows its order and no figures, and the bulletin is kept back', async () => {
    const gone = await sql()`delete from award_participation where cycle_id = ${award.id} and employee_id in (
      select employee_id from award_participation where cycle_id = ${award.id} order by employee_id limit 3) returning *`;
    await sql()`update award_cycle set bulletin = jsonb_set(bulletin, '{totals,1,votes}', '[1,2,1]')`;
    const all = await everything();
    expect(all).toContain('1. Dewi');
    expect(all).toContain('Suara di kategori ini kurang dari 5');
    expect(all).toContain('jadi buletinnya tidak ditampilkan');
    for (const figure of ['78,68', '18 dari 45', '"totals"']) expect(all).not.toContain(figure);
    await sql()`update award_cycle set bulletin = jsonb_set(bulletin, '{totals,1,votes}', '[2,2,1]')`;
    for (const row of gone)
      await sql()`insert into award_participation (cycle_id, category, employee_id, day) values (${row.cycle_id}, ${row.category}, ${row.employee_id}, ${row.day})`;
  });

  test('after the decision the winner is called so, and no certificate number stands there', async () => {
    await decide(sql(), award.id);
    const all = await everything();
    expect(all).toContain('<b>Pemenang</b>');
    expect(all).toContain('Keputusan sudah diambil.');
    expect(all).not.toContain('SRT-2026');
  });
});
