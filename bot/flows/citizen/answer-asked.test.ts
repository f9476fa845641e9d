import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openTestHall, type TestHall } from '../../../api/testing/hall.ts';
import { ask, officeSteps, pressDoor } from '../../../api/testing/office-steps.ts';
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
const stateOf = async () =>
  (await house.hall.database.sql`select state from report where ticket = ${ticket}`)[0]?.state;
const events = async () =>
  (
    await house.hall.database
      .sql`select action, e.state from report_event e join report r on r.id = e.report_id
      where ticket = ${ticket} order by e.id`
  ).map(({ action, state }) => `${action} ${state}`);

describe('a question of the office', () => {
  test('is answered by plain words, once the person says that this is the answer', async () => {
    await office(ticket, ...ask);
    await play(`
      > nomor empat belas, dekat lampu merah yang mati
      Dinas Perhubungan bertanya tentang laporan {ticket}:
      Tiang nomor berapa?
      Yang akan dikirim: nomor empat belas, dekat lampu merah yang mati
      Ini jawabannya?
      [Kirim] [Laporan baru]
      > [Kirim]
      Terima kasih, jawaban untuk laporan {ticket} kami sampaikan ke Dinas Perhubungan. Batas waktunya berjalan lagi: kabar paling lambat Senin, 30 Nov.
    `);
    expect((await events()).at(-1)).toBe('citizen_answers diproses');
  });

  test('does not swallow a new report', async () => {
    await office(ticket, ...ask);
    await play(`
      > jalan berlubang di depan pasar
      …
      [Kirim] [Laporan baru]
      > [Laporan baru]
      Sepertinya…
    `);
    expect(await stateOf()).toBe('menunggu_warga');
  });

  test('is answered by a photo, by a tap that says nobody knows, and shown by /cek', async () => {
    await office(ticket, ...ask);
    await play(`
      > /cek {ticket}
      …
      Pertanyaan dinas:
      Tiang nomor berapa?
      [Jawab] [Boleh ditelepon] [Menu]
    `);
    await sri.photo('yang ini');
    expect((await sri.seen()).at(-1)?.text).toContain('Yang akan dikirim: yang ini + foto');
    await play('> kirim\nTerima kasih, jawaban…');
    await office(ticket, { action: 'ask_citizen', given: { question: 'Sejak kapan?' } });
    expect(await press('dont-know')).toEqual([expect.stringContaining('jawaban untuk laporan')]);
    const [last] = await house.hall.database
      .sql`select e.sealed from report_event e join report r on r.id = e.report_id
      where r.ticket = ${ticket} order by e.id desc limit 1`;
    expect(house.hall.seal.open('report', `event|${ticket}`, last?.sealed)).toBe('Tidak tahu');
    expect(await press('dont-know')).toEqual([expect.stringContaining('sedang dikerjakan')]);
  });

  test('a neighbour may add to it, and the question stays open', async () => {
    const neighbour = house.actor();
    await play('> /cek {ticket}\n…\n> [Ikut dikabari]\nTerima kasih…', neighbour);
    await office(ticket, ...ask);
    await press('add', neighbour);
    await play('> tiangnya tidak bernomor\nTerima kasih, sudah kami tambahkan…', neighbour);
    expect(await stateOf()).toBe('menunggu_warga');
  });
});
