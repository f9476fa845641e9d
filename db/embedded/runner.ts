import { readFile, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { DatabaseRefused } from './refused.ts';

export type Owner = { uid: number; gid: number };

/** The ordinary user under whom PostgreSQL runs when we are root, because PostgreSQL refuses root. */
export type Runner = Owner & { name: string };

const preferred = ['postgres', 'nobody'];

export const isRoot = (): boolean => process.getuid?.() === 0;

/** The first of `postgres`, `nobody` and then anyone who is not root: no user is ever created. */
export async function findRunner(): Promise<Runner> {
  const users = await accounts();
  const known = preferred.map((name) => users.find((user) => user.name === name));
  const chosen = known.find((user) => user !== undefined) ?? users[0];
  if (chosen) return chosen;
  throw new DatabaseRefused('PostgreSQL does not run as root, and this machine has no other user: add one.');
}

/** The user who owns a folder: as root, a database is served by whoever it belongs to. */
export async function ownerOf(folder: string): Promise<Runner> {
  const { uid, gid } = await stat(folder);
  const user = (await accounts()).find((one) => one.uid === uid);
  return { name: user?.name ?? String(uid), uid, gid };
}

/** Whether that user may walk from the root of the file system down into this folder (plain mode bits). */
export async function mayEnter(folder: string, user: Runner): Promise<boolean> {
  const { mode, uid, gid } = await stat(folder);
  const bit = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001;
  if ((mode & bit) === 0) return false;
  return dirname(folder) === folder || (await mayEnter(dirname(folder), user));
}

async function accounts(): Promise<Runner[]> {
  const lines = (await readFile('/etc/passwd', 'utf8').catch(() => '')).split('\n');
  return lines
    .map((line) => line.split(':'))
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
    .filter((user) => user.name !== '' && user.uid > 0 && user.gid > 0);
}
