import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { awardOffices } from './testing/award-people.ts';
import { playsOf } from './testing/award-plays.ts';
import { describeResult } from './testing/award-result.ts';
import { declining, objectingToRecord, refusing } from './testing/award-scripts.ts';
import { type AwardTown, openAwardTown, townCycle } from './testing/award-town.ts';

let town: AwardTown;
let plays: ReturnType<typeof playsOf>;
let shares: string[];
let receipt: string;
const late = 'Leo Mahendra';
const title = 'ASN Berprestasi 2026';

beforeAll(async () => {
  town = await openAwardTown([late]);
  plays = playsOf(town);
}, 120_000);
afterAll(() => town.close());

const said = async (name: string): Promise<string> => (await town.told(name)).join('\n');

describe('the rules', () => {
  test('are planned, opened with three keepers and told to all ASN before anybody is named', async () => {
    expect(await town.types('award', 'plan', '--first', '2026-08-04', '--out', 'aturan.json')).toMatchObject({
      code: 0,
    });
    const keepers = await Promise.all(['Maya Anggraeni', 'Bagus Pradana', 'Citra Maharani'].map(town.nipOf));
    const opened = await town.types(
      ...['award', 'open', townCycle, '--rules', 'aturan.json', '--keepers', keepers.join()],
    );
    expect(opened).toMatchObject({ code: 0, err: '' });
    shares = opened.out.match(/\b[123]-[0-9a-f]{64}\b/g) ?? [];
    expect(shares).toHaveLength(3);
    await town.moveTo('sosialisasi');
    await town.minutesPass();
    expect(await town.told('Agus Hidayat')).toEqual([expect.stringMatching(/^Aturan ASN Berprestasi 2026/)]);
    await town.play('Agus Hidayat', `> /usul\nTahap pengusulan ${title} dibuka … sampai …\n…`);
    await plays.remember();
  });
});

describe('while nominations are open', () => {
  test('everybody hears of it once, and many name a colleague', async () => {
    await town.moveTo('nominasi');
    await town.minutesPass();
    for (const name of ['Agus Hidayat', 'Hadi Prabowo', 'Pandu Wicaksono'])
      expect(await town.told(name)).toEqual([expect.stringMatching(/^ASN Berprestasi 2026 dimulai\./)]);
    await plays.nominate('Agus Wibisono', 'wahyo nugrho', 'Pelaksana', 'Wahyu Nugroho');
    await plays.nominateAll([
      ['Wahyu Nugroho', 'Pelaksana', ['Bunga Wibisono', 'Cahyo Rahmawati', 'Hana Lestari', 'Desi Setiawan']],
      ['Ratna Puspita', 'Pelaksana', ['Agus Rahmawati', 'Bunga Rahmawati', 'Desi Wibisono', 'Erna Utami']],
      ['Yusuf Maulana', 'Pelaksana', ['Agus Setiawan', 'Bunga Setiawan', 'Cahyo Hidayat']],
      ['Lilis Handayani', 'Pelaksana', ['Agus Utami', 'Bunga Utami']],
      ['Tono Wibowo', 'Pelaksana', ['Agus Hidayat', 'Bunga Hidayat']],
      ['Galih Pratama', 'Fungsional', ['Agus Setiawan', 'Cahyo Setiawan']],
      ['Nadia Kusuma', 'Fungsional', ['Agus Utami', 'Cahyo Utami', 'Hadi Prabowo']],
    ]);
    await town.deliver();
    for (const name of ['Wahyu Nugroho', 'Ratna Puspita', 'Tono Wibowo'])
      expect((await town.told(name)).filter((text) => text.startsWith('Kabar baik:'))).toHaveLength(1);
  });

  test('one declines: their nominators hear it without a reason and may name somebody else', async () => {
    await town.play('Tono Wibowo', declining);
    await town.deliver();
    for (const name of ['Agus Hidayat', 'Bunga Hidayat'])
      expect(await said(name)).toBe(
        'Tono Wibowo belum bersedia dicalonkan untuk kategori Pelaksana. Usulan Bapak/Ibu kembali, jadi masih bisa mengusulkan rekan lain.',
      );
    await plays.nominate('Agus Hidayat', 'Hasna Fadhila', 'Pelaksana');
  });

  test('the others agree, and heads of office forward one a category', async () => {
    for (const name of plays.willing) await plays.agree(name);
    await plays.forward('Hadi Prabowo', 'Wahyu Nugroho');
    await plays.forward('Indah Permata', 'Ratna Puspita');
    await plays.forward('Joko Susilo', 'Yusuf Maulana');
    await plays.forward('Joko Susilo', 'Galih Pratama');
    await plays.forward('Kartika Sari', 'Lilis Handayani');
    await plays.forward('Kartika Sari', 'Nadia Kusuma');
    await town.deliver();
    expect(await said('Wahyu Nugroho')).toMatch(/^Kepala kantor meneruskan Bapak\/Ibu ke panitia/);
    expect(await said('Agus Wibisono')).toContain('Wahyu Nugroho, yang Bapak/Ibu usulkan, diteruskan');
    await plays.remember();
  });
});

