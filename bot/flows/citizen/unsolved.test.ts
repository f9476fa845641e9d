import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openTestHall, type TestHall } from '../../../api/testing/hall.ts';
import { finish, officeSteps, pressDoor } from '../../../api/testing/office-steps.ts';
import { fileReport } from '../../../api/testing/staff.ts';
import { playTranscript } from '../../conversation/transcript.ts';

let house: TestHall;
let office: Awaited<ReturnType<typeof officeSteps>>;
beforeAll(async () => {
  house = await openTestHall();
  await house.hall.clock.shift(Math.round((Date.UTC(2026, 10, 23, 3) - Date.now()) / 1000));
  office = await officeSteps(house);
});
afterAll(() => house.close());

let sri: ReturnType<TestHall['actor']>;
let ticket: string;
let nth = 0;
beforeEach(async () => {
  sri = house.actor();
  ticket = await fileReport(house, { actor: sri, at: `${(-7.3315 - nth++ * 0.0035).toFixed(4)},110.5055` });
});

const play = async (script: string, actor = sri) => {
  await actor.seen();
  return playTranscript(script, actor, new Map([['ticket', ticket]]));
};
const press = (door: string, actor = sri) => pressDoor(actor, `${door}:${ticket}`);
const events = async () =>
  (
    await house.hall.database
      .sql`select action, e.state from report_event e join report r on r.id = e.report_id
      where ticket = ${ticket} order by e.id`
  ).map(({ action, state }) => `${action} ${state}`);

describe('Belum beres', () => {
  test('before it is closed opens the report again with a promise anew', async () => {
    await office(ticket, ...finish);
    await press('unsolved');
    await play(`
      > mati
      Boleh diceritakan sedikit lebih jelas?
      …
      > lampunya mati lagi semalam
      Terima kasih sudah memberi tahu. Laporan {ticket} kami buka kembali, dan kepala Dinas Perhubungan ikut kami kabari. Kabar berikutnya paling lambat Senin, 30 Nov.
      > /cek {ticket}
      Laporan {ticket} · Lampu Jalan (PJU)
      Keadaan: dibuka kembali
      Ditangani: Dinas Perhubungan
      Kabar pertama paling lambat Senin, 30 Nov.
      …
    `);
    expect((await events()).at(-1)).toBe('reopen dibuka_kembali');
    expect(await press('unsolved')).toEqual([
      expect.stringContaining('Laporan ini sekarang: dibuka kembali'),
    ]);
  });

  test('with a photo alone is enough, also after it was closed', async () => {
    await office(ticket, ...finish);
    await press('solved');
    await press('unsolved');
    await sri.photo();
    expect((await sri.seen()).map(({ text }) => text)).toEqual([
      expect.stringContaining('kami buka kembali'),
    ]);
    const [photo] = await house.hall.database.sql`
      select e.action from media m join report_event e on e.id = m.event_id join report r on r.id = e.report_id where r.ticket = ${ticket}`;
    expect(photo?.action).toBe('reopen');
  });

  test('of a neighbour goes to the officer and leaves the report where it is', async () => {
    const neighbour = house.actor();
    await play('> /cek {ticket}\n…\n> [Ikut dikabari]\nTerima kasih…', neighbour);
    await office(ticket, ...finish);
    await press('unsolved', neighbour);
    await play('> masih gelap di tempat saya\nTerima kasih sudah memberi tahu. Keterangan…', neighbour);
    expect((await events()).at(-1)).toBe('add ditindaklanjuti');
  });

  test('after ten days is too late for the same report, and a new one is offered', async () => {
    await office(ticket, ...finish);
    await press('solved');
    await play('> 4\n…\n> lewati\n…');
    const days = (n: number) => house.hall.clock.shift(n * 86_400);
    await days(10);
    await play('> /cek {ticket}\n…\n[Belum beres] [Menu]');
    await days(1);
    await play('> /cek {ticket}\n…\n[Menu]');
    expect(await press('unsolved')).toEqual([expect.stringContaining('Silakan kirim laporan baru')]);
    expect((await events()).at(-1)).toBe('confirm selesai');
  });
});
