import { createHash } from 'node:crypto';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { tablesOf } from '../../db/backup/tables.ts';
import { connect, type Database } from '../../db/database.ts';
import { auditChain } from '../../db/reads/audit-chain.ts';
import { seedDemo } from '../../db/seed/demo/index.ts';
import { writeAudit } from '../../db/stores/audit.ts';
import { type TestDatabase, testDatabase } from '../../db/testing.ts';
import { openTestHall, type TestHall, testKey } from '../testing/hall.ts';
import { type Workplace, workplace } from './testing/run-program.ts';

let house: TestHall;
let place: Workplace;
let backup: string;
let printed: { code: number | null; out: string; err: string };

const sql = () => house.hall.database.sql;
const settings = { DEMO: '1', APP_KEY: testKey.toString('base64') };
const odd = 'baris satu\nbaris\tdua \\. \\N "kutip" \u2028 \r akhir';

beforeAll(async () => {
  house = await openTestHall();
  const { database, seal, clock } = house.hall;
  await seedDemo(database, seal, { until: clock.now() });
  await writeAudit(sql(), seal, { action: 'pin-wrong' }, clock.now());
  await writeAudit(sql(), seal, { action: 'ask-identity', employee: 7, report: 3, reason: 'x' }, clock.now());
  await sql()`update unit set name = ${odd} where code = 'disdukcapil'`;
  place = await workplace({ DATABASE_URL: house.databaseUrl, ...settings });
  backup = join(place.folder, 'salatiga.backup');
  printed = await place.run('pendopo', `backup ${backup} --json`);
}, 120_000);
afterAll(async () => {
  await place.leave();
  await house.close();
});

/** Every table as text, each with its rows in one order, and the next number of each sequence. */
const picture = async ({ sql: pool }: Pick<Database, 'sql'>) => {
  const rows: { [table: string]: string } = {};
  for (const { name } of await tablesOf(pool)) {
    const [row] = await pool<{ all: string | null; count: number }[]>`
      select string_agg(t::text, chr(10) order by t::text) as all, count(*)::int as count from ${pool(name)} t`;
    rows[name] = `${row?.count} ${createHash('sha256')
      .update(row?.all ?? '')
      .digest('hex')}`;
  }
  const numbers = await pool`select sequencename, last_value::text from pg_sequences order by 1`;
  return { rows, numbers: [...numbers] };
};

/** Twenty reports' words, which lie sealed. */
const openedWords = async ({ sql: pool }: Pick<Database, 'sql'>) => {
  const rows = await pool<{ ticket: string; sealed: Buffer }[]>`
    select ticket, sealed from report where sealed is not null order by ticket limit 20`;
  return rows.map(({ ticket, sealed }) => house.hall.seal.open('report', `report|${ticket}`, sealed));
};

/** Restores into a new database, or one that `before` has seen; looks at what is there afterwards. */
const restored = async <T>(
  file: string,
  { before, key }: { before?: (copy: TestDatabase) => Promise<unknown>; key?: string } = {},
  look: (database: Database, ended: typeof printed) => Promise<T>,
): Promise<T> => {
  const copy = await testDatabase();
  await before?.(copy);
  const own = await workplace({ DATABASE_URL: copy.url, ...settings, ...(key && { APP_KEY: key }) });
  try {
    const ended = await own.run('pendopo', `restore ${file}`);
    const database = connect(copy.url);
    return await look(database, ended).finally(() => database.close());
  } finally {
    await own.leave();
    await copy.drop();
  }
};

/** What was refused has written nothing. */
const refusedFor = (file: string, given: Parameters<typeof restored>[1] = {}): Promise<string> =>
  restored(file, given, async ({ sql: pool }, { code, err, out }) => {
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect((await pool`select 1 from report limit 1`).length).toBe(0);
    return err.trim();
  });

test('a backup is written beside the running service, for its owner alone', async () => {
  expect(printed).toMatchObject({ code: 0, err: '' });
  const { size, mode } = await stat(backup);
  expect(JSON.parse(printed.out)).toEqual({ file: backup, bytes: size });
  expect(mode & 0o777).toBe(0o600);
  await expect(stat(`${backup}.part`)).rejects.toThrow('ENOENT');
});

test('a backup that is there is not written over', async () => {
  const before = await readFile(backup);
  const again = await place.run('pendopo', `backup ${backup}`);
  expect(again).toMatchObject({ code: 1, err: expect.stringContaining('is there already') });
  expect(await readFile(backup)).toEqual(before);
});

