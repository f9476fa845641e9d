import { sql } from 'drizzle-orm';
import { takesReports } from '../../bot/domain/agency.ts';
import { type Comer, judge } from '../../bot/domain/case.ts';
import { rulesOf } from '../../bot/domain/clock-facts.ts';
import type { Given } from '../../bot/domain/life-step.ts';
import { relayWarning } from '../../bot/domain/relay-warning.ts';
import type { EventDetail, LifeEvent } from '../../bot/domain/report-timeline.ts';
import { dayOf } from '../../bot/domain/sensitive.ts';
import type { Effect } from '../../bot/effects.ts';
import type { City, Contact } from '../../bot/ports.ts';
import { sealEvent } from '../event-words.ts';
import { Overtaken } from '../overtaken.ts';
import { prepared, type Runner } from '../prepared.ts';
import { type CaseRow, caseOf, comerOf, holdReports, readCase } from '../reads/case.ts';
import { lookAtMain } from '../reads/main-report.ts';
import { samePerson } from '../reads/own-chats.ts';
import type { Seal } from '../sealed.ts';
import { writeAudit } from './audit.ts';

const p = sql.placeholder;

/**
 * A step of a report's life as one statement: its event, where the report stands now, the photos that came with it, and
 * the notice by which everybody concerned is told.
 */
const writeStep = prepared(sql`
with told as (
  insert into report_event (report_id, at, action, state, actor, employee_id, detail, blanks, sealed)
  values (${p('report')}, ${p('at')}, ${p('action')}, ${p('state')}, ${p('actor')}, ${p('employee')}, ${p('detail')}::text::jsonb,
    ${p('blanks')}::text::jsonb, ${p('sealed')}::bytea)
  returning id, report_id, at
), moved as (
  update report set state = ${p('state')}, unit_code = coalesce(${p('office')}, unit_code),
    taker_id = case when ${p('taker')}::bigint is not null then ${p('taker')}::bigint when ${p('released')}::boolean then null else taker_id end,
    merged_into = coalesce((select id from report main where main.ticket = ${p('main')}), merged_into)
  from told where report.id = told.report_id
), pictured as (
  update media set report_id = case when ${p('linked')}::boolean then told.report_id end,
    event_id = case when ${p('linked')}::boolean then told.id end, kept = kept or not ${p('linked')}::boolean
  from told
  where media.id = any(${p('photos')}::uuid[]) and contact_id = ${p('contact')}::bigint
), joined as (
  insert into follower (report_id, contact_id, since)
  select main.id, who.contact_id, told.at from told, report main, lateral (
    select reporter_id as contact_id from report where id = told.report_id and reporter_id is not null
    union select contact_id from follower where report_id = told.report_id) who
  where main.ticket = ${p('main')} and not ${samePerson(sql`main.reporter_id`, sql`who.contact_id`)}
  on conflict do nothing
)
insert into notice (event_id, due) select id, at from told where ${p('told')}::boolean`);

/** The words a person handed in, whichever they are called; one step asks for one at most. */
const wordsOf = (given: Partial<Given> = {}): string | undefined =>
  given.body ?? given.question ?? given.result ?? given.responsible ?? given.reason;

/** What a timeline line shows in its blanks: names and dates, never anybody's own words. */
const blanksOf = ({ given, answer }: LifeEvent, { units }: City): { [name: string]: string } => ({
  ...(given?.office && { unit: units.find(({ code }) => code === given.office)?.name ?? given.office }),
  ...(given?.date && { date: given.date }),
  ...(answer?.shape === 'planned' && { date: answer.on }),
  ...(given?.main_ticket && { main: given.main_ticket }),
});

const detailOf = ({ given, answer }: LifeEvent, joined: boolean): EventDetail => ({
  ...(joined && { joined: true }),
  ...(answer && { answer: answer.shape === 'planned' ? answer : { shape: answer.shape } }),
  ...(given?.date && { date: given.date }),
  ...(given?.archive_reason && { archived: given.archive_reason }),
});

