import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { TestHall } from '../../../api/testing/hall.ts';
import { openServingHouse } from '../../../api/testing/planted-survey.ts';
import { runJob } from '../../../api/testing/run-job.ts';
import { linkStaff, openOffice } from '../../../api/testing/staff.ts';
import { changesOf } from '../../../db/reads/survey-changes.ts';
import { playTranscript } from '../../conversation/transcript.ts';

let house: TestHall;
const sql = () => house.hall.database.sql;
beforeAll(async () => {
  house = await openServingHouse();
  await openOffice(house.hall);
});
afterAll(() => house.close());
beforeEach(async () => {
  await sql()`delete from skm_change`;
  await sql()`delete from skm_wish`;
});

type Person = ReturnType<TestHall['actor']>;

const told = (unit = 'disdukcapil') => changesOf(sql(), house.hall.city(), unit, 5);
const said = async (one: Person) => (await one.seen()).map(({ text }) => text);

const wisher = async (code = 'ktp-baru'): Promise<Person> => {
  const sri = house.actor();
  await playTranscript('> menu\n…', sri);
  await sri.seen();
  await sri.forge(`go:skm-wish:${code}`);
  expect((await said(sri)).at(-1)).toContain('kami kabari di chat ini');
  return sri;
};

const write = (who: Person, service = 'ktp-el baru', done = 'Loket ditambah satu') =>
  playTranscript(
    `
    > /perubahan
    Apa yang berubah: satu layanan, atau seluruh kantor?
    …
    > ${service}
    Apa yang disampaikan warga?…
    > Antreannya lama sekali
    Apa yang sudah diubah karena itu?…
    > ${done}
    …
    Kata warga: Antreannya lama sekali
    …
    > Kirim
    Terima kasih. Perubahan ini tampil di https://sapa.example/kinerja, dan warga yang minta kabar kami beri tahu.
  `,
    who,
  );

describe('an office tells what it changed', () => {
  test('of one service, with what nobody should read covered, and sees it first as everybody will', async () => {
    const Budi = await linkStaff(house, { unit: 'disdukcapil' });
    await playTranscript(
      `
      > /perubahan
      Apa yang berubah: satu layanan, atau seluruh kantor?
      …
      > ktp-el baru
      Apa yang disampaikan warga? Tulis singkat, paling banyak 200 huruf, tanpa nama orang.
      > ${'a'.repeat(201)}
      …
      Apa yang disampaikan warga?…
      > Antreannya lama, telepon 0812-3456-7890 tidak diangkat
      Nama, nomor, atau alamat pribadi kami tutup dengan […], karena tulisan ini dibaca semua orang.
      Apa yang sudah diubah karena itu? Tulis yang sudah terjadi, paling banyak 300 huruf.
      > Loket ditambah satu, dijaga Bu Ratna
      Nama, nomor, atau alamat pribadi kami tutup dengan […], karena tulisan ini dibaca semua orang.
      Anda bilang, kami lakukan
      KTP-el baru
      Kata warga: Antreannya lama, telepon […] tidak diangkat
      Yang kami ubah: Loket ditambah satu, dijaga Bu […]
      Tulisan ini dibaca semua orang. Sudah benar?
      [Kirim] [Ubah] [Batal]
      > Ubah
      …
      [Layanannya] [Kata warga] [Perubahannya] [Kembali]
      > Layanannya
      Apa yang berubah: satu layanan, atau seluruh kantor?
      …
      > seluruh kantor
      Anda bilang, kami lakukan
      Dinas Kependudukan dan Pencatatan Sipil
      Kata warga: Antreannya lama, telepon […] tidak diangkat
      …
      > [Kirim]
      Terima kasih. Perubahan ini tampil di https://sapa.example/kinerja, dan warga yang minta kabar kami beri tahu.
    `,
      Budi,
    );
    expect(await told()).toMatchObject([
      {
        unit: { code: 'disdukcapil', name: 'Dinas Kependudukan dan Pencatatan Sipil' },
        service: null,
        said: 'Antreannya lama, telepon […] tidak diangkat',
        done: 'Loket ditambah satu, dijaga Bu […]',
      },
    ]);
  });

  test('and a coordinator of any, once the office is named', async () => {
    const Dewi = await linkStaff(house, { name: 'Dewi Kartika', roles: ['coordinator'], unit: 'setda' });
    await playTranscript(
      `
      > /perubahan
      Perubahan di kantor yang mana?
      …
      > dinas kesehatan
      Apa yang berubah: satu layanan, atau seluruh kantor?
      [Seluruh kantor] [Imunisasi rutin bayi dan anak] [Rujukan dari puskesmas ke rumah sakit]
      > 2
      Apa yang disampaikan warga?…
      > Jadwalnya sering berubah
      Apa yang sudah diubah karena itu?…
      > Jadwal tetap tiap Selasa
      …
      > Kirim
      Terima kasih…
    `,
      Dewi,
    );
    expect(await told('dinas_kesehatan')).toMatchObject([
      { service: { name: 'Imunisasi rutin bayi dan anak' }, done: 'Jadwal tetap tiap Selasa' },
    ]);
  });

  test.each([
    ['a citizen', undefined],
    ['somebody who only works there', []],
    ['a leader', ['leader']],
  ])('but not %s', async (_, roles) => {
    const one = roles ? await linkStaff(house, { unit: 'disdukcapil', roles }) : house.actor();
    await playTranscript('> /perubahan\nPerubahan layanan ditulis petugas dan kepala kantor…', one);
  });

  test('nor an officer of an office without services', async () => {
    const Rina = await linkStaff(house, { unit: 'inspektorat' });
    await playTranscript('> /perubahan\nPerubahan layanan ditulis petugas dan kepala kantor…', Rina);
  });
});

