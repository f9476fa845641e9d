import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { connect, type Database } from '../database.ts';
import { createSeal } from '../sealed.ts';
import { type TestDatabase, testDatabase } from '../testing.ts';
import { type ImportName, importSheet } from './index.ts';

let base: TestDatabase;
let database: Database;
const seal = createSeal(Buffer.alloc(32, 7));

beforeAll(async () => {
  base = await testDatabase();
  database = connect(base.url);
});
afterAll(async () => {
  await database.close();
  await base.drop();
});

const run = (kind: ImportName, text: string, apply = true) =>
  importSheet(database, seal, {
    kind,
    sheet: text.split('\n').map((row) => row.split('\t')),
    apply,
    now: new Date(),
    zone: 'Asia/Jakarta',
  });
const counts = (added: number, changed: number, unchanged: number) => ({
  faults: [],
  counts: { new: added, changed, unchanged },
});
const rows = () => base.sql`select xmin::text, s.* from service s order by code`;

const file = [
  'code\tunit_code\tname\trequirements\tsteps\ttime\tfee\tproduct\thours\tplace\tcounter_code\tusers',
  'ktp\tdukcapil\tKTP-el baru\tKartu Keluarga|Sudah 17 tahun\tDaftar|Rekam|Ambil\t1 hari kerja\tGratis\tKTP-el\tSenin–Jumat\tLoket 1\tloket-1\t9000',
  'kk\tdukcapil\tKartu Keluarga\t\t\t\t\t\t\t\tloket-2\t',
].join('\n');

beforeEach(async () => {
  await base.sql`truncate service, unit cascade`;
  await run('units', 'code\tname\ndukcapil\tDisdukcapil');
});

test('a trial says what would happen and writes nothing', async () => {
  expect(await run('services', file, false)).toMatchObject(counts(2, 0, 0));
  expect(await rows()).toEqual([]);
});

test('services are written once; the same file again touches no row', async () => {
  expect(await run('services', file)).toMatchObject(counts(2, 0, 0));
  const before = await rows();
  expect(before).toMatchObject([
    {
      code: 'kk',
      requirements: [],
      steps: [],
      time: null,
      counter_code: 'LOKET-2',
      users: null,
      active: true,
    },
    {
      code: 'ktp',
      unit_code: 'dukcapil',
      requirements: ['Kartu Keluarga', 'Sudah 17 tahun'],
      steps: ['Daftar', 'Rekam', 'Ambil'],
      fee: 'Gratis',
      counter_code: 'LOKET-1',
      users: 9000,
    },
  ]);
  expect(await run('services', file)).toMatchObject(counts(0, 0, 2));
  expect(await rows()).toEqual(before);
});

test('a service that a later file leaves out is kept, and so is what the file has no column for', async () => {
  await run('services', file);
  expect(await run('services', 'code\tunit_code\tname\nktp\tdukcapil\tKTP elektronik')).toMatchObject(
    counts(0, 1, 0),
  );
  expect(await rows()).toMatchObject([
    { code: 'kk' },
    { code: 'ktp', name: 'KTP elektronik', steps: ['Daftar', 'Rekam', 'Ambil'], counter_code: 'LOKET-1' },
  ]);
});

test('one fault, and no row is written', async () => {
  const found = await run('services', `${file}\npbg\tnowhere\tPBG`);
  expect(found.faults).toMatchObject([{ row: 4, column: 'unit_code', value: 'nowhere' }]);
  expect(found.counts).toEqual({ new: 0, changed: 0, unchanged: 0 });
  expect(await rows()).toEqual([]);
});

test('two services change counters with each other; a third cannot take one', async () => {
  await run('services', file);
  const swap =
    'code\tunit_code\tname\tcounter_code\nktp\tdukcapil\tKTP-el baru\tLOKET-2\nkk\tdukcapil\tKartu Keluarga\tLOKET-1';
  expect(await run('services', swap)).toMatchObject(counts(0, 2, 0));
  expect((await rows()).map((row) => row.counter_code)).toEqual(['LOKET-1', 'LOKET-2']);
  const third = await run('services', 'code\tunit_code\tname\tcounter_code\nkia\tdukcapil\tKIA\tloket-1');
  expect(third.faults).toMatchObject([{ row: 2, column: 'counter_code', value: 'loket-1' }]);
});

test('a service is taken away and given back by the file', async () => {
  await run('services', file);
  expect(
    await run('services', 'code\tunit_code\tname\tactive\nkk\tdukcapil\tKartu Keluarga\ttidak'),
  ).toMatchObject(counts(0, 1, 0));
  expect(await run('services', file)).toMatchObject(counts(0, 0, 2));
  expect((await rows()).map(({ active }) => active)).toEqual([false, true]);
});
