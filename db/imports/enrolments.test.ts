import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { counts, dua, lookedAtNext, type PersonnelOffice, personnelOffice, satu, thl } from './testing.ts';

let office: PersonnelOffice;
beforeAll(async () => {
  office = await personnelOffice();
});
afterAll(() => office.close());
beforeEach(async () => {
  await office.clear();
  await office.import(
    'trainings',
    'code|title|provider|form|jp|starts_on|quota\nARS-1|Arsip|LAN|bimtek|24|2026-12-01|1\nELE-1|Etika|LAN|e-learning|4||',
  );
  await office.sql`update reminder_look set next_at = '2027-01-01'`;
});

const rows = () => office.sql`
  select e.xmin::text, nip, training_code as code, state, source, complete_by::text, since::text, changed_at::text, finished_on::text
  from enrolment e join employee p on p.id = e.employee_id order by nip, code`;
const begin = (nip: string, code: string, state: string, source = 'self') => office.sql`
  insert into enrolment (employee_id, training_code, state, source, since, changed_at)
  select id, ${code}, ${state}, ${source}, '2026-10-01', '2026-10-01T05:00:00Z' from employee where nip = ${nip}`;

const file = `nip|training_code|complete_by\n${satu}|ARS-1|\n${thl}|ELE-1|2026-12-31`;

test('a trial says what would happen and writes nothing', async () => {
  expect(await office.import('enrolments', file, { apply: false })).toMatchObject(counts(2, 0, 0));
  expect(await rows()).toEqual([]);
});

test('the office registers people from the day of the file; the same file on another day touches no row', async () => {
  expect(await office.import('enrolments', file)).toMatchObject(counts(2, 0, 0));
  const before = await rows();
  const office20 = { state: 'registered', source: 'office', since: '2026-11-20', finished_on: null };
  expect(before).toMatchObject([
    { nip: satu, code: 'ARS-1', complete_by: null, ...office20 },
    { nip: thl, code: 'ELE-1', complete_by: '2026-12-31', ...office20 },
  ]);
  expect(await lookedAtNext(office)).toEqual([satu, thl]);
  expect(await office.import('enrolments', file, { now: new Date('2026-12-24T05:00:00Z') })).toMatchObject(
    counts(0, 0, 2),
  );
  expect(await rows()).toEqual(before);
});

test('who registered themselves stays so, and gets the last day that the file gives', async () => {
  await begin(satu, 'ELE-1', 'registered');
  const named = `nip|training_code\n${satu}|ELE-1`;
  expect(await office.import('enrolments', named)).toMatchObject(counts(0, 0, 1));
  expect(
    await office.import('enrolments', `${named.replace('code', 'code|complete_by')}|2026-12-10`),
  ).toMatchObject(counts(0, 1, 0));
  expect(await office.import('enrolments', named)).toMatchObject(counts(0, 0, 1));
  expect(await rows()).toMatchObject([
    { state: 'registered', source: 'self', since: '2026-10-01', complete_by: '2026-12-10' },
  ]);
});

test('who waits gets a seat, and who withdrew is registered again, which is said', async () => {
  await begin(satu, 'ELE-1', 'waiting');
  await begin(dua, 'ELE-1', 'withdrawn');
  const found = await office.import('enrolments', `nip|training_code\n${satu}|ELE-1\n${dua}|ELE-1`);
  expect(found).toMatchObject(counts(0, 2, 0));
  expect(found.notices).toMatchObject([{ row: 3, reason: { key: 'import.fault.withdrawn' } }]);
  expect(await rows()).toMatchObject(
    [satu, dua].map((nip) => ({ nip, state: 'registered', source: 'office', since: '2026-11-20' })),
  );
});

test('beyond the quota people are registered all the same, which is said once', async () => {
  await begin(thl, 'ARS-1', 'registered');
  const found = await office.import('enrolments', `nip|training_code\n${satu}|ARS-1\n${dua}|ARS-1`);
  expect(found).toMatchObject(counts(2, 0, 0));
  expect(found.notices).toMatchObject([
    { row: 2, reason: { key: 'import.fault.over-quota', with: { count: 1 } } },
  ]);
  expect((await rows()).map(({ state }) => state)).toEqual(['registered', 'registered', 'registered']);
});

test('one fault, and nobody is registered', async () => {
  const found = await office.import('enrolments', `${file}\n${dua}|LAIN-9|`);
  expect(found.faults).toMatchObject([
    { row: 4, column: 'training_code', reason: { key: 'import.fault.training' } },
  ]);
  expect(await rows()).toEqual([]);
});
