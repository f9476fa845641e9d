import { sql } from 'drizzle-orm';
import { localDate } from '../../bot/domain/local-date.ts';
import type { OwnData, RightsCase } from '../../bot/domain/own-data.ts';
import { isOpen, type ReportState } from '../../bot/domain/report-state.ts';
import { hatsOf, type StaffRole } from '../../bot/domain/roles.ts';
import type { Session } from '../../bot/ports.ts';
import { prepared, type Runner } from '../prepared.ts';
import type { Seal } from '../sealed.ts';
import { rightsPlace } from '../stores/rights.ts';

const p = sql.placeholder;
const contact = sql`${p('contact')}::bigint`;

type Row = {
  since: string;
  locale: string | null;
  noticed: string | null;
  stopped: boolean;
  employee: boolean;
  media: number;
  ratings: number;
  questions: number;
  threads: number;
  wishes: string[];
  follows: string[];
  consents: string[];
  reports: { ticket: string; category: string; state: ReportState; last: string; phone: boolean }[];
  readers: { at: string; kind: string; roles: string[] }[];
};

/** Nothing of a sensitive report: who holds the phone need not be who wrote. */
const findOwn = prepared<Row>(sql`
select c.created_at as since, c.locale, c.noticed_at as noticed, c.stopped_at is not null as stopped,
  exists (select 1 from staff_link where contact_id = c.id and ended_at is null) as employee,
  (select count(*)::int from media where contact_id = c.id and not kept and state <> 'refused') as media,
  (select count(*)::int from rating where contact_id = c.id) as ratings,
  (select count(*)::int from hand_over where contact_id = c.id) as questions,
  (select count(*)::int from skm_thread where contact_id = c.id) as threads,
  coalesce((select json_agg(u.name order by u.name) from skm_wish w join unit u on u.code = w.unit_code where w.contact_id = c.id), '[]') as wishes,
  coalesce((select json_agg(r.ticket order by r.id) from follower f join report r on r.id = f.report_id where f.contact_id = c.id), '[]') as follows,
  coalesce((select json_agg(purpose order by purpose) from (select distinct on (purpose) purpose, given from consent
    where contact_id = c.id order by purpose, id desc) latest where given = 'yes'), '[]') as consents,
  coalesce((select json_agg(json_build_object('ticket', r.ticket, 'category', r.category, 'state', r.state, 'phone', r.phone is not null,
      'last', coalesce((select max(at) from report_event e where e.report_id = r.id), r.received_at)) order by r.id desc)
    from report r join category k on k.key = r.category and k.sensitive = 'none' where r.reporter_id = c.id), '[]') as reports,
  coalesce((select json_agg(json_build_object('at', a.at, 'kind', e.kind, 'roles', e.roles) order by a.id desc)
    from (select * from audit where report_id in (select id from report where reporter_id = c.id) order by id desc limit 10) a
    join employee e on e.id = a.employee_id), '[]') as readers
from contact c where c.id = ${contact}`);

/** The hat a person would name first. */
const rank: readonly StaffRole[] = [
  'inspector',
  'officer',
  'coordinator',
  'supervisor',
  'leader',
  'hr',
  'committee',
  'admin',
];
const hatOf = (employee: { kind: string; roles: readonly string[] }): StaffRole => {
  const hats = hatsOf({ ...employee, active: true });
  return rank.find((role) => hats.includes(role)) ?? 'asn';
};

/** What is held of a contact, in the days of the agency's zone. */
export const readOwnData = async (
  runner: Runner,
  { contact: { id }, talk, parked }: Session,
  zone: string,
): Promise<OwnData> => {
  const [row] = await findOwn(runner, { contact: id });
  if (!row) throw new Error('a contact that speaks is not there');
  const on = (at: string) => localDate(new Date(at), zone);
  const { reports, readers, since, noticed, ...rest } = row;
  return {
    ...rest,
    since: on(since),
    noticed: noticed && on(noticed),
    drafts: parked.length + (talk?.form === 'report' ? 1 : 0),
    reports: reports.map(({ last, state, ...report }) => ({
      ...report,
      state,
      ended: isOpen(state) ? null : on(last),
    })),
    readers: readers.map(({ at, ...employee }) => ({ on: on(at), role: hatOf(employee) })),
  };
};

const findRightsCase = prepared<{ number: string; sealed: Uint8Array | null; due: string }>(sql`
select r.number, r.sealed, r.due from rights_request r
join staff_link l on l.employee_id = r.officer_id and l.ended_at is null and l.contact_id = ${contact}
join employee e on e.id = l.employee_id and e.active
where r.number = ${p('number')} and r.state = 'open'`);

/** A request that waits for the employee this chat speaks as, and for nobody else. */
export const readRightsCase = async (
  runner: Runner,
  seal: Seal,
  { contact, number, zone }: { contact: number; number: string; zone: string },
): Promise<RightsCase | null> => {
  const [row] = await findRightsCase(runner, { contact, number });
  if (!row) return null;
  const words = row.sealed ? seal.open('report', rightsPlace(number), row.sealed) : '';
  return { number, words, due: localDate(new Date(row.due), zone) };
};
