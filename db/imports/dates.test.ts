import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { counts, lookedAtNext, type PersonnelOffice, personnelOffice, satu, thl } from './testing.ts';

let office: PersonnelOffice;
beforeAll(async () => {
  office = await personnelOffice();
});
afterAll(() => office.close());
beforeEach(() => office.clear());

const rows = () => office.sql`
  select d.xmin::text, nip, d.kind, date::text, note, as_of::text from personnel_date d join employee e on e.id = d.employee_id
  order by nip, d.kind, date`;
const later = { now: new Date('2026-12-24T05:00:00Z') };

const file = [
  'nip|kind|date|note',
  `${satu}|kgb|2027-03-01|SK 2025`,
  `${satu}|KGB|2029-03-01|`,
  `${satu}|pensiun|2043-08-01|`,
  `${thl}|Akhir kontrak|2026-12-31|`,
].join('\n');

test('a trial says what would happen and writes nothing', async () => {
  expect(await office.import('dates', file, { apply: false })).toMatchObject(counts(4, 0, 0));
  expect(await rows()).toEqual([]);
});

test('dates are kept with the day of their file; the same file on another day touches no row', async () => {
  expect(await office.import('dates', file)).toMatchObject(counts(4, 0, 0));
  const before = await rows();
  expect(before).toMatchObject([
    { nip: satu, kind: 'kgb', date: '2027-03-01', note: 'SK 2025', as_of: '2026-11-20' },
    { kind: 'kgb', date: '2029-03-01', note: null },
    { kind: 'pensiun', date: '2043-08-01' },
    { nip: thl, kind: 'kontrak', date: '2026-12-31' },
  ]);
  expect(await lookedAtNext(office)).toEqual([satu, thl]);
  await office.sql`update reminder_look set next_at = '2027-01-01'`;
  expect(await office.import('dates', file, later)).toMatchObject(counts(0, 0, 4));
  expect(await rows()).toEqual(before);
  expect(await lookedAtNext(office)).toEqual([]);
});

test('a file holds all dates of a person and kind that it names, and says nothing of the others', async () => {
  await office.import('dates', file);
  const moved = `nip|kind|date\n${satu}|kgb|2027-03-01\n${satu}|kgb|2027-05-01\n${satu}|pangkat|2027-04-01`;
  expect(await office.import('dates', moved, later)).toMatchObject(counts(1, 1, 1));
  expect(await rows()).toMatchObject([
    { kind: 'kgb', date: '2027-03-01', note: 'SK 2025', as_of: '2026-11-20' },
    { kind: 'kgb', date: '2027-05-01', as_of: '2026-12-24' },
    { kind: 'pangkat', date: '2027-04-01' },
    { kind: 'pensiun', date: '2043-08-01' },
    { kind: 'kontrak', date: '2026-12-31' },
  ]);
  const fewer = `nip|kind|date|note\n${satu}|kgb|2027-05-01|SK 2026`;
  expect(await office.import('dates', fewer, later)).toMatchObject(counts(0, 2, 0));
  expect((await rows()).filter(({ kind }) => kind === 'kgb')).toMatchObject([
    { date: '2027-05-01', note: 'SK 2026' },
  ]);
});

test('one fault, and no date is written', async () => {
  const found = await office.import('dates', `${file}\n${satu}|kgb|1/3/2027|`);
  expect(found.faults).toMatchObject([{ row: 6, column: 'date', value: '1/3/2027' }]);
  expect(await rows()).toEqual([]);
});
