import { sql } from 'drizzle-orm';
import type { Case, Comer } from '../../bot/domain/case.ts';
import type { Sensitivity } from '../../bot/domain/category.ts';
import type { Actor } from '../../bot/domain/life-step.ts';
import { localDate } from '../../bot/domain/local-date.ts';
import { officeOf } from '../../bot/domain/office.ts';
import type { ReportState } from '../../bot/domain/report-state.ts';
import type { EventDetail, LifeEvent } from '../../bot/domain/report-timeline.ts';
import { hatsOf } from '../../bot/domain/roles.ts';
import { tiesToSensitive } from '../../bot/domain/sensitive.ts';
import type { City } from '../../bot/ports.ts';
import type { EventAction } from '../../bot/reads.ts';
import { prepared, type Runner } from '../prepared.ts';
import type { Seal } from '../sealed.ts';
import { followsReport, wroteReport } from './own-chats.ts';

const p = sql.placeholder;

/** One line of the timeline as it is stored; `sealed` (base64) are somebody's words. */
export type EventRow = {
  id: number;
  at: string;
  action: EventAction;
  state: ReportState;
  actor: Actor;
  detail: EventDetail;
  blanks: { [name: string]: string };
  sealed: string | null;
};

/** An employee as deciding needs them. */
export type StaffRow = {
  id: number;
  name: string;
  unit: string;
  kind: string;
  roles: string[];
  since: string;
};

export type CaseRow = {
  id: number;
  ticket: string;
  category: string;
  sensitive: Sensitivity;
  confidential: boolean;
  unit: string;
  state: ReportState;
  received: string;
  first_due: string;
  settle_due: string;
  verify_due: string | null;
  estimated: boolean;
  settle_days: number | null;
  days: number;
  taker: number | null;
  taker_name: string | null;
  reporter: number | null;
  reporter_key: Uint8Array | null;
  concerns: string | null;
  words: string | null;
  place: string | null;
  lat: number | null;
  lng: number | null;
  region: string | null;
  sealed: Uint8Array | null;
  phone: Uint8Array | null;
  wrote: boolean;
  follows: boolean;
  staff: StaffRow | null;
  photos: { id: string; kind: 'photo' | 'voice' | 'video'; event: number | null }[];
  events: EventRow[];
};

/** What of an event, and what of a report, its clocks are reckoned from. */
type ClockEvent = Pick<EventRow, 'at' | 'action' | 'state' | 'actor' | 'detail'>;
export type ClockRow = Pick<
  CaseRow,
  | 'sensitive'
  | 'confidential'
  | 'unit'
  | 'state'
  | 'received'
  | 'first_due'
  | 'settle_due'
  | 'verify_due'
  | 'estimated'
  | 'settle_days'
  | 'days'
> & { events: ClockEvent[] };

/** Holds a report until the transaction ends; whoever comes second reads it only after the first has written. */
export const holdReport = prepared<{ id: number }>(
  sql`select id::int as id from report where ticket = ${p('ticket')} for no key update`,
);

const columns = sql`
r.id::int as id, r.ticket, r.category, c.sensitive, r.confidential, r.unit_code as unit, r.state, r.received_at as received,
  r.first_answer_due as first_due, r.resolve_due as settle_due, r.verify_due, r.due_estimated as estimated, r.settle_days, c.days,
  r.taker_id::int as taker, (select name from employee where id = r.taker_id) as taker_name,
  r.reporter_id::int as reporter, r.reporter_key, r.concerns, r.words, r.place, r.lat, r.lng, r.region, r.sealed, r.phone,
  ${wroteReport} as wrote, ${followsReport} as follows,
  (select json_build_object('id', e.id, 'name', e.name, 'unit', e.unit_code, 'kind', e.kind, 'roles', e.roles, 'since', l.since)
    from staff_link l join employee e on e.id = l.employee_id
    where l.contact_id = ${p('contact')}::bigint and l.ended_at is null and e.active) as staff,
  coalesce((select json_agg(json_build_object('id', m.id, 'kind', m.kind, 'event', m.event_id) order by m.created_at, m.id)
    from media m where m.report_id = r.id and m.state <> 'refused'), '[]') as photos,
  coalesce((select json_agg(json_build_object('id', e.id, 'at', e.at, 'action', e.action, 'state', e.state, 'actor', e.actor,
      'detail', e.detail, 'blanks', e.blanks, 'sealed', translate(encode(e.sealed, 'base64'), E'\n', '')) order by e.id)
    from report_event e where e.report_id = r.id), '[]') as events
`;