/** Steps after which the report is nobody's until somebody takes it again. */
const releases: readonly LifeEvent['action'][] = ['return', 'forward'];

/**
 * Writes a step that was judged, in a transaction that holds the report. `employee`: who took it, if somebody of the staff.
 * `joined`: by a citizen who did not write the report. In a sensitive report photos are known by the sealed words alone, and what a citizen does is dated by its day.
 */
export const writeEvent = async (
  runner: Runner,
  seal: Seal,
  city: City,
  row: Pick<CaseRow, 'id' | 'ticket' | 'sensitive'>,
  event: LifeEvent,
  {
    contact,
    employee,
    photos = [],
    told = true,
    joined = false,
  }: {
    contact?: number;
    employee?: number;
    photos?: readonly string[];
    told?: boolean;
    joined?: boolean;
  },
): Promise<void> => {
  const words = wordsOf(event.given);
  const linked = row.sensitive === 'none';
  await writeStep(runner, {
    report: row.id,
    at: (linked || event.by !== 'citizen' ? event.at : dayOf(event.at, city.agency.zone)).toISOString(),
    action: event.action,
    state: event.to,
    actor: event.by,
    employee: employee ?? null,
    detail: JSON.stringify(detailOf(event, joined)),
    blanks: JSON.stringify(blanksOf(event, city)),
    sealed: sealEvent(seal, row, { words: words ?? null, photos }),
    linked,
    office: event.given?.office ?? null,
    taker: event.action === 'accept' || event.action === 'resume' ? (employee ?? null) : null,
    released: releases.includes(event.action),
    main: event.given?.main_ticket ?? null,
    photos: `{${photos.join(',')}}`,
    contact: contact ?? null,
    told,
  });
};

/**
 * Takes steps in a report's life for whoever the chat speaks as. The report is held until the end, so of people who
 * press at one moment one wins. Words of the staff that a swindler might have written leave a line in the audit log. Throws `Overtaken` when the step is no longer theirs to take: it is then decided again.
 */
export const takeStep = async (
  runner: Runner,
  seal: Seal,
  city: City,
  { id: contact }: Pick<Contact, 'id'>,
  { ticket, as, steps, photos = [] }: Extract<Effect, { do: 'report.step' }>,
  at: Date,
): Promise<void> => {
  const mains = steps.flatMap(({ given }) => given?.main_ticket ?? []);
  const held = holdReports(runner, { tickets: [ticket, ...mains] });
  const row = await readCase(runner, ticket, contact);
  await held;
  const who: Comer | undefined = row && comerOf(row, as, contact, seal, city);
  if (!row || !who) throw new Overtaken();
  const employee = as === 'staff' ? row.staff?.id : undefined;
  let it = caseOf(row, city);
  for (const [i, step] of steps.entries()) {
    const { main_ticket: main, office } = step.given ?? {};
    if (office !== undefined && !takesReports(office, city.units)) throw new Overtaken();
    const look = main ? await lookAtMain(runner, seal, city, { ticket, main, contact }) : undefined;
    const judged = judge(it, who, step, at, rulesOf(city), look?.fault);
    if ('refused' in judged) throw new Overtaken();
    const { event } = judged;
    it = { ...it, state: event.to, timeline: [...it.timeline, event] };
    const last = i === steps.length - 1;
    await writeEvent(runner, seal, city, row, event, {
      contact,
      photos: last ? photos : [],
      told: last,
      joined: who.as === 'citizen' && !who.wrote,
      ...(employee !== undefined && { employee }),
    });
    const risky = as === 'staff' && relayWarning(wordsOf(event.given) ?? '').length > 0;
    if (risky && employee !== undefined)
      await writeAudit(runner, seal, { action: 'warn-citizen', employee, report: row.id }, at);
  }
};
