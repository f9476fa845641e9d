import { sql } from 'drizzle-orm';
import type { Database } from '../database.ts';
import { awaitsWord } from '../letter-ways.ts';

/** A letter as an operator may see it: no text, no person. Ages in seconds; `reason` is the last failure. */
export type OutboxLetter = {
  id: number;
  state: 'waiting' | 'sending' | 'dead';
  channel: string;
  account: string;
  bulk: boolean;
  attempts: number;
  reason: string | null;
  ageSeconds: number;
  /** Seconds until the next try; 0 when it is due. */
  dueInSeconds: number;
};

/** A message of a person that failed again and again and was set aside, sealed. */
export type SetAside = {
  key: string;
  channel: string;
  account: string;
  attempts: number;
  reason: string;
  ageSeconds: number;
};

/** Letters that wait for a person's next word on a channel, because free words come too late there; since when the oldest does. */
export type Shut = { channel: string; account: string; letters: number; people: number; ageSeconds: number };

/** The outbox at a glance: how many stand in each state, and the oldest of them, at most `most` a state. */
export type OutboxView = {
  counts: { waiting: number; sending: number; dead: number; setAside: number };
  letters: OutboxLetter[];
  setAside: SetAside[];
  shut: Shut[];
};

export const outboxView = async ({ db }: Pick<Database, 'db'>, most = 100): Promise<OutboxView> => {
  const [[counts], letters, setAside, shut] = await Promise.all([
    db.execute<OutboxView['counts']>(sql`
      select count(*) filter (where state = 'waiting')::int as waiting,
        count(*) filter (where state = 'sending')::int as sending,
        count(*) filter (where state = 'dead')::int as dead,
        (select count(*)::int from dead_update where dead_at is not null) as "setAside"
      from letter where state in ('waiting', 'sending', 'dead')`),
    db.execute<OutboxLetter>(sql`
      select l.id::int as id, l.state, l.channel, c.account, l.bulk, l.attempts, l.failure as reason,
        extract(epoch from now() - l.created_at)::int as "ageSeconds",
        greatest(extract(epoch from l.not_before - now()), 0)::int as "dueInSeconds"
      from (
        select *, row_number() over (partition by state order by id) as place
        from letter where state in ('waiting', 'sending', 'dead')
      ) l join contact c on c.id = l.contact_id
      where l.place <= ${most} order by l.state, l.id`),
    db.execute<SetAside>(sql`
      select encode(key, 'hex') as key, channel, account, attempts, reason,
        extract(epoch from now() - dead_at)::int as "ageSeconds"
      from dead_update where dead_at is not null order by dead_at limit ${most}`),
    db.execute<Shut>(sql`
      select c.channel, c.account, count(*)::int as letters, count(distinct c.id)::int as people,
        extract(epoch from now() - min(l.created_at))::int as "ageSeconds"
      from letter l join contact c on c.id = l.contact_id
      where l.state = 'waiting' and c.id in (
        select contact_id from letter where ${awaitsWord}
      )
      group by 1, 2 order by 1, 2`),
  ]);
  return {
    counts: counts ?? { waiting: 0, sending: 0, dead: 0, setAside: 0 },
    letters: [...letters],
    setAside: [...setAside],
    shut: [...shut],
  };
};

/** The number of the newest letter, 0 where there is none. */
export const newestLetter = async ({ db }: Pick<Database, 'db'>): Promise<number> => {
  const [row] = await db.execute<{ id: number }>(sql`select coalesce(max(id), 0)::int as id from letter`);
  return row?.id ?? 0;
};

/** What became of the letters after one: how many, how many wait or are being sent, and whose are due now. */
export const lettersAfter = async (
  { db }: Pick<Database, 'db'>,
  id: number,
): Promise<{
  written: number;
  waiting: number;
  due: { contact: number; channel: string; account: string }[];
}> => {
  const [[counts], due] = await Promise.all([
    db.execute<{ written: number; waiting: number }>(sql`
      select count(*)::int as written, count(*) filter (where state in ('waiting', 'sending'))::int as waiting
      from letter where id > ${id}`),
    db.execute<{ contact: number; channel: string; account: string }>(sql`
      select l.contact_id::int as contact, c.channel, c.account
      from letter l join contact c on c.id = l.contact_id
      where l.id > ${id} and l.state in ('waiting', 'sending') and l.not_before <= now()
      group by 1, 2, 3 order by min(l.id)`),
  ]);
  return { written: counts?.written ?? 0, waiting: counts?.waiting ?? 0, due: [...due] };
};
