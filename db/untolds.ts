import { sql } from 'drizzle-orm';
import type { ChannelName } from '../bot/conversation/inbound.ts';
import { factsOf, rulesOf } from '../bot/domain/clock-facts.ts';
import type { Duty } from '../bot/domain/duty-hours.ts';
import { localDate } from '../bot/domain/local-date.ts';
import { reportClocks } from '../bot/domain/report-clocks.ts';
import type { StaffRole } from '../bot/domain/roles.ts';
import type { Hearer, StaffHearer, Untold, Untolds } from '../bot/news.ts';
import type { City } from '../bot/ports.ts';
import type { Database } from './database.ts';
import { prepared, type Runner } from './prepared.ts';
import { type CaseRow, caseOf, comerOf, readCase, type StaffRow } from './reads/case.ts';
import { contentOf, eventWords } from './reads/case-content.ts';
import { viewFor } from './reads/case-view.ts';
import { type DutyRows, dutyOf, findDuty, roundTheClock } from './reads/duty.ts';
import { findReporter } from './reads/reporter.ts';
import type { Seal } from './sealed.ts';
import { addLetters } from './stores/letter.ts';

const p = sql.placeholder;

/** So many events are told by one transaction. */
const atOnce = 20;

const takeNotices = prepared<{ event: number; only: number | null; ticket: string }>(sql`
with due as (
  select id from notice where due <= ${p('now')} order by id limit ${p('most')} for update skip locked
), taken as (
  delete from notice using due where notice.id = due.id returning notice.id, notice.event_id, notice.contact_id
)
select t.event_id::int as event, t.contact_id::int as only, r.ticket from taken t
join report_event e on e.id = t.event_id join report r on r.id = e.report_id order by t.id`);

const findForGroups = prepared<{ office: string; ticket: string }>(sql`
select distinct r.unit_code as office, r.ticket from notice n join report_event e on e.id = n.event_id
join report r on r.id = e.report_id join category c on c.key = r.category
join office_group g on g.unit_code = r.unit_code and g.ended_at is null
where n.due <= ${p('now')} and n.contact_id is null and c.sensitive = 'none' limit 50`);

type ContactRow = { id: number; channel: string; account: string };
type StaffAtHand = ContactRow & { circle: string | null; staff: StaffRow };

const findStaff = prepared<StaffAtHand>(sql`
select c.id::int as id, c.channel, c.account, c.circle, json_build_object('id', e.id, 'name', e.name, 'unit', e.unit_code, 'kind', e.kind,
  'roles', e.roles, 'since', l.since) as staff
from employee e join staff_link l on l.employee_id = e.id and l.ended_at is null join contact c on c.id = l.contact_id
where e.active and c.unreachable_at is null and e.roles && '{officer,coordinator,supervisor,inspector}' order by e.id, c.id`);

const findCitizens = prepared<ContactRow & { reader: 'reporter' | 'follower' }>(sql`
select c.id::int as id, c.channel, c.account, who.reader from (
  select reporter_id as id, 'reporter' as reader from report where id = ${p('report')} and reporter_id is not null
  union all select contact_id, 'follower' from follower where report_id = ${p('report')}
  union all select ${p('reporter')}::bigint, 'reporter' where ${p('reporter')}::bigint is not null) who
join contact c on c.id = who.id`);

const putOff = prepared(
  sql`insert into notice (event_id, contact_id, due) values (${p('event')}, ${p('contact')}, ${p('due')})`,
);

const hearer = ({ id, channel, account }: ContactRow): Hearer => ({
  id,
  address: { channel: channel as ChannelName, account, id: '' },
});

const staffHearers = (row: CaseRow, staff: readonly StaffAtHand[], seal: Seal, city: City): StaffHearer[] => {
  const it = caseOf(row, city);
  return staff.flatMap((one): StaffHearer[] => {
    const seen = { ...row, staff: one.staff };
    const who = comerOf(seen, 'staff', one.id, seal, city);
    const view = who && viewFor(seen, it, who, seal, city);
    if (who?.as !== 'staff' || !view) return [];
    return [
      {
        hearer: hearer(one),
        employee: one.staff.id,
        hats: who.hats as StaffRole[],
        office: who.office,
        view,
      },
    ];
  });
};

/** The day that news names: what the step set, else what now stands promised. */
const dateOf = (row: CaseRow, index: number, city: City): string | undefined => {
  const event = row.events[index];
  const named = event?.detail.date ?? event?.detail.answer?.on;
  if (named || !event) return named;
  const rules = rulesOf(city);
  const it = caseOf(row, city);
  const clocks = reportClocks(factsOf(it.filed, it.timeline, rules), rules);
  if (event.action === 'auto_close') return clocks.reopenUntil?.due;
  if (event.action === 'reopen' || event.action === 'forward')
    return clocks.firstAnswer.is === 'running' ? clocks.firstAnswer.due : undefined;
  return undefined;
};

