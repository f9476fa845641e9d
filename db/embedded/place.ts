import { createHash } from 'node:crypto';
import { chmod, mkdir, readFile, realpath, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { DatabaseRefused } from './refused.ts';
import { findRunner, isRoot, mayEnter, type Owner, ownerOf, type Runner } from './runner.ts';

/**
 * Where the embedded database lives: `home` holds our files, and PostgreSQL's own in `data`. When we are root,
 * `owner` has the home and `runner` the data: what runs the database can then change nothing that root reads.
 */
export type Place = {
  home: string;
  data: string;
  password: string;
  log: string;
  pointer: string;
  owner?: Owner;
  runner?: Runner;
};

/** Root's own folder for what lies in a DATA_DIR that the runner may not enter, and for copied binaries. */
export const rootsFolder = '/var/lib/pendopo';

/**
 * Settles where the database of one DATA_DIR lives: in `DATA_DIR/postgres`, or, when root works in a folder
 * that the runner may not enter, under /var/lib/pendopo. The file `DATA_DIR/postgres.at` then says where, so
 * that a later change of permissions never begins a second, empty database.
 */
export async function settle(dataDir: string): Promise<Place> {
  await mkdir(dataDir, { recursive: true });
  const real = await realpath(dataDir);
  const pointer = join(real, 'postgres.at');
  const told = (await readFile(pointer, 'utf8').catch(() => '')).trim();
  if (told && !(await exists(told))) {
    throw new DatabaseRefused(
      `The database of ${real} was kept in ${told}, which is gone: bring it back, or delete ${pointer} to begin with an empty one.`,
    );
  }
  const inside = join(real, 'postgres');
  const home = told || ((await staysInside(inside)) ? inside : elsewhere(real));
  await makeHome(home);
  if (home !== inside && !told) await writeFile(pointer, `${home}\n`);
  const data = join(home, 'data');
  const password = join(home, 'password');
  const log = join(home, 'postgres.log');
  return { home, data, password, log, pointer, ...(isRoot() ? await asRoot(home, data) : {}) };
}

async function staysInside(inside: string): Promise<boolean> {
  if (!isRoot() || (await exists(inside))) return true;
  return mayEnter(dirname(inside), await findRunner());
}

const elsewhere = (real: string): string =>
  join(rootsFolder, createHash('sha256').update(real).digest('hex').slice(0, 16));

async function makeHome(home: string): Promise<void> {
  if (await exists(home)) return;
  if (dirname(home) === rootsFolder) await openRootsFolder();
  await mkdir(home, { recursive: true, mode: 0o700 });
}

async function asRoot(home: string, data: string): Promise<{ owner: Owner; runner: Runner }> {
  const owner = await ownerOf(home);
  if (owner.uid === 0) await chmod(home, 0o711);
  const keeps = await ownerOf((await exists(data)) ? data : home);
  const runner = keeps.uid === 0 ? await findRunner() : keeps;
  if (await mayEnter(home, runner)) return { owner, runner };
  throw new DatabaseRefused(
    `The database in ${home} belongs to the user ${runner.name}, who may no longer enter it: open the folders above it.`,
  );
}

/** Made enterable for everyone whatever root's umask is; each home inside is closed by itself. */
export async function openRootsFolder(): Promise<void> {
  await mkdir(rootsFolder, { recursive: true });
  await chmod(rootsFolder, 0o755);
}

export const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );
