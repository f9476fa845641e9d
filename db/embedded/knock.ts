import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import postgres from 'postgres';
import type { Place } from './place.ts';

/** The address that the service and the commands connect to; it holds the password. */
export async function addressOf(place: Place, port: number): Promise<string> {
  const password = (await readFile(place.password, 'utf8')).trim();
  return `postgres://pendopo:${password}@127.0.0.1:${port}/pendopo`;
}

/** Whether the server behind this address answers and is the one of this place, not a stranger on its port. */
export async function answers(place: Place, url: string): Promise<boolean> {
  const sql = postgres(url, { max: 1, connect_timeout: 5, onnotice: () => {} });
  try {
    const [row] = await sql<{ folder: string }[]>`select current_setting('data_directory') as folder`;
    return row !== undefined && resolve(row.folder) === resolve(place.data);
  } catch {
    return false;
  } finally {
    await sql.end({ timeout: 1 });
  }
}