/** Pictures that go with the news: what came with the event; with *Selesai* also what citizens had sent. */
const mediaOf = ({ photos, events }: CaseRow, event: number): Untold['media'] => {
  const told = events.find(({ id }) => id === event);
  const came = photos.filter((one) => one.event === event);
  const fromCitizens = new Set(events.filter(({ actor }) => actor === 'citizen').map(({ id }) => id));
  const sent = photos.filter((one) => one.event === null || fromCitizens.has(one.event));
  const before = sent.filter(({ kind }) => kind === 'photo');
  const whole = told?.action === 'forward' || told?.action === 'received';
  const wanted = told?.action === 'finish' ? [...before.slice(0, 2), ...came] : whole ? sent : came;
  return wanted.slice(0, 10).map(({ id, kind }) => ({ id, kind }));
};

const untoldOf = async (
  runner: Runner,
  seal: Seal,
  city: City,
  { event, only, ticket }: { event: number; only: number | null; ticket: string },
  staff: readonly StaffAtHand[],
  duties: DutyRows,
): Promise<Untold | undefined> => {
  const row = await readCase(runner, ticket, 0);
  const index = row?.events.findIndex(({ id }) => id === event) ?? -1;
  const told = row?.events[index];
  if (!row || !told) return undefined;
  const from = await findReporter(runner, seal, row);
  const circle = from?.circle ?? null;
  const near = staff.filter((one) => one.circle === circle);
  const citizens = await findCitizens(runner, {
    report: row.id,
    reporter: row.sensitive === 'none' ? null : (from?.hearer.id ?? null),
  });
  const date = dateOf(row, index, city);
  const { archived, answer, joined } = told.detail;
  const duty: Duty<number> =
    circle === null
      ? dutyOf(duties, row.unit, city)
      : roundTheClock(
          near.map((one) => one.staff.id),
          city,
        );
  return {
    event,
    only: only ?? undefined,
    action: told.action,
    ticket,
    office: row.unit,
    unit: city.units.find(({ code }) => code === row.unit)?.name ?? row.unit,
    sensitive: row.sensitive !== 'none',
    words: row.sensitive === 'none' ? (eventWords(seal, ticket, told.sealed) ?? '') : '',
    joined: joined ?? false,
    ...(answer && { shape: answer.shape }),
    atFiling: told.action === 'forward' && told.actor === 'clock',
    ...(date && { date }),
    ...(archived && { archived }),
    ...(told.blanks.main && { main: told.blanks.main }),
    media: mediaOf(row, event),
    taker: row.taker ?? undefined,
    takerName: row.taker_name ?? undefined,
    known: {
      category: row.category,
      confidential: row.confidential,
      words: row.sensitive === 'none' ? contentOf(row, seal).words : null,
      received: localDate(new Date(row.received), city.agency.zone),
    },
    citizens: citizens.map((one) => ({ hearer: hearer(one), reader: one.reader })),
    staff: staffHearers(row, near, seal, city),
    duty,
  };
};

/** Events to be told, on PostgreSQL: taken under a lock that others pass by, told and forgotten in one transaction. */
export const createUntolds = (
  { sql: pool }: Pick<Database, 'sql'>,
  seal: Seal,
  city: () => City,
): Untolds => ({
  forGroups: async (now) => [...(await findForGroups(pool, { now: now.toISOString() }))],
  tell: (now, decide) =>
    pool.begin(async (tx) => {
      const taken = await takeNotices(tx, { now: now.toISOString(), most: atOnce });
      if (taken.length === 0) return { told: 0, contacts: [] };
      const [staff, duties] = await Promise.all([findStaff(tx, {}), findDuty(tx, now, city())]);
      const contacts = new Set<number>();
      for (const notice of taken) {
        const untold = await untoldOf(tx, seal, city(), notice, staff, duties);
        if (!untold) continue;
        const { letters, later } = decide(untold);
        await Promise.all([
          ...letters.flatMap(({ to, letter }) => addLetters(tx, seal, to, [letter])),
          ...later.map(({ contact, due }) =>
            putOff(tx, { event: untold.event, contact, due: due.toISOString() }),
          ),
        ]);
        for (const { to } of letters) contacts.add(to.id);
      }
      return { told: taken.length, contacts: [...contacts] };
    }),
});
