import { afterAll, beforeAll, expect, test } from 'vitest';
import { addCalendarDays, localDate } from '../../../bot/domain/local-date.ts';
import { openCommittee } from '../../../bot/flows/committee/testing/committee.ts';
import { readEvidence } from './evidence.ts';

let town: Awaited<ReturnType<typeof openCommittee>>;
let id: number;
beforeAll(async () => {
  town = await openCommittee();
  ({ id } = await town.names({ name: 'Rina Astuti', stories: ['Satu cerita.', 'Dua cerita.'] }));
});
afterAll(() => town.house.close());

const read = (office = 'dinas_perhubungan') => {
  const { house, sql, award } = town;
  const asked = { nominee: id, office, year: award.cycle.year };
  return readEvidence(sql, house.hall.city(), asked, house.hall.clock.now());
};

const today = () => localDate(town.house.hall.clock.now(), 'Asia/Jakarta');

/** So many forms that answered 3 to everything, counted and shown on a day. */
const forms = async (count: number, shownOn: string | null, unit = 'dinas_perhubungan') => {
  const all = `{${Array(9).fill(count).join(',')}}`;
  const sums = `{${Array(9)
    .fill(3 * count)
    .join(',')}}`;
  await town.sql`insert into skm_tally (unit_code, counted_on, shown_on, flagged, respondents, sums, counts)
    values (${unit}, ${shownOn ?? today()}, ${shownOn}, false, ${count}, ${sums}::int[], ${all}::int[])`;
};

test('hours are the verified ones of the year, mentoring and coaching apart, beside how many nominated', async () => {
  expect(await read()).toMatchObject({ person: { jp: 2400, mentoring: 400 }, nominations: 2 });
  await town.sql`update award_nomination set void = true where by_id = ${await town.idOf(`Pengusul ${id} 0`)}`;
  expect(await read()).toMatchObject({ nominations: 1 });
});

test('the index of the office is told from five forms on, of the year, and only of what everybody may see', async () => {
  await forms(4, today());
  await forms(20, null);
  await forms(20, addCalendarDays(today(), -400));
  await forms(20, today(), 'dinas_pu');
  expect((await read()).unit.ikm).toBeNull();
  await forms(1, addCalendarDays(today(), -300));
  expect((await read()).unit.ikm).toEqual({ value: '75.00', respondents: 5 });
});

test('the share answered in time is told from five reports on, and counts no other office and no sensitive one', async () => {
  const { sql, house } = town;
  const [day, late] = [addCalendarDays(today(), -30), addCalendarDays(today(), -2)];
  const report = async (
    answeredOn: string,
    nth: number,
    { unit = 'dinas_perhubungan', sensitive = false } = {},
  ) => {
    const category = sensitive
      ? (
          await sql<
            { key: string }[]
          >`select key from category where sensitive <> 'none' order by key limit 1`
        )[0]?.key
      : 'lampu_jalan';
    const [row] = await sql<{ id: number }[]>`
      insert into report (ticket, category, kind, unit_code, state, received_at, first_answer_due, resolve_due, settle_days, anonymous, confidential, channel)
      values (${`SLT-TEST${String(nth).padStart(2, '0')}`}, ${category ?? ''}, 'pengaduan', ${unit}, 'selesai', ${`${day}T03:00:00Z`}, ${addCalendarDays(day, 7)},
        ${addCalendarDays(day, 20)}, 14, true, false, 'telegram') returning id::int as id`;
    await sql`insert into report_event (report_id, at, action, state, actor, detail)
      values (${row?.id ?? 0}, ${`${answeredOn}T03:00:00Z`}, 'finish', 'ditindaklanjuti', 'officer', '{}')`;
  };
  const soon = addCalendarDays(day, 1);
  for (const nth of [1, 2, 3]) await report(soon, nth);
  await report(late, 4);
  for (const nth of [5, 6]) await report(soon, nth, { unit: 'dinas_pu' });
  await report(late, 7, { sensitive: true });
  expect((await read()).unit.onTime).toBeNull();
  await report(soon, 8);
  expect((await read()).unit.onTime).toEqual({ percent: '80', reports: 5 });
  expect(house.log.lines.filter(({ event }) => event === 'failed')).toEqual([]);
});
