import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Module } from '../../../bot/domain/modules/module.ts';
import { progressIn } from '../../../bot/domain/modules/progress.ts';
import { readModule as readFile } from '../../../bot/domain/modules/read-module.ts';
import type { TeamCase } from '../../../bot/domain/modules/team-case.ts';
import { goodModule } from '../../../bot/domain/modules/testing.ts';
import { connect, type Database } from '../../database.ts';
import { listModules } from '../../reads/modules/listed.ts';
import { keptPictures, lackingPictures } from '../../reads/modules/pictures.ts';
import { modulesTaught, readModule } from '../../reads/modules/teaching.ts';
import { createSeal } from '../../sealed.ts';
import { seedCity } from '../../seed/index.ts';
import { readShipped } from '../../seed/shipped-modules.ts';
import { type TestDatabase, testDatabase } from '../../testing.ts';
import { keepCases } from './keep-cases.ts';
import { keepModules } from './keep-modules.ts';
import type { LaidPicture } from './keep-pictures.ts';
import { turnModule } from './withdraw.ts';

const seal = createSeal(Buffer.alloc(32, 7));
const at = (day: number) => new Date(`2026-11-${day}T03:00:00Z`);

let base: TestDatabase;
let database: Database;
let employee: number;
beforeAll(async () => {
  base = await testDatabase();
  database = connect(base.url);
  await seedCity(database, 'salatiga');
  const [row] = await base.sql<{ id: number }[]>`
    insert into employee (nip, name, unit_code, position, kind)
    values ('M1', 'Contoh Satu', 'dinas_lh', 'Analis', 'pns') returning id::int as id`;
  employee = row?.id ?? 0;
});
afterAll(async () => {
  await database.close();
  await base.drop();
});
beforeEach(
  () =>
    base.sql`truncate learning_module, module_picture, module_progress, module_certificate, team_case cascade`,
);

const moduleOf = (text: string): Module => {
  const read = readFile(text, new Map([['loket.png', 9]]));
  if ('faults' in read) throw new Error(JSON.stringify(read.faults));
  return read.module;
};
const greeting = moduleOf(goodModule);
const longer = moduleOf(goodModule.replace('# Soal:', '# Kartu: Jeda\n\nTarik napas dulu.\n\n# Soal:'));
const undecided = moduleOf(goodModule.replace(/^jp:.*$/m, 'jp: 0').replace(/^(sk|tanggal_sk):.*\n/gm, ''));

const [first, second] = ['11111111-1111-4111-8111-111111111111', '22222222-2222-4222-8222-222222222222'];
const picture = (id: string, byte: number): LaidPicture => ({
  module: 'menyapa',
  file: 'loket.png',
  id,
  hash: new Uint8Array(32).fill(byte),
  width: 960,
  height: 600,
  size: 9_000,
});

const keep = (module: Module, day: number, pictures: readonly LaidPicture[] = [picture(first, 1)]) =>
  database.sql.begin((tx) => keepModules(tx, seal, { modules: [module], pictures }, at(day)));
const turn = (taught: boolean, code = 'menyapa') =>
  database.sql.begin((tx) => turnModule(tx, seal, { code, taught }, at(28)));

let told = 0;
/** What the audit log was told of modules since it was asked before. */
const newLines = async () => {
  const rows = await base.sql<{ id: number; action: string; sealed: Uint8Array }[]>`
    select id::int as id, action, sealed from audit where action like 'module-%' and id > ${told} order by id`;
  told = rows.at(-1)?.id ?? told;
  return rows.map(({ action, sealed }) => [action, seal.open('sensitive', 'audit|house', sealed)]);
};
const days = async () =>
  (
    await base.sql<{ added: string; changed: string }[]>`
      select added_at::date::text as added, changed_at::date::text as changed from learning_module`
  ).map(({ added, changed }) => [added, changed]);

describe('a module that is kept', () => {
  test('is new, then unchanged and not touched, then changed', async () => {
    expect((await keep(greeting, 20)).kept).toEqual([
      { code: 'menyapa', title: 'Menyapa di loket', is: 'new', withdrawn: false },
    ]);
    const versions = () =>
      base.sql`select xmin::text from learning_module union all select xmin::text from module_picture`;
    const before = await versions();
    expect(await keep(greeting, 21)).toMatchObject({ kept: [{ is: 'unchanged' }], gone: [] });
    expect(await versions()).toEqual(before);
    expect((await keep(longer, 22)).kept).toMatchObject([{ is: 'changed' }]);
    expect(await days()).toEqual([['2026-11-20', '2026-11-22']]);
  });

  test('is read back whole, with the ids of its pictures', async () => {
    await keep(greeting, 20);
    expect(await readModule(database.sql, 'menyapa')).toEqual({
      module: greeting,
      pictures: new Map([['loket.png', first]]),
    });
    const { steps, ...head } = greeting;
    expect(await modulesTaught(database.sql)).toEqual([{ ...head, steps: steps.length }]);
  });

  test('leaves nobody’s progress behind when it gets a new card', async () => {
    await keep(greeting, 20);
    const done = greeting.steps.slice(0, 2).map(({ id }) => id);
    await base.sql`insert into module_progress (employee_id, module_code, done, started_on, last_at)
      values (${employee}, 'menyapa', ${`{${done.join(',')}}`}::text[], '2026-11-20', now())`;
    await keep(longer, 21);
    const [row] = await base.sql<{ done: string[] }[]>`select to_json(done) as done from module_progress`;
    const read = await readModule(database.sql, 'menyapa');
    const progress = read && progressIn(read.module, new Set(row?.done));
    expect(progress).toMatchObject({ next: { title: 'Jeda' }, done: 2, of: 4 });
  });

  test('gets another id for another picture of the same name, and tells which file may go', async () => {
    await keep(greeting, 20);
    const changed = await keep(greeting, 21, [picture(second, 2)]);
    expect(changed).toMatchObject({ kept: [{ is: 'changed' }], gone: [first] });
    expect((await keptPictures(database.sql, ['menyapa'])).map(({ id }) => id)).toEqual([second]);
    expect(await days()).toEqual([['2026-11-20', '2026-11-21']]);
  });

  test('tells which pictures nobody has put into the store', async () => {
    await keep(greeting, 20, []);
    expect(await lackingPictures(database.sql)).toEqual([{ module: 'menyapa', file: 'loket.png' }]);
    await keep(greeting, 20);
    expect(await lackingPictures(database.sql)).toEqual([]);
  });
});

