import { sql } from 'drizzle-orm';
import type { Database } from '../database.ts';
import { prepared } from '../prepared.ts';
import type { Seal } from '../sealed.ts';
import { keyOfForgottenReport } from '../stores/tombstone.ts';
import { closedStates } from './closed.ts';
import { forgetPerson } from './forget-person.ts';
import { forgetReports } from './forget-reports.ts';

const p = sql.placeholder;

const findPeople = prepared<{ id: number; at: string }>(
  sql`select c.id::int as id, t.at from tombstone t join contact c on c.key = t.key order by c.id`,
);

const findLinked = prepared<{ id: number; ticket: string }>(
  sql`select id::int as id, ticket from report where id > ${p('after')}::bigint and reporter_id is not null and state in ${closedStates}
    order by id limit 1000`,
);

const findBuried = prepared<{ key: string }>(
  sql`select encode(key, 'hex') as key from tombstone where key = any(select decode(one, 'hex') from unnest(${p('keys')}::text[]) one)`,
);

/** Closed reports that their reporters took back one by one. */
const forgetTakenBack = async (pool: Database['sql'], seal: Seal): Promise<number> => {
  let reports = 0;
  for (let after = 0; ; ) {
    const page = await findLinked(pool, { after });
    const last = page.at(-1);
    if (!last) return reports;
    after = last.id;
    const tickets = new Map(
      page.map(({ ticket }) => [keyOfForgottenReport(seal, ticket).toString('hex'), ticket]),
    );
    for (const { key } of await findBuried(pool, { keys: [...tickets.keys()] })) {
      const ticket = tickets.get(key);
      if (ticket) reports += await pool.begin((tx) => forgetReports(tx, seal, { ticket }));
    }
  }
};

/**
 * Does to everybody who has a tombstone what was done when they asked: after a backup was restored, and every night for
 * reports that were still running then. Doing it twice changes nothing. Tells how many accounts and reports it went over.
 */
export const forgetAgain = async (
  { sql: pool }: Pick<Database, 'sql'>,
  seal: Seal,
): Promise<{ people: number; reports: number }> => {
  let reports = 0;
  const people = await findPeople(pool, {});
  for (const { id, at } of people)
    reports += await pool.begin((tx) => forgetPerson(tx, seal, id, new Date(at)));
  return { people: people.length, reports: reports + (await forgetTakenBack(pool, seal)) };
};