describe('whoever asked to be told', () => {
  test('hears of it once, at whatever hour the job comes again, and can end it with one tap', async () => {
    const Hadi = await linkStaff(house, { roles: ['supervisor'], unit: 'disdukcapil' });
    const sri = await wisher();
    const joko = await wisher();
    const elsewhere = await wisher('imunisasi');
    await write(Hadi);
    expect(await said(sri)).toEqual([]);
    expect(await runJob(house, 'tell-changes')).toBe(2);
    expect(await runJob(house, 'tell-changes')).toBe(0);
    const [letter] = await sri.seen();
    expect(letter).toMatchObject({
      text: `Anda bilang, kami lakukan
KTP-el baru
Kata warga: Antreannya lama sekali
Yang kami ubah: Loket ditambah satu
Kabar ini datang karena Bapak/Ibu memintanya.`,
      buttons: ['Berhenti dikabari'],
    });
    expect(await said(joko)).toHaveLength(1);
    expect(await said(elsewhere)).toEqual([]);
    await sri.press('Berhenti dikabari');
    expect(await said(sri)).toEqual([
      'Baik, perubahan di Dinas Kependudukan dan Pencatatan Sipil tidak kami kabarkan lagi. Terima kasih.',
    ]);
    await write(Hadi, 'seluruh kantor', 'Kursi tunggu ditambah');
    expect(await runJob(house, 'tell-changes')).toBe(1);
    expect(await said(sri)).toEqual([]);
    expect(await said(joko)).toEqual([expect.stringContaining('Kursi tunggu ditambah')]);
  });

  test('in two chats of theirs hears of it in one', async () => {
    const Hadi = await linkStaff(house, { roles: ['supervisor'], unit: 'disdukcapil' });
    const [here, there] = [await wisher(), await wisher()];
    await sql()`update contact set person = '00000000-0000-4000-8000-000000000001' where id in (select contact_id from skm_wish)`;
    await write(Hadi);
    expect(await runJob(house, 'tell-changes')).toBe(1);
    expect([...(await said(here)), ...(await said(there))]).toHaveLength(1);
    await sql()`update contact set person = null`;
  });

  test('hears nothing once they stopped all news, cannot be reached, or at night', async () => {
    const Hadi = await linkStaff(house, { roles: ['supervisor'], unit: 'disdukcapil' });
    const [sri, joko, ani] = [await wisher(), await wisher(), await wisher()];
    await playTranscript('> berhenti\n…', sri);
    await sql()`update contact set unreachable_at = now() where id = (select contact_id from skm_wish order by contact_id offset 1 limit 1)`;
    await write(Hadi);
    await house.hall.clock.shift(14 * 3600);
    expect(await runJob(house, 'tell-changes')).toBe(0);
    await house.hall.clock.shift(10 * 3600);
    expect(await runJob(house, 'tell-changes')).toBe(1);
    expect([await said(sri), await said(joko)].map((all) => all.join().includes('Loket'))).toEqual([
      false,
      false,
    ]);
    expect(await said(ani)).toHaveLength(1);
    await sql()`update contact set unreachable_at = null`;
  });
});