test('what is sealed lies sealed in it, and rows lie in the order of their keys', async () => {
  const text = gunzipSync(await readFile(backup)).toString();
  expect(text).not.toContain(testKey.toString('hex'));
  expect(text).not.toContain(testKey.toString('base64'));
  const [, contacts = ''] = /\{"table":"contact",[^\n]*\n((?:\[.*\n)*)/.exec(text) ?? [];
  const ids = [...contacts.matchAll(/^\["(\d+)"/gm)].map(([, id]) => Number(id));
  expect(ids.length).toBeGreaterThan(50);
  expect(ids).toEqual(ids.toSorted((one, other) => one - other));
});

test('a new database holds all of it again, and goes on from there', async () => {
  const before = await picture(house.hall.database);
  await restored(backup, {}, async (database, ended) => {
    expect(ended).toMatchObject({ code: 0, err: '' });
    expect(ended.out).toContain('The audit log is whole: 2 lines.');
    expect(await picture(database)).toEqual(before);
    const [unit] = await database.sql`select name from unit where code = 'disdukcapil'`;
    expect(unit?.name).toBe(odd);
    const opened = await openedWords(database);
    expect(opened).toHaveLength(20);
    for (const text of opened) expect(JSON.parse(text)).toHaveProperty('words');
    await writeAudit(database.sql, house.hall.seal, { action: 'pin-wrong' }, house.hall.clock.now());
    expect(await auditChain(database.sql)).toMatchObject({ lines: 3 });
    await expect(database.sql`delete from audit`).rejects.toThrow('not changed');
    await expect(database.sql`update report_event set at = now()`).rejects.toThrow();
  });
});

describe('a backup is refused, and nothing is written,', () => {
  const changed = async (name: string, change: (bytes: Buffer) => Buffer): Promise<string> => {
    const file = join(place.folder, name);
    await writeFile(file, change(await readFile(backup)));
    return file;
  };
  const rewritten = (name: string, change: (text: string) => string) =>
    changed(name, (bytes) => gzipSync(change(gunzipSync(bytes).toString())));

  test('where its key is another', async () => {
    expect(await refusedFor(backup, { key: Buffer.alloc(32, 9).toString('base64') })).toContain(
      'another APP_KEY',
    );
  });

  test('where the database holds something', async () => {
    const before = async ({ url }: TestDatabase) => {
      const other = connect(url);
      await other.sql`insert into tombstone (key, at) values ('\\x00', now())`;
      await other.close();
    };
    expect(await refusedFor(backup, { before })).toContain('holds something already');
  });

  test('where somebody else is connected', async () => {
    const others: Database[] = [];
    const before = async ({ url }: TestDatabase) => {
      const other = connect(url);
      others.push(other);
      await other.sql`select 1`;
    };
    expect(await refusedFor(backup, { before })).toContain('stop the service first');
    await Promise.all(others.map((other) => other.close()));
  });

  test.each([
    ['cut off in the packed file', (bytes: Buffer) => bytes.subarray(0, bytes.length / 2)],
    ['with a sum that does not fit', (bytes: Buffer) => Buffer.from(bytes.with(-8, (bytes.at(-8) ?? 0) ^ 1))],
    ['not packed at all', (bytes: Buffer) => gunzipSync(bytes)],
    ['empty', () => Buffer.alloc(0)],
  ])('when it is %s', async (what, change) => {
    const file = await changed(`${what.replaceAll(' ', '-')}.backup`, change);
    expect(await refusedFor(file)).toContain('is damaged');
  });

  test.each([
    ['cut off in its text', (text: string) => text.slice(0, text.lastIndexOf('{"rows"')), 'was cut off'],
    [
      'of another schema',
      (text: string) => text.replace('"migrations":["', '"migrations":["0'),
      'another version',
    ],
    [
      'without a row of its own',
      (text: string) => text.replace(/(\{"table":"holiday".*\n).*\n/, '$1'),
      'is damaged',
    ],
    [
      'with a value that is none',
      (text: string) => text.replace(/("table":"holiday".*\n\[")/, '$1x'),
      'is damaged',
    ],
    ['with a row of nobody', (text: string) => text.replace(/("table":"unit".*\n).*\n/, '$1'), 'is damaged'],
    ['something else', () => '{"hello":"world"}\n', 'no backup'],
  ])('when it is %s', async (what, change, said) => {
    const file = await rewritten(`${what.replaceAll(' ', '-')}.backup`, change);
    expect(await refusedFor(file)).toContain(said);
  });

  test('when it is not there', async () => {
    expect(await place.run('pendopo', 'restore nowhere.backup')).toMatchObject({ code: 1 });
  });
});
