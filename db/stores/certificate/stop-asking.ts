import { sql } from 'drizzle-orm';
import { prepared, type Runner } from '../../prepared.ts';

const p = sql.placeholder;

const drop = prepared(sql`
update letter set state = 'dropped', failure = 'judged' where state = 'waiting' and bulk and starts_with(dedupe, ${p('asked')})`);

/** The letters by which judges are asked about a certificate: one each, and none for a paper as it no longer stands. */
export const askedKey = (id: number, version: string): string => `certificate:${id}:${version}:`;

/** Nobody is asked any more about what was decided or corrected meanwhile; a letter that has gone out says so when it is pressed. */
export const stopAsking = async (runner: Runner, id: number, version: string): Promise<void> => {
  await drop(runner, { asked: askedKey(id, version) });
};
