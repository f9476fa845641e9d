import { sql } from 'drizzle-orm';
import type { Sensitivity } from '../../bot/domain/category.ts';
import type { ReportState } from '../../bot/domain/report-state.ts';
import type { EventAction } from '../../bot/reads.ts';
import type { Database } from '../database.ts';
import { prepared } from '../prepared.ts';
import { photoMayShow } from './publication.ts';

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
  /** What was approved for everybody, words masked; a photo goes again when whoever sent it takes their consent back. */
  words: string | null;
  photos: { id: string; after: boolean }[];
};

const findReport =
  prepared<PublicReport>(sql`select r.ticket, c.label as category, c.sensitive, r.confidential, r.state, u.name as unit,
    r.first_answer_due as due,
    coalesce((select json_agg(json_build_object('at', e.at, 'action', e.action, 'blanks', e.blanks) order by e.id)
      from report_event e where e.report_id = r.id), '[]') as events,
    published.words,
    coalesce((select json_agg(json_build_object('id', m.id, 'after', exists (
          select 1 from report_event e where e.id = m.event_id and e.action = 'finish')) order by m.created_at, m.id)
      from media m where m.report_id = r.id and m.id = any(published.photos) and m.state = 'clean' and ${photoMayShow}), '[]') as photos
  from report r join unit u on u.code = r.unit_code join category c on c.key = r.category
    left join publication published on published.report_id = r.id
  where r.ticket = ${sql.placeholder('ticket')}`);

/** A report by its number, with nothing a person wrote but what was approved. */
export const publicReport = async (
  { sql: pool }: Pick<Database, 'sql'>,
  ticket: string,
): Promise<PublicReport | undefined> => (await findReport(pool, { ticket }))[0];