/** Holds several reports at once, in one order whoever asks, so that two who hold the same never wait for each other. */
export const holdReports = prepared<{ id: number }>(
  sql`select id::int as id from report where ticket = any(${p('tickets')}::text[]) order by id for no key update`,
);

/** A report with its timeline, and how one contact, from any of its person's chats, stands to it. */
export const findCase = prepared<CaseRow>(
  sql`select ${columns} from report r join category c on c.key = r.category where r.ticket = ${p('ticket')}`,
);

/** Open reports, those with the nearest promises first. */
export const openCases = prepared<CaseRow>(sql`
select ${columns} from report r join category c on c.key = r.category
where r.state not in ('selesai', 'bukan_wewenang', 'diarsipkan', 'digabung')
  and (r.unit_code = any(${p('offices')}::text[]) or ${p('desk')}::boolean and r.state in ('diterima', 'diverifikasi'))
  and (select circle from contact where id = r.reporter_id) is not distinct from (select circle from contact where id = ${p('contact')}::bigint)
order by least(r.first_answer_due, r.resolve_due), r.id limit ${p('most')}`);

/** The timeline as the rules read it; filing itself is no step. */
export const timelineOf = (events: readonly ClockEvent[]): LifeEvent[] => {
  let from: ReportState = 'diterima';
  return events.flatMap(({ action, state, actor, at, detail }) => {
    const before = from;
    from = state;
    if (action === 'received') return [];
    const { answer, date } = detail;
    const step: LifeEvent = { action, by: actor, at: new Date(at), from: before, to: state };
    const shaped = answer && shapeOf(answer);
    return [{ ...step, ...(shaped && { answer: shaped }), ...(date && { given: { date } }) }];
  });
};

/** Why an answer says no is the citizen's to read and stays sealed; the clocks need only the shape. */
const shapeOf = ({ shape, on }: NonNullable<EventDetail['answer']>): NonNullable<LifeEvent['answer']> => {
  switch (shape) {
    case 'planned':
      return { shape, on: on ?? '' };
    case 'cannot':
      return { shape, because: '' };
    case 'done':
    case 'plain':
      return { shape };
    default:
      return shape satisfies never;
  }
};

/** A stored report as the rules know it. */
export const caseOf = (row: ClockRow, city: City): Case => {
  const receivedOn = localDate(new Date(row.received), city.agency.zone);
  const { estimated: estimate } = row;
  return {
    sensitive: row.sensitive,
    confidential: row.confidential,
    office: row.unit,
    state: row.state,
    filed: {
      receivedOn,
      verify: { due: row.verify_due ?? row.first_due, estimate },
      firstAnswer: { due: row.first_due, estimate },
      settle: { due: row.settle_due, estimate, days: row.settle_days ?? row.days },
    },
    timeline: timelineOf(row.events),
  };
};

/** The key by which the reporter of a sensitive report is known again. */
export const reporterKey = (seal: Seal, ticket: string, contact: number): Buffer =>
  seal.hash('reporter', ticket, String(contact));

/** Whoever opens a report: as a citizen, or as the employee that the chat speaks for. */
export const comerOf = (
  row: CaseRow,
  as: Comer['as'],
  contact: number,
  seal: Seal,
  { units, categories }: City,
): Comer | undefined => {
  if (as === 'citizen') {
    const key = row.reporter_key;
    const wrote = row.wrote || (key !== null && reporterKey(seal, row.ticket, contact).equals(key));
    return { as, wrote, follows: row.follows };
  }
  if (!row.staff) return undefined;
  const office = officeOf(row.staff.unit, units, categories);
  const hats = hatsOf({ ...row.staff, active: true });
  const report = { office: row.unit, concerns: row.concerns };
  return { as, hats, office, ...tiesToSensitive({ office, hats }, report, units) };
};

/** Reads a report with its timeline; `undefined` for a number nobody has. */
export const readCase = async (
  runner: Runner,
  ticket: string,
  contact: number,
): Promise<CaseRow | undefined> => (await findCase(runner, { ticket, contact }))[0];
