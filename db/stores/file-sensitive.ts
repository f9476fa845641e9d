import { sql } from 'drizzle-orm';
import type { Effect, ReportDraft } from '../../bot/effects.ts';
import type { Contact } from '../../bot/ports.ts';
import { prepared, type Runner } from '../prepared.ts';
import { reporterKey } from '../reads/case.ts';
import type { Seal } from '../sealed.ts';

const p = sql.placeholder;

/** What a person wrote in a sensitive report, as it stands sealed in its row. */
export type SensitiveContent = Pick<ReportDraft, 'words' | 'place' | 'photos'>;

export const contentPlace = (ticket: string): string => `report|${ticket}`;
export const identityPlace = (ticket: string): string => `sensitive-identity|${ticket}`;

/**
 * The report, its first two events, who wrote it (apart, under another key), and the notice to those who handle it. Its
 * photos are kept without saying which report they belong to. No column names the reporter.
 */
const insertSensitive = prepared(sql`with filed as (
  insert into report (ticket, kind, category, unit_code, state, anonymous, confidential, sealed, channel, received_at,
    first_answer_due, resolve_due, due_estimated, verify_due, settle_days, reporter_key, concerns)
  values (${p('ticket')}, ${p('kind')}, ${p('category')}, ${p('unit')}, ${p('state')}, true, true, ${p('content')}, ${p('channel')},
    ${p('day')}, ${p('firstAnswerDue')}, ${p('resolveDue')}, ${p('estimated')}, ${p('verifyDue')}, ${p('settleDays')},
    ${p('reporterKey')}, ${p('concerns')})
  returning id, received_at, state
), told as (
  insert into report_event (report_id, at, action, state, actor, blanks)
  select id, received_at, 'received', 'diterima', 'citizen', '{}'::jsonb from filed
  union all
  select id, received_at, 'forward', state, 'clock', jsonb_build_object('unit', (select name from unit where code = ${p('unit')}))
  from filed where state = 'diteruskan'
  returning id, at
), noticed as (
  insert into notice (event_id, due) select max(id), max(at) from told having max(id) is not null
), known as (
  insert into sensitive_identity (report_id, sealed) select id, ${p('identity')} from filed
)
update media set kept = true where id = any(${p('photos')}::uuid[]) and contact_id = ${p('contact')}`);

/**
 * Files a sensitive report: words, place and photos sealed for `sensitive` only, who wrote sealed for `identity` only. It
 * is known to have come on a day, not at an instant: the same instant stands in its reporter's own row.
 */
export const fileSensitive = async (
  tx: Runner,
  seal: Seal,
  { id: contact, address }: Pick<Contact, 'id' | 'address'>,
  { report, draft }: Extract<Effect, { do: 'report.file' }>,
  day: Date,
): Promise<void> => {
  const { ticket, firstAnswer, settle, verify } = report;
  const { words, place, photos } = draft;
  const content: SensitiveContent = { words, place, photos };
  await insertSensitive(tx, {
    ticket,
    kind: report.kind,
    category: report.category,
    unit: draft.unit,
    state: report.state,
    content: seal.seal('sensitive', contentPlace(ticket), JSON.stringify(content)),
    channel: address.channel,
    day: day.toISOString(),
    firstAnswerDue: firstAnswer.due,
    resolveDue: settle.due,
    estimated: firstAnswer.estimate || settle.estimate,
    verifyDue: verify.due,
    settleDays: settle.days,
    reporterKey: reporterKey(seal, ticket, contact),
    concerns: draft.concerns ?? null,
    identity: seal.seal('identity', identityPlace(ticket), String(contact)),
    photos: `{${photos.join(',')}}`,
    contact,
  });
};
