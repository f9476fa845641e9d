import { sql } from 'drizzle-orm';
import type { Window } from '../../../bot/domain/coaching/figure.ts';
import { addCalendarDays, endOfLocalDay } from '../../../bot/domain/local-date.ts';
import { prepared, type Runner } from '../../prepared.ts';

const p = sql.placeholder;

/** Complaints that came to an office on a local day. */
type ComplaintDay = { unit: string; day: string; count: number };

/** Neither sensitive ones, nor what was only tried out, nor what was not the city's to answer. */
const counted = sql`
from report r join category c on c.key = r.category left join contact k on k.id = r.reporter_id
where r.kind = 'pengaduan' and r.state <> 'bukan_wewenang' and c.sensitive = 'none' and k.circle is null`;

const findDays = prepared<ComplaintDay>(sql`
select r.unit_code as unit, (r.received_at at time zone ${p('zone')})::date::text as day, count(*)::int as count ${counted}
  and r.received_at >= ${p('from')} and r.received_at < ${p('until')} group by 1, 2`);

const findFirst = prepared<{ unit: string; day: string }>(sql`
select r.unit_code as unit, min(r.received_at at time zone ${p('zone')})::date::text as day ${counted} group by 1`);

/** The complaints of some local days, by the unit they lie with. */
export const complaintDays = (
  runner: Runner,
  { from, until }: Window,
  zone: string,
): Promise<ComplaintDay[]> =>
  findDays(runner, {
    zone,
    from: endOfLocalDay(addCalendarDays(from, -1), zone).toISOString(),
    until: endOfLocalDay(until, zone).toISOString(),
  });

/** The local day of each unit's first complaint: before it there is no past to compare with. */
export const firstComplaints = (runner: Runner, zone: string): Promise<{ unit: string; day: string }[]> =>
  findFirst(runner, { zone });
