import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openTestHall, type TestHall } from '../../../api/testing/hall.ts';
import { finish, officeSteps, pressDoor } from '../../../api/testing/office-steps.ts';
import { fileReport } from '../../../api/testing/staff.ts';
import { playTranscript } from '../../conversation/transcript.ts';
import { tellOfLevy } from './testing/tell-of-levy.ts';

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
const ratings = () => house.hall.database.sql`
  select score, rating.sealed, contact_id is not null as known from rating join report r on r.id = report_id where ticket = ${ticket}`;

describe('Sudah beres', () => {
  test('closes at once, and asks with one tap and one sentence how it was handled', async () => {
    await office(ticket, ...finish);
    expect((await sri.seen()).at(-1)).toEqual({
      text: expect.stringContaining('lampunya sudah diganti\n\nMenurut Bapak/Ibu, sudah beres?'),
      buttons: ['Sudah beres', 'Belum beres'],
    });
    await play(`
      > /cek {ticket}
      Laporan {ticket} · …
      Keadaan: sudah dikerjakan
      …
      Senin, 23 Nov, dinas menulis:
      lampunya sudah diganti
      [Sudah beres] [Belum beres] [Tambah keterangan] [Boleh ditelepon] [Menu]
      > [Sudah beres]
      Terima kasih, laporan kami tutup. Bagaimana penanganannya?
      [Tidak baik] [Kurang baik] [Baik] [Sangat baik]
    `);
    expect(await stateOf()).toBe('selesai');
    await play(`
      > [Sangat baik]
      Satu lagi, boleh dilewati…
      [Lewati]
      > petugasnya cepat
      Terima kasih banyak, penilaiannya sudah kami catat.
    `);
    const [row] = await ratings();
    expect(row).toMatchObject({ score: 4, known: true });
    expect(house.hall.seal.open('report', `rating|${ticket}`, row?.sealed)).toBe('petugasnya cepat');
  });

  test('counts one rating, whatever is pressed again, and an old button is answered kindly', async () => {
    await office(ticket, ...finish);
    await press('solved');
    await play('> 2\nSatu lagi…\n> lewati\nTerima kasih banyak…');
    expect(await press('solved')).toEqual(['Laporan ini sudah ditutup. Terima kasih sudah memberi tahu.']);
    await press('rate');
    await play('> 4\nSatu lagi…');
    expect((await ratings()).map(({ score }) => score)).toEqual([2]);
    expect(await events()).toHaveLength(5);
  });

  test('of an old message while the office is at work says where the report stands', async () => {
    expect(await press('solved')).toEqual([
      expect.stringContaining('Laporan ini sekarang: diteruskan ke dinas.'),
    ]);
  });

  test('of a neighbour changes nothing and is thanked for', async () => {
    const neighbour = house.actor();
    await play('> /cek {ticket}\n…\n> [Ikut dikabari]\nTerima kasih…', neighbour);
    await office(ticket, ...finish);
    expect(await press('solved', neighbour)).toEqual([
      expect.stringContaining('Terima kasih sudah memberi tahu.'),
    ]);
    expect(await stateOf()).toBe('ditindaklanjuti');
  });

  test('of a stranger who forges the button does nothing', async () => {
    await office(ticket, ...finish);
    const stranger = house.actor();
    await play('> halo\n…', stranger);
    expect((await press('solved', stranger)).join()).toContain('bukan laporan Bapak/Ibu');
    await press('rate', stranger);
    await play('> 1', stranger);
    expect([await stateOf(), (await ratings()).length]).toEqual(['ditindaklanjuti', 0]);
  });

  test('of a sensitive report keeps no trace of who rated it', async () => {
    const inspect = await officeSteps(house, { name: 'Wayan', roles: ['inspector'], unit: 'inspektorat' });
    const told = await tellOfLevy(house);
    await inspect(told.ticket, ...finish);
    await playTranscript(
      `
      > /cek {ticket}
      …
      [Sudah beres] [Belum beres] [Tambah keterangan] [Pasang PIN] [Menu]
      > [Sudah beres]
      Terima kasih, laporan kami tutup. Bagaimana penanganannya?
      > 3
      Satu lagi…
      > ditangani dengan tenang
      Terima kasih banyak…
      `,
      told.reporter,
      told.names,
    );
    const rows = await house.hall.database.sql`
      select contact_id, rating.sealed, rating.at from rating join report r on r.id = report_id where ticket = ${told.ticket}`;
    expect(rows).toMatchObject([{ contact_id: null }]);
    expect(house.hall.seal.open('sensitive', `rating|${told.ticket}`, rows[0]?.sealed)).toBe(
      'ditangani dengan tenang',
    );
    expect(Date.parse(rows[0]?.at) % 3_600_000).toBe(0);
    await pressDoor(told.reporter, `rate:${told.ticket}`);
    await playTranscript('> 1\n…', told.reporter);
    const [again] = await house.hall.database.sql`
      select json_agg(score) as scores from rating join report r on r.id = report_id where ticket = ${told.ticket}`;
    expect(again?.scores).toEqual([3]);
  });
});
