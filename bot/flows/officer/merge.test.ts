import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestHall, type TestHall } from '../../../api/testing/hall.ts';
import { playScene } from '../../../api/testing/scene.ts';
import { fileReport, linkStaff, openCase, openOffice } from '../../../api/testing/staff.ts';
import { Overtaken } from '../../../db/overtaken.ts';
import { takeStep } from '../../../db/stores/step.ts';
import { playTranscript } from '../../conversation/transcript.ts';

let house: TestHall;
let Rina: Awaited<ReturnType<typeof linkStaff>>;
beforeAll(async () => {
  house = await openTestHall();
  await openOffice(house.hall);
  Rina = await linkStaff(house, { name: 'Rina Astuti' });
});
afterAll(() => house.close());

const filed = async (at?: string, identity?: 'Tertutup') => {
  const Sri = house.actor();
  const ticket = await fileReport(house, { actor: Sri, ...(at && { at }), ...(identity && { identity }) });
  await Sri.seen();
  await Rina.seen();
  return { Sri, ticket };
};

test('two reports of one lamp become one, and everybody who reported or joined hears of the one that stays', async () => {
  const main = await filed('-7.3315,110.5125');
  const secret = await filed(undefined, 'Tertutup');
  const Joko = house.actor();
  const { Sri, ticket } = await openCase(house, Rina, { at: '-7.3330,110.5125' });
  await playTranscript(`> /start l_${ticket}\n…`, Joko);
  await Joko.press('Ikut dikabari');
  await Joko.seen();
  await playScene(
    `
    Rina > [Gabungkan]
    Rina: Laporan {ticket} digabungkan ke laporan yang mana? Pilih di bawah ini, atau tulis nomornya.
    Rina: [{main}, …]
    Rina > {ticket}
    Rina: Itu nomor laporan ini sendiri. Tulis nomor laporan lain, yang akan tetap dikerjakan.
    Rina: Laporan {ticket} digabungkan ke laporan yang mana? Pilih di bawah ini, atau tulis nomornya.
    Rina > SLT-ZZZZZZ
    Rina: Laporan dengan nomor itu tidak ada di daftar Bapak/Ibu. Coba periksa lagi nomornya.
    Rina: Laporan {ticket} digabungkan ke laporan yang mana? Pilih di bawah ini, atau tulis nomornya.
    Rina > {secret}
    Rina: Salah satu laporan itu Tertutup dan yang lain Biasa, jadi tidak bisa digabungkan. Silakan pilih yang lain.
    Rina: Laporan {ticket} digabungkan ke laporan yang mana? Pilih di bawah ini, atau tulis nomornya.
    Rina > {main}
    Rina: Warga akan membaca:
    Rina: Laporan {ticket} kami tangani bersama laporan {main} yang sama. Kabarnya tetap kami kirim ke sini.
    Rina: [Gabungkan] [Ubah] [Batal]
    Rina > [Gabungkan]
    Rina: Laporan {ticket} sekarang ditangani bersama {main}. Semua yang melapor dan ikut dikabari mengikuti {main}.
    Sri: Laporan {ticket} kami tangani bersama laporan {main} yang sama. Kabarnya tetap kami kirim ke sini.
    Joko: Laporan {ticket} kami tangani bersama laporan {main} yang sama. Kabarnya tetap kami kirim ke sini.
    `,
    { Sri, Rina, Joko },
    new Map([
      ['ticket', ticket],
      ['main', main.ticket],
      ['secret', secret.ticket],
    ]),
  );
  await playTranscript(
    `> /balas ${main.ticket} Lampu sudah kami ganti pagi ini\n> [Sudah dikerjakan]\n> [Kirim ke warga]`,
    Rina,
  );
  for (const citizen of [main.Sri, Sri, Joko]) {
    const heard = await citizen.seen();
    expect(heard.map(({ text }) => text)).toEqual([expect.stringContaining(`Kabar laporan ${main.ticket}`)]);
  }
});

test('the store refuses what the conversation would: another secrecy, another office, itself, a closed one', async () => {
  const { ticket } = await filed();
  const others = {
    secret: (await filed(undefined, 'Tertutup')).ticket,
    foreign: (await filed()).ticket,
    closed: (await filed()).ticket,
  };
  const { database, seal, city, clock } = house.hall;
  await database.sql`update report set unit_code = 'dinas_pu' where ticket = ${others.foreign}`;
  await database.sql`update report set state = 'selesai' where ticket = ${others.closed}`;
  const [officer] = await database.sql<
    { id: number }[]
  >`select contact_id::int as id from staff_link where ended_at is null limit 1`;
  for (const main of [ticket, others.secret, others.foreign, others.closed, 'SLT-ZZZZZZ']) {
    const step = { action: 'merge' as const, given: { main_ticket: main } };
    const taken = database.sql.begin((tx) =>
      takeStep(
        tx,
        seal,
        city(),
        { id: officer?.id ?? 0 },
        { do: 'report.step', ticket, as: 'staff', steps: [step] },
        clock.now(),
      ),
    );
    await expect(taken, main).rejects.toThrow(Overtaken);
  }
  expect(await database.sql`select state from report where ticket = ${ticket}`).toEqual([
    { state: 'diteruskan' },
  ]);
});
