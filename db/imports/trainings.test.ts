import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { counts, dua, lookedAtNext, type PersonnelOffice, personnelOffice, satu, thl } from './testing.ts';

let office: PersonnelOffice;
beforeAll(async () => {
  office = await personnelOffice();
});
afterAll(() => office.close());
beforeEach(() => office.clear());

const rows = () => office.sql`
  select xmin::text, code, title, provider, form, jp, starts_on::text, ends_on::text, register_by::text, complete_by::text, url, place,
    quota, sponsor, cost::float8 as cost, mandatory_units, mandatory_groups, listed_on::text from training order by code`;

const file = [
  'code|title|provider|form|jp|starts_on|ends_on|register_by|complete_by|url|place|quota|mandatory_for|sponsor',
  'ARS-1|Tata Kelola Arsip|Universitas Contoh|bimtek|24|2026-12-01|2026-12-03|2026-11-27||https://contoh.example/arsip|Aula|30|dpu¦dinkes¦pelaksana|Bank Contoh',
  'ELE-1|Etika Digital|LAN|e-learning|2,5|||||||||',
].join('\n');

test('a trial says what would happen and writes nothing', async () => {
  expect(await office.import('trainings', file, { apply: false })).toMatchObject(counts(2, 0, 0));
  expect(await rows()).toEqual([]);
  expect(await lookedAtNext(office)).toEqual([]);
});

test('trainings are written once, as known from that day on; the same file on another day touches no row', async () => {
  expect(await office.import('trainings', file)).toMatchObject(counts(2, 0, 0));
  const before = await rows();
  expect(before).toMatchObject([
    {
      code: 'ARS-1',
      form: 'bimtek',
      jp: 2400,
      starts_on: '2026-12-01',
      ends_on: '2026-12-03',
      register_by: '2026-11-27',
      complete_by: null,
      quota: 30,
      sponsor: 'Bank Contoh',
      mandatory_units: ['dinkes', 'dpu'],
      mandatory_groups: ['pelaksana'],
      listed_on: '2026-11-20',
    },
    { code: 'ELE-1', form: 'e_learning', jp: 250, mandatory_units: [], listed_on: '2026-11-20' },
  ]);
  const later = { now: new Date('2026-12-24T05:00:00Z') };
  const swapped = file.replace('dpu¦dinkes¦pelaksana', 'pelaksana,dinkes,dpu');
  for (const text of [file, swapped])
    expect(await office.import('trainings', text, later)).toMatchObject(counts(0, 0, 2));
  expect(await rows()).toEqual(before);
});

test('a later file changes what it says, and keeps the trainings and columns it does not have', async () => {
  await office.import('trainings', file);
  const few = 'code|title|provider|form|jp\nELE-1|Etika Digital Dasar|LAN|e-learning|3';
  expect(await office.import('trainings', few)).toMatchObject(counts(0, 1, 0));
  const many = 'code|title|provider|form|jp|quota\nARS-1|Tata Kelola Arsip|Universitas Contoh|bimtek|24|';
  expect(await office.import('trainings', many)).toMatchObject(counts(0, 1, 0));
  expect(await rows()).toMatchObject([
    { code: 'ARS-1', quota: null, mandatory_units: ['dinkes', 'dpu'], sponsor: 'Bank Contoh' },
    { code: 'ELE-1', title: 'Etika Digital Dasar', jp: 300 },
  ]);
});

test('everybody’s reminders are looked at again when a training is new or changed, and nobody’s when none is', async () => {
  await office.import('trainings', file);
  expect(await lookedAtNext(office)).toHaveLength(4);
  await office.sql`update reminder_look set next_at = '2027-01-01'`;
  await office.import('trainings', file);
  expect(await lookedAtNext(office)).toEqual([]);
});

test('a larger quota gives seats to those who waited longest', async () => {
  const quota = (n: number) => `code|title|provider|form|jp|quota\nARS-1|Arsip|LAN|bimtek|24|${n}`;
  await office.import('trainings', quota(1));
  for (const [nip, state] of [
    [thl, 'registered'],
    [dua, 'waiting'],
    [satu, 'waiting'],
  ] as const)
    await office.sql`insert into enrolment (employee_id, training_code, state, source, since, changed_at)
      select id, 'ARS-1', ${state}, 'self', '2026-11-01', now() from employee where nip = ${nip}`;
  await office.import('trainings', quota(2));
  const states = await office.sql`select state from enrolment order by changed_at`;
  expect(states.map(({ state }) => state)).toEqual(['registered', 'registered', 'waiting']);
});

test('what a training costs is kept in rupiah, until a file says otherwise', async () => {
  const costs = async () => (await rows()).map(({ cost }) => cost);
  const priced = (cost: string) => `code|title|provider|form|jp|cost\nARS-1|Arsip|LAN|bimtek|24|${cost}`;
  await office.import('trainings', priced('1250000000'));
  expect(await costs()).toEqual([1_250_000_000]);
  expect(await office.import('trainings', priced('1250000000'))).toMatchObject(counts(0, 0, 1));
  await office.import('trainings', 'code|title|provider|form|jp\nARS-1|Arsip|LAN|bimtek|24');
  expect(await costs()).toEqual([1_250_000_000]);
  await office.import('trainings', priced(''));
  expect(await costs()).toEqual([null]);
});

test.each(['0', '-1', '1000000,50', '1.000.000'])('a cost of %s is told by row and column', async (cost) => {
  const text = `code|title|provider|form|jp|cost\nARS-1|Arsip|LAN|bimtek|24|5000000\nARS-2|Arsip|LAN|bimtek|24|${cost}`;
  expect((await office.import('trainings', text)).faults).toMatchObject([
    { row: 3, column: 'cost', value: cost, reason: { key: 'import.fault.whole' } },
  ]);
  expect(await rows()).toEqual([]);
});

test('one fault, and no row is written', async () => {
  const found = await office.import('trainings', `${file}\nX-1|X|LAN|bimtek|8||||||||nowhere|`);
  expect(found.faults).toMatchObject([
    { row: 4, column: 'mandatory_for', reason: { key: 'import.fault.mandatory' } },
  ]);
  expect(await rows()).toEqual([]);
});
