import { sql } from 'drizzle-orm';
import { prepared, type Runner } from '../prepared.ts';
import type { Seal } from '../sealed.ts';

const p = sql.placeholder;

/** Whom or what a restored backup must forget again: a keyed hash that names nobody, and since when. */
export type Tombstone = { key: string; at: Date };

/** The key of a report that was taken back by itself; a person's is that of their contact. */
export const keyOfForgottenReport = (seal: Seal, ticket: string): Buffer =>
  seal.hash('forgotten-report', ticket);

const writeTombstone = prepared(sql`insert into tombstone (key, at) values (${p('key')}, ${p('at')})
  on conflict (key) do update set at = greatest(tombstone.at, excluded.at)`);

const writePersons =
  prepared(sql`insert into tombstone (key, at) select key, ${p('at')}::timestamptz from contact where id = ${p('contact')}
  on conflict (key) do update set at = greatest(tombstone.at, excluded.at)`);

const readAll = prepared<{ key: string; at: string }>(
  sql`select encode(key, 'hex') as key, at from tombstone order by at, key`,
);

/** Remembers that a person was forgotten. */
export const buryPerson = async (runner: Runner, contact: number, at: Date): Promise<void> => {
  await writePersons(runner, { contact, at: at.toISOString() });
};

/** Remembers that one report was taken back. */
export const buryReport = async (runner: Runner, seal: Seal, ticket: string, at: Date): Promise<void> => {
  await writeTombstone(runner, { key: keyOfForgottenReport(seal, ticket), at: at.toISOString() });
};

/** All of them, to be kept apart from the backups: a restored database knows only those of its own day. */
export const readTombstones = async (runner: Runner): Promise<Tombstone[]> =>
  (await readAll(runner, {})).map(({ key, at }) => ({ key, at: new Date(at) }));

/** Puts back tombstones that were kept apart; what is known already stays. */
export const addTombstones = async (runner: Runner, tombstones: readonly Tombstone[]): Promise<void> => {
  for (const { key, at } of tombstones)
    await writeTombstone(runner, { key: Buffer.from(key, 'hex'), at: at.toISOString() });
};
