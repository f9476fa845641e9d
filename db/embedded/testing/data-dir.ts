import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { onTestFinished } from 'vitest';
import { discardEmbedded } from '../index.ts';
import { settle } from '../place.ts';

/** A fresh DATA_DIR that is swept after the test, its server included. `mode` as chmod has it. */
export async function freshDataDir(mode = 0o755): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), `pendopo-test-${process.pid}-`));
  await chmod(folder, mode);
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return sweptAfter(folder);
}

/** The same for a DATA_DIR inside of such a folder, so that a failed test leaves no server behind. */
export function sweptAfter(dataDir: string): string {
  onTestFinished(async () => {
    await discardEmbedded(dataDir).catch(() => false);
  });
  return dataDir;
}

/** The number of the PostgreSQL process that the pid file names; 0 when there is no file. */
export async function postmasterOf(dataDir: string): Promise<number> {
  const { data } = await settle(dataDir);
  return Number.parseInt(await readFile(join(data, 'postmaster.pid'), 'utf8').catch(() => '0'), 10);
}

/** Writes one row in a transaction of its own; done means acknowledged. */
export const note = (url: string, text: string): Promise<string[]> =>
  ask(url, async (sql) => {
    await sql`create table if not exists notes (text text)`;
    await sql`insert into notes values (${text})`;
    return [];
  });

export const notes = (url: string): Promise<string[]> =>
  ask(url, async (sql) =>
    (await sql<{ text: string }[]>`select text from notes order by text`).map((row) => row.text),
  );

async function ask(url: string, work: (sql: postgres.Sql) => Promise<string[]>): Promise<string[]> {
  const sql = postgres(url, { max: 1, connect_timeout: 10, onnotice: () => {} });
  try {
    return await work(sql);
  } finally {
    await sql.end({ timeout: 1 });
  }
}
