import { randomBytes } from 'node:crypto';
import { chown, mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Binaries, program } from './binaries.ts';
import { writeOwn } from './open-own.ts';
import { exists, type Place } from './place.ts';
import { DatabaseRefused, refusalFrom } from './refused.ts';
import { runProgram } from './run-program.ts';

/**
 * Makes the database on the first start: beside its place and renamed when it is whole, so that a start cut
 * short is simply begun again. The service's role is an ordinary one, as on an operator's server; the
 * superuser gets a password that nobody keeps. Text is lowered by Unicode on every system (builtin C.UTF-8).
 */
export async function makeCluster(place: Place, binaries: Binaries): Promise<void> {
  if (await exists(place.data)) return checkMajor(place, binaries);
  const unfinished = `${place.data}.unfinished`;
  const superuser = join(place.home, 'superuser');
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { mode: 0o700 });
  if (place.runner) await chown(unfinished, place.runner.uid, place.runner.gid);
  await rm(superuser, { force: true });
  await writeOwn(superuser, 'make', secret(), place.runner);
  const password = secret();
  await must(place, program(binaries, 'initdb'), [...initial, '-D', unfinished, '--pwfile', superuser]);
  await rm(superuser);
  await must(
    place,
    program(binaries, 'postgres'),
    ['--single', '-D', unfinished, 'postgres'],
    roles(password),
  );
  await rm(place.password, { force: true });
  await writeOwn(place.password, 'make', password, place.owner);
  await rename(unfinished, place.data);
  await syncFolder(place.home);
}

const letters = { linux: 'C.UTF-8', darwin: 'en_US.UTF-8' }[process.platform as string] ?? 'C';

const initial = [
  ...['--username', 'keeper', '--auth', 'scram-sha-256', '--encoding', 'UTF8', '--no-instructions'],
  ...['--locale-provider', 'builtin', '--builtin-locale', 'C.UTF-8', '--locale', 'C', '--lc-ctype', letters],
];

/** Single-user mode reads one statement a line. CREATEDB is for tests and for trying out a backup. */
const roles = (password: string): string => `
create role pendopo login createdb password '${password}';
grant pg_monitor to pendopo;
create database pendopo owner pendopo;
`;

const secret = (): string => randomBytes(24).toString('hex');

async function must(place: Place, path: string, args: readonly string[], input?: string): Promise<void> {
  const { code, printed } = await runProgram(place, path, args, input);
  if (code === 0 && !/\b(ERROR|FATAL|PANIC):/.test(printed)) return;
  const why = printed.trim().split('\n').at(-1) ?? '';
  throw (
    refusalFrom(printed, place.home) ??
    new DatabaseRefused(`The database in ${place.home} could not be made: ${why || `exit code ${code}`}`)
  );
}

async function checkMajor(place: Place, binaries: Binaries): Promise<void> {
  const made = (await readFile(join(place.data, 'PG_VERSION'), 'utf8')).trim();
  if (made === binaries.major) return;
  throw new DatabaseRefused(
    `The database in ${place.data} was made by PostgreSQL ${made}, and this release brings ${binaries.major}: start the older release, back up, and restore here.`,
  );
}

async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  await folder.sync();
  await folder.close();
}
