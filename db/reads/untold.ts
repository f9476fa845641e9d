import { sql } from 'drizzle-orm';
import type { ChannelName } from '../../bot/conversation/inbound.ts';
import { factsOf, rulesOf } from '../../bot/domain/clock-facts.ts';
import { localDate } from '../../bot/domain/local-date.ts';
import { reportClocks } from '../../bot/domain/report-clocks.ts';
import type { Hearer, StaffHearer, Untold } from '../../bot/news.ts';
import type { City } from '../../bot/ports.ts';
import { prepared, type Runner } from '../prepared.ts';
import type { Seal } from '../sealed.ts';
import { type CaseRow, caseOf, comerOf, readCase } from './case.ts';
import { contentOf, eventWords } from './case-content.ts';
import { viewFor } from './case-view.ts';
import { roundTheClock } from './duty.ts';
import { findReporter } from './reporter.ts';
import type { Staffing } from './staffing.ts';

const p = sql.placeholder;

type ContactRow = { id: number; channel: string; account: string };

/** Each person once, also who follows in one chat what they wrote in another; where that chat is given up, one that is not can still take it over. */
const findCitizens = prepared<ContactRow & { reader: 'reporter' | 'follower' }>(sql`
select distinct on (coalesce(c.person::text, c.id::text)) c.id::int as id, c.channel, c.account, who.reader from (
  select reporter_id as id, 'reporter' as reader from report where id = ${p('report')} and reporter_id is not null
  union all select contact_id, 'follower' from follower where report_id = ${p('report')}
  union all select ${p('reporter')}::bigint, 'reporter' where ${p('reporter')}::bigint is not null) who
join contact c on c.id = who.id
where c.unreachable_at is null
  or ${p('reporter')}::bigint is null and exists (select from contact o where o.person = c.person and o.unreachable_at is null)
order by coalesce(c.person::text, c.id::text), who.reader desc, c.unreachable_at is not null, c.id`);

const hearer = ({ id, channel, account }: ContactRow): Hearer => ({
  id,
  address: { channel: channel as ChannelName, account, id: '' },
});

const staffHearers = (
  row: CaseRow,
  { staff, dutyOf }: Staffing,
  circle: string | null,
  seal: Seal,
  city: City,
): StaffHearer[] => {
  const it = caseOf(row, city);
  const near = staff.filter((one) => one.circle === circle);
  const always = () =>
    roundTheClock(
      near.map(({ employee }) => employee),
      city,
    );
  return near.map((one) => ({
    ...one,
    duty: circle === null ? dutyOf(one) : always(),
    see: () => {
      const seen = { ...row, staff: one.row };
      const who = comerOf(seen, 'staff', one.hearer.id, seal, city);
      return who ? viewFor(seen, it, who, seal, city) : null;
    },
  }));
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

/** Whoever was to be told later is told where they are written to by then. */
const onlyOf = (only: number | null, { staff }: Staffing): number | undefined =>
  only === null ? undefined : (staff.find(({ chats }) => chats.includes(only))?.hearer.id ?? only);

/** An event with everybody who might hear of it; `undefined` when it is gone. */
export const untoldOf = async (
  runner: Runner,
  seal: Seal,
  city: City,
  { event, only, ticket }: { event: number; only: number | null; ticket: string },
  staffing: Staffing,
): Promise<Untold | undefined> => {
  const row = await readCase(runner, ticket, 0);
  const index = row?.events.findIndex(({ id }) => id === event) ?? -1;
  const told = row?.events[index];
  if (!row || !told) return undefined;
  const from = await findReporter(runner, seal, row);
  const circle = from?.circle ?? null;
  const citizens = await findCitizens(runner, {
    report: row.id,
    reporter: row.sensitive === 'none' ? null : (from?.hearer.id ?? null),
  });
  const date = dateOf(row, index, city);
  const { archived, answer, joined } = told.detail;
  return {
    event,
    only: onlyOf(only, staffing),
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
    staff: staffHearers(row, staffing, circle, seal, city),
    duty: staffing.officeDuty(row.unit),
  };
};