describe('the committee', () => {
  test('sees each with the rules one by one; who was not forwarded is told kindly', async () => {
    await plays.importRecords();
    await town.moveTo('verifikasi');
    await town.minutesPass();
    expect(await said('Maya Anggraeni')).toMatch(/^Pengusulan ASN Berprestasi 2026 sudah ditutup\./);
    expect(await town.told('Hasna Fadhila')).toContainEqual(
      expect.stringMatching(
        /^Pengusulan ASN Berprestasi 2026 sudah ditutup\. Untuk kategori Pelaksana, kantor/,
      ),
    );
    for (const name of ['Wahyu Nugroho', 'Ratna Puspita', 'Galih Pratama', 'Nadia Kusuma'])
      await town.play(
        'Maya Anggraeni',
        `> /panitia\n…\n> [${name}]\n…\n> [Terima]\n${name} diterima sebagai calon dan kami kabari.…\n…`,
      );
  });

  test('refuses one who misses a rule by its name, and asks another, who answers', async () => {
    await town.play('Maya Anggraeni', refusing);
    await town.deliver();
    expect(await said('Lilis Handayani')).toContain('Syarat yang belum terpenuhi: predikat kinerja.');
    await town.chatOf('Yusuf Maulana').press('Jawab');
    await town.play('Yusuf Maulana', '> Sekitar delapan puluh warga.\n…\n> Kirim\nTerima kasih, jawabannya…');
    await town.deliver();
    expect(await said('Maya Anggraeni')).toBe(
      'Yusuf Maulana menjawab pertanyaan panitia:\nSekitar delapan puluh warga.',
    );
    await town.play(
      'Maya Anggraeni',
      '> /panitia\n…\n> [Yusuf Maulana]\n…\n> [Terima]\nYusuf Maulana diterima…\n…',
    );
    await town.deliver();
    await plays.remember();
  });

  test('hears that a fact is wrong from the nominee it is about, and the file is put right', async () => {
    await town.moveTo('koreksi');
    await town.minutesPass();
    expect(await town.told('Ratna Puspita')).toEqual([
      expect.stringMatching(
        /^Sebagai calon ASN Berprestasi 2026, mohon Bapak\/Ibu memeriksa data yang tercatat/,
      ),
    ]);
    for (const name of ['Hasna Fadhila', 'Lilis Handayani', 'Tono Wibowo'])
      expect(await town.told(name)).toEqual([]);
    const { names } = await town.play('Ratna Puspita', objectingToRecord);
    await plays.uphold('Maya Anggraeni', 'Kehadirannya memang 98 persen, berkasnya kami perbaiki.');
    expect(await said('Ratna Puspita')).toContain(`Sanggahan ${names.get('number')} diterima panitia.`);
    await plays.importAttendance('Ratna Puspita', '98');
    for (const name of plays.candidates) await plays.confirm(name);
  });

  test('scores the innovations', async () => {
    await town.moveTo('penilaian');
    await town.minutesPass();
    expect(await said('Bagus Pradana')).toContain('Penilaian inovasi untuk ASN Berprestasi 2026 dibuka.');
    for (const member of ['Maya Anggraeni', 'Bagus Pradana'])
      for (const name of plays.candidates) await plays.mark(member, name, name.startsWith('Yusuf') ? 15 : 20);
    await plays.remember();
  });
});

