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

const run = (kind: ImportName, text: string, { apply = true, on = '2026-11-22' } = {}) =>
  importSheet(database, seal, {
    kind,
    sheet: text.split('\n').map((row) => row.split('\t')),
    apply,
    now: new Date(`${on}T02:00:00Z`),
    zone: 'Asia/Jakarta',
  });
const counts = (added: number, changed: number, unchanged: number) => ({
  faults: [],
  counts: { new: added, changed, unchanged },
});
const rows = () => base.sql`select xmin::text, k.*, k.checked_on::text from known_answer k order by code`;

const file = [
  'code\tquestion\tanswer\tunit_code\tkeywords',
  'calo\tAda calo?\tTolak dengan sopan.\t\tpungli|calo',
  'kk\tKK hilang?\tDatang ke loket.\tdukcapil\t',
].join('\n');

beforeEach(async () => {
  await base.sql`truncate known_answer, unit cascade`;
  await run('units', 'code\tname\ndukcapil\tDisdukcapil');
});

test('a trial writes nothing', async () => {
  expect(await run('questions', file, { apply: false })).toMatchObject(counts(2, 0, 0));
  expect(await rows()).toEqual([]);
});

test('questions are checked on the day they come in; the same file again, on any day, touches no row', async () => {
  expect(await run('questions', file)).toMatchObject(counts(2, 0, 0));
  const before = await rows();
  expect(before).toMatchObject([
    { code: 'calo', unit_code: null, keywords: ['pungli', 'calo'], checked_on: '2026-11-22', active: true },
    { code: 'kk', unit_code: 'dukcapil', keywords: [], checked_on: '2026-11-22' },
  ]);
  expect(await run('questions', file, { on: '2026-12-01' })).toMatchObject(counts(0, 0, 2));
  expect(await rows()).toEqual(before);
});

test('another answer was checked anew; a day in the file counts in any case', async () => {
  await run('questions', file);
  await run('questions', 'code\tquestion\tanswer\ncalo\tAda calo?\tLaporkan.', { on: '2026-12-01' });
  await run('questions', 'code\tquestion\tanswer\tchecked_on\nkk\tKK hilang?\tDatang ke loket.\t2026-11-25', {
    on: '2026-12-01',
  });
  expect(await rows()).toMatchObject([
    { code: 'calo', answer: 'Laporkan.', keywords: ['pungli', 'calo'], checked_on: '2026-12-01' },
    { code: 'kk', unit_code: 'dukcapil', checked_on: '2026-11-25' },
  ]);
});

test('one fault, and no row is written', async () => {
  const found = await run('questions', `${file}\nktp\tKTP?\tAda.\tnowhere\t`);
  expect(found.faults).toMatchObject([{ row: 4, column: 'unit_code', value: 'nowhere' }]);
  expect(found.counts).toEqual({ new: 0, changed: 0, unchanged: 0 });
  expect(await rows()).toEqual([]);
});

test('a question is taken away and given back by the file', async () => {
  await run('questions', file);
  const away = 'code\tquestion\tanswer\tactive\nkk\tKK hilang?\tDatang ke loket.\ttidak';
  expect(await run('questions', away)).toMatchObject(counts(0, 1, 0));
  expect((await rows()).map(({ active }) => active)).toEqual([true, false]);
  expect(await run('questions', away.replace('tidak', 'ya'))).toMatchObject(counts(0, 1, 0));
});
