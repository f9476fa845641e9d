import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { TestHall } from '../../../api/testing/hall.ts';
import { openServingHouse } from '../../../api/testing/planted-survey.ts';
import { playTranscript } from '../../conversation/transcript.ts';

let house: TestHall;
const sql = () => house.hall.database.sql;
beforeAll(async () => {
  house = await openServingHouse();
});
afterAll(() => house.close());
beforeEach(async () => {
  await sql()`delete from skm_wish`;
  await sql()`delete from consent`;
});

type Person = ReturnType<TestHall['actor']>;

const said = async (one: Person) => (await one.seen()).map(({ text }) => text);
const press = async (one: Person, id: string) => {
  await one.seen();
  await one.forge(id);
  return (await said(one)).at(-1);
};
const newcomer = async (): Promise<Person> => {
  const sri = house.actor();
  await playTranscript('> menu\n…', sri);
  return sri;
};
const wishes = async () =>
  (await sql()<{ unit: string }[]>`select unit_code as unit from skm_wish order by 1`).map(
    ({ unit }) => unit,
  );
const given = async () =>
  (await sql()<{ given: string }[]>`select given from consent where purpose = 'survey-news' order by id`).map(
    ({ given: how }) => how,
  );

describe('somebody who wants to hear what an office changes', () => {
  test('is told that they will, with proof of it, and asks twice without harm', async () => {
    const sri = await newcomer();
    const answer =
      'Baik. Kalau ada yang berubah di Dinas Kependudukan dan Pencatatan Sipil karena masukan warga, kami kabari di chat ini.';
    expect(await press(sri, 'go:skm-wish:ktp-baru')).toBe(answer);
    await press(sri, 'go:skm-wish:kk');
    expect(await press(sri, 'go:skm-wish:imunisasi')).toContain('Dinas Kesehatan');
    expect(await wishes()).toEqual(['dinas_kesehatan', 'disdukcapil']);
    expect(new Set(await given())).toEqual(new Set(['yes']));
  });

  test('ends one by one, and with the last one the consent', async () => {
    const sri = await newcomer();
    await press(sri, 'go:skm-wish:ktp-baru');
    await press(sri, 'go:skm-wish:imunisasi');
    expect(await press(sri, 'go:skm-unwish:dinas_kesehatan')).toBe(
      'Baik, perubahan di Dinas Kesehatan tidak kami kabarkan lagi. Terima kasih.',
    );
    expect([await wishes(), (await given()).at(-1)]).toEqual([['disdukcapil'], 'yes']);
    await press(sri, 'go:skm-unwish:disdukcapil');
    await press(sri, 'go:skm-unwish:disdukcapil');
    expect([await wishes(), await given()]).toEqual([[], ['yes', 'yes', 'withdrawn']]);
    await press(sri, 'go:skm-wish:kk');
    expect(await press(sri, 'go:skm-unwish')).toBe(
      'Baik, perubahan layanan tidak kami kabarkan lagi. Terima kasih.',
    );
    expect(await wishes()).toEqual([]);
  });

  test('of a service that is gone hears so, and nothing is kept', async () => {
    const sri = await newcomer();
    expect(await press(sri, 'go:skm-wish:tidak-ada')).toBe('Layanan ini sudah tidak ada di daftar kami.');
    expect([await wishes(), await given()]).toEqual([[], []]);
  });

  test('after news were stopped is told so, with the way to have them again', async () => {
    const sri = await newcomer();
    await playTranscript('> berhenti\n…', sri);
    await sri.seen();
    await sri.forge('go:skm-wish:ktp-baru');
    const [answer] = await sri.seen();
    expect(answer?.text).toContain('Saat ini kabar ke chat ini sedang berhenti, atas permintaan Bapak/Ibu.');
    expect(answer?.buttons).toEqual(['Kabari saya lagi']);
  });
});

describe('among the data of a person', () => {
  test('it is shown, stands in the file, and is taken back like every consent', async () => {
    const sri = await newcomer();
    await press(sri, 'go:skm-wish:ktp-baru');
    await playTranscript('> /datasaya\n…\n> [Salinan berkas]\n…', sri);
    const file = JSON.parse((await sri.files()).at(-1)?.text ?? '{}');
    expect(file.kabar_perubahan_layanan).toEqual([
      { dinas: 'Dinas Kependudukan dan Pencatatan Sipil', sejak: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) },
    ]);
    expect(file.izin).toMatchObject([{ tujuan: 'Kabar layanan', diberikan: 'ya' }]);
    await playTranscript(
      `
      > /datasaya
      …
      > [Lihat]
      …
      • Kabar perubahan layanan dari: Dinas Kependudukan dan Pencatatan Sipil
      …
      > tarik persetujuan
      Ini yang pernah disetujui…
      [Menerima kabar] [Kabar layanan] [Semuanya] [Batal]
      > [Kabar layanan]
      Permintaan {number}: sudah ditarik, berlaku mulai sekarang (Kabar layanan).
    `,
      sri,
    );
    expect([await wishes(), await given()]).toEqual([[], ['yes', 'withdrawn']]);
  });

  test('it goes with everything else of theirs', async () => {
    const sri = await newcomer();
    await press(sri, 'go:skm-wish:ktp-baru');
    await playTranscript('> hapus data\n…\n> [Semua data saya]\n…\n> [Kirim]\n…', sri);
    expect(await wishes()).toEqual([]);
  });
});

test('nothing that is kept tells that anybody rated', async () => {
  const sri = await newcomer();
  await press(sri, 'go:skm-wish:ktp-baru');
  const columns = await sql()<{ name: string }[]>`select column_name as name from information_schema.columns
    where table_name = 'skm_wish' order by 1`;
  expect(columns.map(({ name }) => name)).toEqual(['contact_id', 'since', 'unit_code']);
  const heard = sri.heard().join('\n');
  expect(heard).not.toMatch(/menilai|penilaian/i);
});