describe('the vote', () => {
  test('opens for fifteen supervisors, who are each told once', async () => {
    await town.moveTo('pemungutan_suara');
    await town.minutesPass();
    expect(await said('Hadi Prabowo')).toMatch(
      /^Pemungutan suara ASN Berprestasi 2026 dibuka sampai .*\. Ada 5 calon/,
    );
    const roll = await town.sql`select 1 from award_roll`;
    expect(roll).toHaveLength(15);
    await plays.remember();
  });

  test('waits for a chat that was linked today, and offers nobody of the own office', async () => {
    await town.enter(late, await town.nipOf(late));
    await town.play(late, '> /suara\nChat ini baru saja terhubung. Demi keamanan suara Bapak/Ibu…');
    const { transcript } = await town.play(
      'Hadi Prabowo',
      '> /suara\n…\n> [Pelaksana]\nCalon kategori Pelaksana…',
    );
    expect(transcript).toContain('Ratna Puspita');
    expect(transcript).not.toContain('Wahyu Nugroho');
  });

  test('is cast by all fifteen, one of them blank', async () => {
    const chosen = ['Ratna Puspita', 'Wahyu Nugroho', 'Wahyu Nugroho', 'Ratna Puspita', 'Yusuf Maulana'];
    await town.house.hall.clock.shift(25 * 3600);
    for (const [nth, { head, under }] of awardOffices.entries())
      for (const name of [head, ...under]) {
        const first = name === late ? 'Suara kosong' : (chosen[nth] ?? '');
        receipt = await plays.vote(name, first, nth === 2 || nth === 4 ? 'Nadia Kusuma' : 'Galih Pratama');
      }
    await town.play(
      late,
      `> /suara ${receipt}\nDaftar kode bukti baru dibuka setelah pemungutan suara ditutup, …`,
    );
    expect((await town.site.request(`/penghargaan/${townCycle}/bulletin.json`)).status).toBe(404);
    await plays.remember();
  });

  test('closes by itself; a wrong share, one share and two right ones are told', async () => {
    await town.moveTo('rekap');
    await town.minutesPass();
    expect(await said('Citra Maharani')).toMatch(/^Pemungutan suara ASN Berprestasi 2026 sudah ditutup\./);
    expect((await town.types('award', 'close', townCycle)).out).toContain('was closed before');
    expect((await town.types('award', 'publish', townCycle)).err).toContain('not counted yet');
    const [one = '', two = ''] = shares;
    expect((await town.tally(one, `${two.slice(0, 2)}00${two.slice(4)}`)).err).toMatch(
      /^Share 2 is not of this/,
    );
    expect((await town.tally(one)).err).toBe('Two shares are needed, a line each; there is one.\n');
    const counted = await town.tally(two, one);
    expect(counted).toMatchObject({ code: 0, err: '' });
    for (const line of ['6  Wahyu', '6  Ratna', '2  Yusuf', '1  blank', '9  Galih', '6  Nadia'])
      expect(counted.out).toContain(line);
    await plays.remember();
  });
});

describeResult(() => ({ town, plays, receipt, late }));

test('nobody was told anything twice, nor of a result before it was told to all', () => {
  expect(plays.told()).toEqual({ twice: [], never: [] });
  expect(plays.toldEarly()).toEqual([]);
  const failed = town.house.log.lines.filter(({ event }) => event === 'failed');
  expect(failed).toEqual([]);
});
