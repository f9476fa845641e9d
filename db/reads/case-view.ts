import { sql } from 'drizzle-orm';
import { aliasOf } from '../../bot/domain/alias.ts';
import { type Case, type Comer, hatsOn, openTo } from '../../bot/domain/case.ts';
import { askingFault } from '../../bot/domain/citizen-pause.ts';
import { factsOf, rulesOf } from '../../bot/domain/clock-facts.ts';
import { localDate } from '../../bot/domain/local-date.ts';
import type { CaseAction } from '../../bot/domain/permissions/action.ts';
import { mayAny } from '../../bot/domain/permissions/may-any.ts';
import { type Condition, isGranted } from '../../bot/domain/permissions/verdict.ts';
import { settlePromise } from '../../bot/domain/report-clocks.ts';
import type { City } from '../../bot/ports.ts';
import type { CaseView } from '../../bot/reads.ts';
import { prepared, type Runner } from '../prepared.ts';
import type { Seal } from '../sealed.ts';
import { type CaseRow, caseOf, comerOf, readCase } from './case.ts';
import { type CaseContent, contentOf, eventWords } from './case-content.ts';
import { openSensitive, type SensitiveReading } from './sensitive.ts';

const findNotes = prepared<{ at: string; by: string | null; sealed: Uint8Array }>(sql`
select n.at, e.name as by, n.sealed from note n left join employee e on e.id = n.employee_id
where n.report_id = ${sql.placeholder('report')} order by n.id desc limit 5`);

/** Whether somebody may do or see something of a report, by the permission table. */
export const allowed = (it: Case, who: Comer, action: CaseAction, met: readonly Condition[] = []): boolean =>
  isGranted(mayAny(hatsOn(it, who), action), met);

/** The steps whose words pass between citizen and office. */
const spoken = new Set([
  'add',
  'ask_citizen',
  'citizen_answers',
  'citizen_replies',
  'answer',
  'not_yet',
  'finish',
  'reopen',
  'return',
  'forward',
]);

/** The alias of whoever wrote a report, the same for everybody who works on it. */
export const aliasFor = (seal: Seal, { ticket, reporter }: Pick<CaseRow, 'ticket' | 'reporter'>) =>
  aliasOf(seal.hash('alias', ticket, String(reporter ?? '')));

/** A report as the employee behind a chat may see it to work on it. */
export const caseView = async (
  runner: Runner,
  seal: Seal,
  city: City,
  { ticket, contact, now }: { ticket: string; contact: number; now: Date },
): Promise<CaseView | null> => {
  const row = await readCase(runner, ticket, contact);
  const who = row && comerOf(row, 'staff', contact, seal, city);
  if (!row || !who) return null;
  const it = caseOf(row, city);
  const reading = await sensitiveReading(runner, seal, row, allowed(it, who, 'see-text'), now);
  const view = viewFor(row, it, who, seal, city, reading);
  if (!view?.mayNote) return view;
  const notes = await findNotes(runner, { report: row.id });
  return { ...view, notes: notesOf(notes, row, seal, city).reverse() };
};

/** The report as somebody may see it, without notes; null for whom it does not exist. */
export const viewFor = (
  row: CaseRow,
  it: Case,
  who: Comer,
  seal: Seal,
  city: City,
  reading?: SensitiveReading,
): CaseView | null =>
  allowed(it, who, 'see-status')
    ? { ...seenBy(row, it, who, seal, city, reading), mayNote: allowed(it, who, 'note'), notes: [] }
    : null;

/** A sensitive report is opened only here, for who may read it and with a line in the audit log; every other is not sealed twice. */
const sensitiveReading = async (
  runner: Runner,
  seal: Seal,
  { id, sensitive, staff }: CaseRow,
  mayRead: boolean,
  at: Date,
): Promise<SensitiveReading | undefined> =>
  sensitive !== 'none' && staff && mayRead
    ? openSensitive(runner, seal, id, { employee: staff.id, at })
    : undefined;

const notesOf = (
  rows: readonly { at: string; by: string | null; sealed: Uint8Array }[],
  { ticket }: CaseRow,
  seal: Seal,
  { agency }: City,
): CaseView['notes'] =>
  rows.map(({ at, by, sealed }) => ({
    on: localDate(new Date(at), agency.zone),
    by: by ?? '',
    words: seal.open('report', `note|${ticket}`, sealed),
  }));

const seenBy = (
  row: CaseRow,
  it: Case,
  who: Comer,
  seal: Seal,
  city: City,
  reading?: SensitiveReading,
): Omit<CaseView, 'mayNote' | 'notes'> => {
  const rules = rulesOf(city);
  const { zone } = rules;
  const facts = factsOf(it.filed, it.timeline, rules);
  const settle = settlePromise(facts, rules);
  const answered = facts.answeredOn !== undefined;
  const seesText = allowed(it, who, 'see-text') && (row.sensitive === 'none' || reading !== undefined);
  const nothing: CaseContent = { words: '', photos: [] };
  const content = seesText ? (reading?.content ?? contentOf(row, seal)) : nothing;
  const on = (at: string) => localDate(new Date(at), zone);
  return {
    ticket: row.ticket,
    category: row.category,
    state: row.state,
    office: row.unit,
    unit: city.units.find(({ code }) => code === row.unit)?.name ?? row.unit,
    confidential: row.confidential,
    sensitive: row.sensitive !== 'none',
    words: seesText ? content.words : null,
    place: allowed(it, who, 'see-place') ? (content.place ?? regionName(row, city)) : null,
    point: allowed(it, who, 'see-place') ? (content.point ?? null) : null,
    media: allowed(it, who, 'see-photos')
      ? (reading?.photos ?? row.photos).map(({ id, kind, event }) => ({
          id,
          kind,
          after: afterwards(row, event),
        }))
      : [],
    alias: aliasFor(seal, row),
    phone:
      row.phone && allowed(it, who, 'see-phone', ['when-callable'])
        ? seal.open('identity', `report|${row.ticket}`, row.phone)
        : null,
    received: on(row.received),
    due: answered ? settle.due : facts.firstAnswer.due,
    extensions: settle.extensions,
    answered,
    noAsking: askingFault(facts.askings, rules) ?? null,
    taker: row.taker_name,
    mine: row.taker !== null && row.taker === row.staff?.id,
    may: openTo(it, who),
    mayApprove: allowed(it, who, 'approve-public'),
    said: seesText
      ? row.events
          .filter(({ action }) => spoken.has(action))
          .map(({ id, at, actor, action, sealed, detail }) => ({
            on: on(at),
            by: actor,
            action,
            words: reading ? (reading.said.get(id)?.words ?? null) : eventWords(seal, row.ticket, sealed),
            date: detail.date ?? detail.answer?.on ?? null,
          }))
      : [],
  };
};

/** Photos that came with *Selesai* show the result; all others show the matter. */
const afterwards = ({ events }: CaseRow, event: number | null): boolean =>
  events.some(({ id, action }) => id === event && action === 'finish');

const regionName = ({ region }: CaseRow, { regions }: City): string | null =>
  regions.find(({ code }) => code === region)?.name ?? null;
