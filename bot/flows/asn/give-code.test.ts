import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hireSomebody } from '../../../api/testing/employee.ts';
import { openTestHall, type TestHall } from '../../../api/testing/hall.ts';
import { linkStaff } from '../../../api/testing/staff.ts';
import { playTranscript } from '../../conversation/transcript.ts';
import { newCode } from '../../domain/activation-code.ts';

let house: TestHall;
beforeAll(async () => {
  house = await openTestHall();
});
afterAll(() => house.close());

describe('a personnel officer', () => {
  test('makes a code in chat, and hears when a chat is linked by it', async () => {
    const ratna = await linkStaff(house, { name: 'Ratna Dewi', roles: ['hr'], unit: 'bkpsdm' });
    const nip = await hireSomebody(house.hall.database.sql, { name: 'Agus Salim', unit: 'dinas_pu' });
    const { names } = await playTranscript(
      `
      > menu
      …
      > [Buat kode pegawai]
      Kode aktivasi untuk siapa? Tulis NIP pegawainya.
      > 199999999999999999
      NIP itu tidak ada di data pegawai yang aktif. Coba periksa lagi ya.
      Kode aktivasi untuk siapa? Tulis NIP pegawainya.
      > ${nip.slice(0, 8)} ${nip.slice(8, 14)} ${nip.slice(14)}
      Kode untuk Agus Salim, Dinas Pekerjaan Umum dan Penataan Ruang: {code}
      Berlaku 72 jam, sekali pakai, menggantikan kode sebelumnya. Serahkan di atas kertas…
    `,
      ratna,
    );
    const agus = house.actor({ firstName: 'Agus' });
    await playTranscript(
      `
      > /masuk ${names.get('code')}
      Chat ini sekarang terhubung dengan data kepegawaian…
      > menu
      Saat ini sebagai: pegawai. Kalau menekan Lapor masalah, Bapak/Ibu melapor sebagai warga.
      …
      > /lapor
      Saat ini sebagai: warga. Laporan ini tidak dihubungkan dengan data kepegawaian Bapak/Ibu.
      Silakan ceritakan masalahnya…
    `,
      agus,
    );
    expect((await ratna.seen()).map(({ text }) => text)).toEqual([
      expect.stringContaining('Chat baru terhubung dengan data kepegawaian Agus Salim'),
    ]);
  });

  test('is the only one who does, besides the administrator', async () => {
    const rina = await linkStaff(house, { name: 'Rina Astuti', roles: ['officer'] });
    await playTranscript('> /kode\nKode aktivasi dibuat oleh bagian kepegawaian.', rina);
    await playTranscript('> /kode\nKode aktivasi dibuat oleh bagian kepegawaian.', house.actor());
  });

  test('whose role was taken away meanwhile makes none', async () => {
    const joko = await linkStaff(house, { name: 'Joko Widagdo', roles: ['hr'], unit: 'bkpsdm' });
    const nip = await hireSomebody(house.hall.database.sql, { name: 'Siti Aminah' });
    await playTranscript('> /kode\n…', joko);
    await house.hall.database.sql`update employee set roles = '{}' where name = 'Joko Widagdo'`;
    await playTranscript(`> ${nip}\nNIP itu tidak ada…\n…`, joko);
    const codes = await house.hall.database.sql`
      select from activation join employee on employee.id = employee_id where name = 'Siti Aminah'`;
    expect(codes).toHaveLength(0);
  });
});

test('a hundred codes tried within an hour alarm the administrators, once', async () => {
  const admin = await linkStaff(house, { name: 'Bayu Admin', roles: ['admin'], unit: 'diskominfo' });
  const guesser = house.actor();
  await playTranscript('> /start\n…', guesser);
  const { sql } = house.hall.database;
  await sql`insert into code_try (contact_id, at) select (select max(id) from contact), ${house.hall.clock.now().toISOString()} from generate_series(1, 4)`;
  await sql`insert into code_try (contact_id, at) select (select min(id) from contact), ${house.hall.clock.now().toISOString()} from generate_series(1, 110)`;
  await playTranscript(`> /masuk ${newCode(house.hall.parts.random)}\nKode tidak cocok…`, guesser);
  const another = house.actor();
  await playTranscript(`> /masuk ${newCode(house.hall.parts.random)}\nKode tidak cocok…`, another);
  await house.hall.deliver();
  expect((await admin.seen()).map(({ text }) => text)).toEqual([
    expect.stringMatching(/^Perhatian: 1\d\d kode aktivasi/),
  ]);
});