describe('a decree', () => {
  test('that is new, another or taken back leaves a line in the audit log, and no line without one', async () => {
    await newLines();
    await keep(undecided, 20);
    expect(await newLines()).toEqual([]);
    await keep(greeting, 21);
    expect(await newLines()).toEqual([['module-decreed', 'menyapa: 893/12/BKPSDM/2026, 0.11 JP']]);
    await keep(longer, 22);
    expect(await newLines()).toEqual([]);
    await keep(undecided, 23);
    expect(await newLines()).toEqual([['module-decreed', 'menyapa: 0 JP']]);
  });
});

describe('a module that is withdrawn', () => {
  test('is taught no more, stays so when its file is read again, and is taught again with what people had', async () => {
    await keep(greeting, 20);
    await base.sql`insert into module_progress (employee_id, module_code, started_on, last_at, passed_on)
      values (${employee}, 'menyapa', '2026-11-20', now(), '2026-11-20')`;
    await base.sql`insert into module_certificate (number, employee_id, module_code, name, unit_name, title, minutes, percent, jp, date)
      values ('N-1', ${employee}, 'menyapa', 'Contoh Satu', 'Dinas', 'Menyapa di loket', 5, 100, 0, '2026-11-20')`;
    await newLines();
    expect([await turn(false), await turn(false), await turn(false, 'bukan')]).toEqual([
      'turned',
      'was-so',
      'unknown',
    ]);
    expect(await newLines()).toEqual([['module-withdrawn', 'menyapa']]);
    expect(await readModule(database.sql, 'menyapa')).toBeUndefined();
    expect(await modulesTaught(database.sql)).toEqual([]);
    expect((await keep(longer, 29)).kept).toMatchObject([{ is: 'changed', withdrawn: true }]);
    const line = { code: 'menyapa', begun: 1, passed: 1, certificates: 1, withdrawn: true };
    expect(await listModules(database.sql)).toMatchObject([line]);
    expect(await turn(true)).toBe('turned');
    expect(await readModule(database.sql, 'menyapa')).toMatchObject({ module: longer });
    expect(await listModules(database.sql)).toMatchObject([{ ...line, withdrawn: false }]);
  });
});

describe('cases of the week', () => {
  const { cases } = readShipped();
  const keepAll = (all: readonly TeamCase[]) => database.sql.begin((tx) => keepCases(tx, all));
  const kept = async () =>
    (await base.sql<{ id: string }[]>`select id from team_case order by place`).map(({ id }) => id);

  test('stand in the order of their file, and are all that the file holds', async () => {
    expect(await keepAll(cases)).toEqual({ changed: 12, gone: 0 });
    expect(await keepAll(cases)).toEqual({ changed: 0, gone: 0 });
    const turned = cases.slice(2).toReversed();
    expect(await keepAll(turned)).toEqual({ changed: 10, gone: 2 });
    expect(await kept()).toEqual(turned.map(({ id }) => id));
  });
});

test('a city that is loaded again keeps what was withdrawn, changed and put in another order', async () => {
  const { cases } = readShipped();
  await seedCity(database, 'salatiga');
  expect((await modulesTaught(database.sql)).map(({ code }) => code)).toEqual([
    'aman-informasi',
    'bahasa-terang',
    'berakhlak',
    'membaca-survei',
    'menjawab-warga',
  ]);
  expect(await base.sql`select count(*)::int as n from team_case`).toMatchObject([{ n: cases.length }]);
  await turn(false, 'berakhlak');
  await keep({ ...greeting, code: 'aman-informasi', title: 'Punya kota' }, 20, []);
  await database.sql.begin((tx) => keepCases(tx, cases.slice(0, 1)));
  await base.sql`delete from learning_module where code = 'menjawab-warga'`;
  await seedCity(database, 'salatiga');
  expect(
    (await listModules(database.sql)).map(({ code, title, withdrawn }) => [code, title, withdrawn]),
  ).toEqual([
    ['aman-informasi', 'Punya kota', false],
    ['bahasa-terang', 'Bahasa terang untuk warga', false],
    ['berakhlak', 'BerAKHLAK dan Pancasila sehari-hari', true],
    ['membaca-survei', 'Membaca survei dan laporan unit', false],
    ['menjawab-warga', 'Menjawab warga dengan baik', false],
  ]);
  expect(await base.sql`select count(*)::int as n from team_case`).toMatchObject([{ n: 1 }]);
});
