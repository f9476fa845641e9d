import { afterEach, beforeEach, expect, test } from 'vitest';
import { playTranscript } from '../bot/conversation/transcript.ts';
import { shortestReport } from '../bot/flows/citizen/dialogues/shortest-report.ts';
import { createAnnounce } from '../bot/jobs/announce.ts';
import { createUntolds } from '../db/untolds.ts';
import { openTestHall, type TestHall } from './testing/hall.ts';
import { linkStaff, openOffice } from './testing/staff.ts';

const dishub = 'dinas_perhubungan';

let house: TestHall;
beforeEach(async () => {
  house = await openTestHall();
});
afterEach(() => house.close());

const texts = async (actor: { seen: () => Promise<readonly { text: string }[]> }) =>
  (await actor.seen()).map(({ text }) => text);

/** Files the shortest report as somebody new, and gives that person and the number. */
const filed = async () => {
  const sri = house.actor();
  const { names } = await playTranscript(shortestReport, sri);
  return { sri, ticket: names.get('ticket') ?? '' };
};

const notices = async () => (await house.hall.database.sql`select contact_id from notice`).length;

test('whoever is not on duty hears when the office opens, and not before', async () => {
  await openOffice(house.hall, '2026-12-05');
  const rina = await linkStaff(house, { name: 'Rina Astuti', roles: ['officer'], unit: dishub });
  const { ticket } = await filed();
  expect(await texts(rina)).toEqual([]);
  expect(await notices()).toBe(1);

  await house.hall.announce();
  expect(await texts(rina)).toEqual([]);

  await openOffice(house.hall, '2026-12-07');
  await house.hall.announce();
  expect(await texts(rina)).toEqual([expect.stringContaining(`Laporan baru ${ticket}`)]);
  await house.hall.announce();
  expect(await texts(rina)).toEqual([]);
  expect(await notices()).toBe(0);
});

test('what was taken while somebody was away is no news to them any more', async () => {
  await openOffice(house.hall, '2026-12-05');
  const rina = await linkStaff(house, { name: 'Rina Astuti', roles: ['officer'], unit: dishub });
  await filed();
  const { sql } = house.hall.database;
  await sql`update report set state = 'selesai'`;
  await openOffice(house.hall, '2026-12-07');
  await house.hall.announce();
  expect(await texts(rina)).toEqual([]);
  expect(await notices()).toBe(0);
});

test('a report for an office that has nobody in chat comes to the coordinators', async () => {
  await openOffice(house.hall);
  const wati = await linkStaff(house, { name: 'Wati', roles: ['coordinator'], unit: 'setda' });
  const rina = await linkStaff(house, { name: 'Rina Astuti', roles: ['officer'], unit: 'dinas_pu' });
  const { ticket } = await filed();
  expect(await texts(wati)).toEqual([
    expect.stringMatching(new RegExp(`Di Dinas Perhubungan belum ada petugas[^]*${ticket}`)),
  ]);
  expect(await texts(rina)).toEqual([]);
});

test('who joined hears what the reporter hears', async () => {
  await openOffice(house.hall);
  const rina = await linkStaff(house, { name: 'Rina Astuti', roles: ['officer'], unit: dishub });
  const { sri, ticket } = await filed();
  const joko = house.actor({ firstName: 'Joko' });
  await playTranscript(`> /cek ${ticket}\n…\n> [Ikut dikabari]\n…`, joko);
  await rina.seen();
  await rina.press('Terima');
  const news = `Kabar laporan ${ticket}: Dinas Perhubungan mulai mengerjakannya.`;
  expect(await texts(sri)).toEqual([news]);
  expect(await texts(joko)).toEqual([news]);
});

test('several processes that tell at one moment tell everybody once', async () => {
  await openOffice(house.hall, '2026-12-05');
  const rina = await linkStaff(house, { name: 'Rina Astuti', roles: ['officer'], unit: dishub });
  await filed();
  const { sql } = house.hall.database;
  await sql`insert into notice (event_id, due) select (select max(id) from report_event), now() from generate_series(1, 5)`;
  await openOffice(house.hall, '2026-12-07');
  const { database, seal, city, clock, deliver, roomOf } = house.hall;
  const process = () =>
    createAnnounce({ untolds: createUntolds(database, seal, city), city, now: clock.now, roomOf })();
  await Promise.all([process(), process(), process(), process()]);
  await deliver();
  const heard = await texts(rina);
  expect(heard).toHaveLength(6);
  expect(await notices()).toBe(0);
});

test('whoever blocked the bot gets no letter that nobody can deliver', async () => {
  await openOffice(house.hall);
  const rina = await linkStaff(house, { name: 'Rina Astuti', roles: ['officer'], unit: dishub });
  const { sri } = await filed();
  await house.hall.database.sql`update contact set unreachable_at = now(), unreachable_why = 'left'
    where id = (select reporter_id from report)`;
  await rina.seen();
  await rina.press('Terima');
  expect(await texts(sri)).toEqual([]);
  const waiting = await house.hall.database.sql`
    select from letter where contact_id = (select reporter_id from report) and state <> 'sent'`;
  expect(waiting).toHaveLength(0);
});
