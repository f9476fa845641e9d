import { expect, test } from 'vitest';
import { plantAward, untilPhase } from '../../../../api/testing/award.ts';
import { openTestHall } from '../../../../api/testing/hall.ts';
import { linkStaff, openOffice } from '../../../../api/testing/staff.ts';
import { currentAward } from '../../../../db/reads/award/current.ts';
import { tellUnforwarded } from '../../../../db/stores/award/tell-unforwarded.ts';
import { playTranscript } from '../../../conversation/transcript.ts';

const story = 'Tono menata arsip jalan rusak, sehingga lubang di Jalan Pattimura ditutup dalam dua hari.';

test('who declines is asked once more; the nominator has their word again, and nobody names them there any more', async () => {
  const one = await openTestHall();
  await openOffice(one.hall, '2027-01-11');
  const planted = await plantAward(one.hall);
  const Rina = await linkStaff(one, { name: 'Rina Astuti', roles: [] });
  const Tono = await linkStaff(one, { name: 'Tono Wibowo', roles: [] });
  await untilPhase(one.hall, planted, 'nominasi');
  await playTranscript(
    `
    > /usul
    …
    > Zulkarnaen Xyz
    Kami belum menemukan pegawai aktif dengan Zulkarnaen Xyz. Coba tulis nama lengkapnya, atau NIP 18 angka.
    …
    > batal
    …
  `,
    Rina,
  );
  const naming = `> /usul Tono Wibowo\n…\n> 1\n…\n> Pelaksana\n`;
  await playTranscript(`${naming}…\n> 1\n…\n> ${story}\n…\n> Kirim\nTerima kasih.…\n…`, Rina);
  await one.hall.deliver();
  await Tono.seen();
  await playTranscript(
    `
    > /penghargaan
    …
    > [Kartu saya]
    …
    > [Tidak bersedia]
    Bapak/Ibu tidak ingin dicalonkan untuk kategori Pelaksana? Setelah ini pencalonan tidak bisa dibuka lagi. Alasannya tidak kami tanyakan.
    [Ya] [Tidak]
    > Ya
    Baik, pencalonan Bapak/Ibu tidak kami lanjutkan. Para pengusul kami kabari tanpa alasan.
  `,
    Tono,
  );
  await one.hall.deliver();
  expect((await Rina.seen()).map(({ text }) => text).join()).toContain(
    'Tono Wibowo belum bersedia dicalonkan untuk kategori Pelaksana. Usulan Bapak/Ibu kembali',
  );
  await playTranscript(
    `${naming}Tono Wibowo saat ini belum bisa dicalonkan untuk kategori Pelaksana.…\n…`,
    Rina,
  );
  const rows = await one.hall.database.sql`select void from award_nomination`;
  expect(rows.map((row) => row.void)).toEqual([true]);
  await one.hall.database.sql`insert into award_nominee (cycle_id, category, employee_id, unit_code, named_at)
    select ${planted.id}, 'pelaksana', id, unit_code, now() from employee where name = 'Rina Astuti'`;
  await untilPhase(one.hall, planted, 'verifikasi');
  await Rina.seen();
  const { database, seal, city, clock } = one.hall;
  const award = await currentAward(database.sql, clock.now(), city().agency.zone);
  if (!award) throw new Error('the cycle is gone');
  const tell = () => tellUnforwarded(database.sql, seal, city(), award, clock.now());
  expect([await tell(), await tell()]).toEqual([1, 0]);
  await one.hall.deliver();
  expect((await Rina.seen()).map(({ text }) => text).join()).toContain('tidak meneruskan pencalonan ini');
  await one.close();
});
