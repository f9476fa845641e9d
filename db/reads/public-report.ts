import { sql } from 'drizzle-orm';
import type { Sensitivity } from '../../bot/domain/category.ts';
import type { ReportState } from '../../bot/domain/report-state.ts';
import type { EventAction } from '../../bot/ports.ts';
import type { Database } from '../database.ts';
import { prepared } from '../prepared.ts';

/** What of a report may concern the public; who may see which part is decided elsewhere. Instants as text. */
export type PublicReport = {
  ticket: string;
  category: string;
  sensitive: Sensitivity;
  confidential: boolean;
  state: ReportState;
  unit: string;
  due: string;
  events: { at: string; action: EventAction; blanks: { [name: string]: unknown } }[];
};

const findReport =
  prepared<PublicReport>(sql`select r.ticket, c.label as category, c.sensitive, r.confidential, r.state, u.name as unit,
    r.first_answer_due as due,
    coalesce((select json_agg(json_build_object('at', e.at, 'action', e.action, 'blanks', e.blanks) order by e.id)
      from report_event e where e.report_id = r.id), '[]') as events
  from report r join unit u on u.code = r.unit_code join category c on c.key = r.category
  where r.ticket = ${sql.placeholder('ticket')}`);

/** A report by its number, without anything a person wrote. */
export const publicReport = async (
  { sql: pool }: Pick<Database, 'sql'>,
  ticket: string,
): Promise<PublicReport | undefined> => (await findReport(pool, { ticket }))[0];
