import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestHall, type TestHall } from '../../../../api/testing/hall.ts';
import { linkStaff, openOffice } from '../../../../api/testing/staff.ts';
import { playTranscript } from '../../../conversation/transcript.ts';
import { plantTraining } from './testing/attended.ts';

let house: TestHall;
beforeAll(async () => {
  house = await openTestHall();
  await openOffice(house.hall);
});
afterAll(() => house.close());

const colleague = (name: string) => linkStaff(house, { name, roles: [] });

test('a training that one is done with falls silent at once, and its certificate is asked for', async () => {
  await plantTraining(house, { code: 'FIN-1', title: 'Keamanan Informasi', from: 3, days: 2 });
  const Fitri = await colleague('Fitri');
  const sql = house.hall.database.sql;
  await playTranscript(
    `
    > /pelatihan keamanan
    > [Keamanan Informasi]
    > [Daftar]
    > [Ya, daftarkan]
    Bapak/Ibu sudah terdaftar…
  `,
    Fitri,
  );
  await sql`update training set starts_on = starts_on - 5, ends_on = ends_on - 5, register_by = register_by - 5 where code = 'FIN-1'`;
  await sql`insert into reminder_look (employee_id, next_at) select id, now() + interval '9 days' from employee where name = 'Fitri'
    on conflict (employee_id) do update set next_at = excluded.next_at`;
  await playTranscript(
    `
    > /pelatihan
    JP …
    …
    • Keamanan Informasi: terdaftar, batasnya … sudah lewat
    …
    > [Keamanan Informasi]
    Keamanan Informasi
    …
    [Sudah selesai] [Kirim sertifikat] [Pelatihan saya]
    > [Sudah selesai]
    Selamat, Keamanan Informasi kami catat selesai, dan pengingatnya berhenti mulai sekarang.
    …
    > /pelatihan
    JP …
    …
    • Keamanan Informasi: sertifikatnya kami tunggu sampai …
    …
  `,
    Fitri,
  );
  const [look] =
    await sql`select next_at = '-infinity' as now, n.finished_on is not null as finished from enrolment n join employee e on e.id = n.employee_id
    join reminder_look l on l.employee_id = e.id where e.name = 'Fitri'`;
  expect(look).toEqual({ now: true, finished: true });
});
