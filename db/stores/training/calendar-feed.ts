import { sql } from 'drizzle-orm';
import { localDate } from '../../../bot/domain/local-date.ts';
import type { City, Contact } from '../../../bot/ports.ts';
import { Overtaken } from '../../overtaken.ts';
import { prepared, type Runner } from '../../prepared.ts';
import { hashOfFeed } from '../../reads/training/feed.ts';
import { learnerOf } from '../../reads/training/learner.ts';
import type { Seal } from '../../sealed.ts';

const p = sql.placeholder;

const writeFeed = prepared(sql`
insert into calendar_feed (employee_id, hash, since) values (${p('employee')}, ${p('hash')}, ${p('since')}::date)
on conflict (employee_id) do update set hash = excluded.hash, since = excluded.since`);

/** The one address of an employee's calendar from now on; an earlier one no longer opens. */
export const openCalendar = async (
  runner: Runner,
  seal: Seal,
  { agency }: Pick<City, 'agency'>,
  { id: contact }: Pick<Contact, 'id'>,
  token: string,
  at: Date,
): Promise<void> => {
  const learner = await learnerOf(runner, contact);
  if (!learner) throw new Overtaken();
  const since = localDate(at, agency.zone);
  await writeFeed(runner, { employee: learner.id, hash: hashOfFeed(seal, token), since });
};

const endFeed = prepared(sql`
delete from calendar_feed where employee_id = (select l.employee_id from staff_link l
  where l.contact_id = ${p('contact')} and l.ended_at is null)`);

/** No address opens an employee's calendar any more. */
export const closeCalendar = async (runner: Runner, { id: contact }: Pick<Contact, 'id'>): Promise<void> => {
  await endFeed(runner, { contact });
};
