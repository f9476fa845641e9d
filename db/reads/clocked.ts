import { sql } from 'drizzle-orm';
import { type ReportState, reportStates } from '../../bot/domain/report-state.ts';
import { prepared, type Runner } from '../prepared.ts';
import type { CaseRow, ClockRow } from './case.ts';

const p = sql.placeholder;

/** A report as far as its clocks and whoever is to be reminded need it; `given`: reminders it has had. */
export type ClockedRow = ClockRow &
  Pick<CaseRow, 'id' | 'ticket' | 'category' | 'taker' | 'reporter' | 'concerns'> & {
    given: string[];
    circle: string | null;
  };

const columns = sql`
r.id::int as id, r.ticket, r.category, c.sensitive, r.confidential, r.unit_code as unit, r.state, r.received_at as received,
  r.first_answer_due as first_due, r.resolve_due as settle_due, r.verify_due, r.due_estimated as estimated, r.settle_days, c.days,
  r.taker_id::int as taker, r.reporter_id::int as reporter, r.concerns,
  (select circle from contact where id = r.reporter_id) as circle,
  coalesce((select json_agg(json_build_object('at', e.at, 'action', e.action, 'state', e.state, 'actor', e.actor, 'detail', e.detail)
    order by e.id) from report_event e where e.report_id = r.id), '[]') as events,
  coalesce((select json_agg(g.key) from reminder_given g where g.report_id = r.id), '[]') as given
from report r join category c on c.key = r.category`;

const findPage = prepared<ClockedRow>(sql`
select ${columns} where r.state not in ('selesai', 'bukan_wewenang', 'diarsipkan', 'digabung')
  and r.state = any(${p('states')}::text[]) and r.id > ${p('after')}::bigint order by r.id limit ${p('most')}`);

/** Reports read at a time. */
const most = 200;

/** Open reports, or those of some states, in the order of their filing; never all of them at once. */
export const openPages = async function* (
  runner: Runner,
  states: readonly ReportState[] = reportStates,
): AsyncGenerator<ClockedRow[]> {
  for (let after = 0; ; ) {
    const rows = await findPage(runner, { states, after, most });
    yield rows;
    const last = rows.at(-1);
    if (!last || rows.length < most) return;
    after = last.id;
  }
};

const findReceived = prepared<ClockedRow>(sql`
select ${columns} left join contact tried on tried.id = r.reporter_id where c.sensitive = 'none' and tried.circle is null
  and r.received_at >= ${p('from')} and r.received_at < ${p('until')} and r.id > ${p('after')}::bigint order by r.id limit ${p('most')}`);

/** Reports that came between two instants, in the order of their filing; none that is sensitive or was only tried out. */
export const receivedPages = async function* (
  runner: Runner,
  between: { from: string; until: string },
): AsyncGenerator<ClockedRow[]> {
  for (let after = 0; ; ) {
    const rows = await findReceived(runner, { ...between, after, most });
    yield rows;
    const last = rows.at(-1);
    if (!last || rows.length < most) return;
    after = last.id;
  }
};

/** One report, whatever its state. */
export const oneClocked = prepared<ClockedRow>(sql`select ${columns} where r.ticket = ${p('ticket')}`);

/** Reports to which an office answered between two instants, or which it called done; never sensitive ones. */
export const answeredBetween = prepared<ClockedRow>(sql`
select ${columns} where c.sensitive = 'none' and r.id in (
  select report_id from report_event where action in ('answer', 'extend', 'finish') and at >= ${p('from')} and at < ${p('until')})`);

/** The same of one office, leaving out what was only tried out. */
export const answeredBy = prepared<ClockedRow>(sql`
select ${columns} left join contact tried on tried.id = r.reporter_id
where r.unit_code = ${p('unit')} and c.sensitive = 'none' and tried.circle is null and r.id in (
  select report_id from report_event where action in ('answer', 'extend', 'finish') and at >= ${p('from')} and at < ${p('until')})`);
