import { type SQL, sql } from 'drizzle-orm';
import { before } from './rule.ts';

/** States in which no work is owed any more; `isOpen` of the domain says the same. */
export const closedStates = sql`('selesai', 'bukan_wewenang', 'diarsipkan', 'digabung')`;

/**
 * Whether the report of that column has been closed for long enough: nothing has happened to it since, nor to the report
 * under whose number it is handled.
 */
export const closedLong = (report: SQL, sensitive: boolean): SQL => sql`exists (
  select 1 from report r join category c on c.key = r.category left join report main on main.id = r.merged_into
  where r.id = ${report} and r.state in ${closedStates} and r.received_at < ${before}
    and ${sensitive ? sql`c.sensitive <> 'none'` : sql`c.sensitive = 'none'`}
    and (main.id is null or main.state in ${closedStates})
    and not exists (select 1 from report_event e where e.report_id in (r.id, main.id) and e.at >= ${before}))`;
