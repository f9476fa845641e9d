import { sql } from 'drizzle-orm';
import type { Database } from '../database.ts';

/** How letters that nobody waits for go out. */
export type Broadcast = {
  /** Due now or being sent, and for later. */
  waiting: number;
  later: number;
  sentInHour: number;
  /** Letters a second over the last minute, or as long as it goes; 0 when none went. */
  perSecond: number;
  /** When the last that is due will have gone at that rate; null when nothing waits or moves. */
  endsAt: Date | null;
  /** Since when the operator has stopped them. */
  pausedSince: Date | null;
  /** Until when a platform asked for silence. */
  silentUntil: Date | null;
  /** The agency's zone, where it names one. */
  zone: string | null;
};

/** A rate over less than this would be chance (seconds). */
const shortest = 5;

type Row = {
  now: string;
  waiting: number;
  later: number;
  hour: number;
  minute: number;
  span: number | null;
  paused: string | null;
  silent: string | null;
  zone: string | null;
};

const at = (text: string | null): Date | null => (text === null ? null : new Date(text));

export const broadcastView = async ({ db }: Pick<Database, 'db'>): Promise<Broadcast> => {
  const [row] = await db.execute<Row>(sql`
    select now() as now, standing.*, gone.*, (select since from bulk_pause) as paused,
      (select max(until) from pause where until > now()) as silent, (select zone from agency limit 1) as zone
    from (
      select count(*) filter (where not_before <= now())::int as waiting, count(*) filter (where not_before > now())::int as later
      from letter where bulk and state in ('waiting', 'sending')
    ) as standing, (
      select count(*)::int as hour, count(*) filter (where sent_at > now() - interval '1 minute')::int as minute,
        extract(epoch from now() - min(sent_at) filter (where sent_at > now() - interval '1 minute'))::float as span
      from letter where bulk and sent_at > now() - interval '1 hour'
    ) as gone`);
  if (!row) throw new Error('the database gave no answer');
  const { waiting, later, hour, minute, span, paused, silent, zone } = row;
  const perSecond = minute / Math.max(shortest, span ?? shortest);
  const moves = waiting > 0 && perSecond > 0 && paused === null;
  return {
    waiting,
    later,
    sentInHour: hour,
    perSecond,
    endsAt: moves ? new Date(new Date(row.now).getTime() + (waiting / perSecond) * 1000) : null,
    pausedSince: at(paused),
    silentUntil: at(silent),
    zone,
  };
};
