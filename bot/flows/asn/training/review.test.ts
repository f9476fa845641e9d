import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestHall, type TestHall } from '../../../../api/testing/hall.ts';
import { linkStaff, openOffice } from '../../../../api/testing/staff.ts';
import { playTranscript } from '../../../conversation/transcript.ts';
import { enrolled, enrolmentOf, plantTraining, shownCode } from './testing/attended.ts';

let house: TestHall;
beforeAll(async () => {
  house = await openTestHall();
  await openOffice(house.hall);
});
afterAll(() => house.close());

const reviews = () =>
  house.hall.database.sql<
    { id: string; code: string; answers: string }[]
  >`select id::text as id, training_code as code, concat(material, trainer, benefit, organisation) as answers from training_review order by id`;

/** Somebody who has just signed in to a training of one day. */
const present = async (name: string, training: string) => {
  const who = await linkStaff(house, { name, roles: [] });
  await enrolled(house, name, training);
  await playTranscript(`> HADIR ${await shownCode(house, training)}\nKehadiran Bapak/Ibu pada…\n…`, who);
  return who;
};

const four = (answers: string) =>
  `
  > [Nilai pelatihan]
  Terima kasih sudah ikut Pelayanan Prima. Ada empat pertanyaan pendek tentang pelatihannya, bukan tentang Bapak/Ibu. Nama dan waktu menjawab tidak disimpan.
  1 dari 4. Bagaimana materinya?
  [Tidak baik] [Kurang baik] [Baik] [Sangat baik]
  > ${answers[0]}
  2 dari 4. Bagaimana pengajar menyampaikannya?
  …
  > ${answers[1]}
  3 dari 4. Bagaimana manfaatnya untuk pekerjaan Bapak/Ibu?
  …
  > ${answers[2]}
  4 dari 4. Bagaimana penyelenggaraannya: tempat, waktu, perlengkapan?
  …
  > ${answers[3]}
  Terima kasih banyak. Jawaban Bapak/Ibu kami simpan tanpa nama. Hasilnya tampil untuk semua orang setelah sedikitnya 5 jawaban: https://sapa.example/pelatihan
  [Pelatihan] [Menu]
  `;

describe('who was at a training', () => {
  test('answers four questions about it, once', async () => {
    await plantTraining(house, { code: 'PP-1' });
    const who = await present('Peserta 1', 'PP-1');
    await playTranscript(four('4312'), who);
    expect((await reviews()).map(({ code, answers }) => [code, answers])).toEqual([['PP-1', '4312']]);
    expect(await enrolmentOf(house, 'Peserta 1', 'PP-1')).toMatchObject({ reviewed: true });
    await playTranscript(
      `
      > HADIR ${await shownCode(house, 'PP-1')}
      …
      > [Nilai pelatihan]
      Penilaian untuk Pelayanan Prima sudah kami terima. Terima kasih.
      `,
      who,
    );
    expect(await reviews()).toHaveLength(1);
  });

  test('leaves nothing by which an answer could be told from another of the same five', async () => {
    for (let nth = 2; nth <= 6; nth++)
      await playTranscript(four('3333'), await present(`Peserta ${nth}`, 'PP-1'));
    const ids = (await reviews()).map(({ id }) => id);
    expect(ids.map((id) => id.slice(0, 8))).toEqual([...Array(5).fill('00000000'), '00000001']);
    expect(new Set(ids.map((id) => id.slice(9))).size).toBe(6);
    const columns = await house.hall.database.sql`
      select column_name as name from information_schema.columns where table_name = 'training_review'`;
    expect(columns.map(({ name }) => name).toSorted()).toEqual([
      'benefit',
      'id',
      'material',
      'organisation',
      'trainer',
      'training_code',
    ]);
  });

  test('may stop in the middle, and then nothing is kept', async () => {
    const before = (await reviews()).length;
    const who = await present('Peserta 7', 'PP-1');
    await playTranscript('> [Nilai pelatihan]\n…\n> 4\n2 dari 4. …\n…\n> menu\n…', who);
    expect(await reviews()).toHaveLength(before);
    expect(await enrolmentOf(house, 'Peserta 7', 'PP-1')).toMatchObject({ reviewed: false });
  });
});

test('who has answered in another chat meanwhile is told so, and counts once', async () => {
  await plantTraining(house, { code: 'PP-2' });
  const who = await present('Peserta 8', 'PP-2');
  await playTranscript('> [Nilai pelatihan]\n…\n> 4\n…\n> 4\n…\n> 4\n…', who);
  await house.hall.database.sql`update enrolment set reviewed = true where training_code = 'PP-2'`;
  await playTranscript('> 4\nPenilaian untuk Pelayanan Prima sudah kami terima. Terima kasih.', who);
  expect((await reviews()).filter(({ code }) => code === 'PP-2')).toEqual([]);
});

test('who answers at the same moment as others is counted into fives all the same', async () => {
  await plantTraining(house, { code: 'PP-3', provider: 'Lembaga Serentak' });
  const all = [];
  for (let nth = 1; nth <= 7; nth++) {
    const who = await present(`Serentak ${nth}`, 'PP-3');
    await playTranscript('> [Nilai pelatihan]\n…\n> 4\n…\n> 4\n…\n> 4\n…', who);
    all.push(who);
  }
  await Promise.all(all.map((who) => who.type('4')));
  await Promise.all(all.map((who) => who.seen()));
  const ids = (await reviews()).flatMap(({ code, id }) => (code === 'PP-3' ? [id.slice(0, 8)] : []));
  expect(ids).toEqual([...Array(5).fill('00000000'), ...Array(2).fill('00000001')]);
});
