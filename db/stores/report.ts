import { type SQL, sql } from 'drizzle-orm';
import type { Effect } from '../../bot/effects.ts';
import type { Contact } from '../../bot/ports.ts';
import { prepared, type Runner } from '../prepared.ts';
import { followsReport, ownChats, wroteReport } from '../reads/own-chats.ts';
import type { Seal } from '../sealed.ts';

const p = sql.placeholder;

/** The report, its first two events and its photos, for every row of `from`, and the notice to those who serve, if anybody does. */
export const filing = (from: SQL): SQL => sql`filed as (
  insert into report (ticket, kind, category, unit_code, region, state, anonymous, confidential, words, place, lat, lng,
    sealed, reporter_id, phone, channel, received_at, first_answer_due, resolve_due, due_estimated, verify_due, settle_days, inbox_key)
  select ${p('ticket')}, ${p('kind')}, ${p('category')}, ${p('unit')}, ${p('region')}, ${p('state')}, ${p('anonymous')},
    ${p('confidential')}, ${p('words')}, ${p('place')}, ${p('lat')}, ${p('lng')}, ${p('closed')}, ${p('contact')}, ${p('phone')},
    ${p('channel')}, ${p('at')}, ${p('firstAnswerDue')}, ${p('resolveDue')}, ${p('estimated')}, ${p('verifyDue')}, ${p('settleDays')}, decode(${p('key')}, 'hex')
  from ${from}
  returning id, received_at, state
), told as (
  insert into report_event (report_id, at, action, state, actor, blanks)
  select id, received_at, 'received', 'diterima', 'citizen', '{}'::jsonb from filed
  union all
  select id, received_at, 'forward', state, 'clock', jsonb_build_object('unit', (select name from unit where code = ${p('unit')}))
  from filed where state = 'diteruskan'
  returning id, at
), noticed as (
  insert into notice (event_id, due) select max(id), max(at) from told
  having max(id) is not null and exists (select from staff_link where ended_at is null)
  returning id
), pictured as (
  update media set report_id = filed.id from filed where media.id = any(${p('photos')}::uuid[]) and contact_id = ${p('contact')}
)`;

const insertReport = prepared(sql`with ${filing(sql`(select) as once`)} select from filed`);

/** The blanks of `filing`. Words and place of a *Tertutup* one are written sealed only; a number is sealed under its own purpose. */
export const blanksOfReport = (
  seal: Seal,
  contact: Pick<Contact, 'id' | 'address'>,
  { report, draft }: Extract<Effect, { do: 'report.file' }>,
  key: string,
) => {
  const open = !report.confidential;
  const { words, place } = draft;
  return {
    ticket: report.ticket,
    kind: report.kind,
    category: report.category,
    unit: draft.unit,
    region: place.region ?? null,
    state: report.state,
    anonymous: report.anonymous,
    confidential: report.confidential,
    words: open ? words : null,
    place: open ? (place.words ?? null) : null,
    lat: open ? (place.point?.lat ?? null) : null,
    lng: open ? (place.point?.lon ?? null) : null,
    closed: open ? null : seal.seal('report', `report|${report.ticket}`, JSON.stringify({ words, place })),
    contact: contact.id,
    phone: draft.phone ? seal.seal('identity', `report|${report.ticket}`, draft.phone) : null,
    channel: contact.address.channel,
    at: report.receivedAt.toISOString(),
    firstAnswerDue: report.firstAnswer.due,
    resolveDue: report.settle.due,
    verifyDue: report.verify.due,
    settleDays: report.settle.days,
    estimated: report.firstAnswer.estimate || report.settle.estimate,
    key,
    photos: `{${draft.photos.join(',')}}`,
  };
};

/** Files a report in the transaction of its message. */
export const fileReport = async (tx: Runner, ...of: Parameters<typeof blanksOfReport>): Promise<void> => {
  await insertReport(tx, blanksOfReport(...of));
};

const insertFollower = prepared(sql`insert into follower (report_id, contact_id, since)
    select id, ${p('contact')}, ${p('at')} from report r
    where ticket = ${p('ticket')} and not confidential and not ${wroteReport} and not ${followsReport}
    on conflict do nothing`);

/** Makes a contact a follower. A report of its own person, a *Tertutup* one and a second time, in whichever of their chats, change nothing. */
export const followReport = async (tx: Runner, contact: number, ticket: string, at: Date): Promise<void> => {
  await insertFollower(tx, { contact, ticket, at: at.toISOString() });
};

const deleteFollower = prepared(
  sql`delete from follower using report where report.id = follower.report_id and ticket = ${p('ticket')} and contact_id in ${ownChats}`,
);

export const unfollowReport = async (tx: Runner, contact: number, ticket: string): Promise<void> => {
  await deleteFollower(tx, { contact, ticket });
};

const setPhone = prepared(
  sql`update report r set phone = ${p('phone')}, anonymous = false where ticket = ${p('ticket')} and ${wroteReport}`,
);

/** *Boleh ditelepon*: the number, sealed as identity, for the handling office only. */
export const sharePhone = async (
  tx: Runner,
  seal: Seal,
  contact: number,
  { ticket, phone }: Extract<Effect, { do: 'report.share-phone' }>,
): Promise<void> => {
  await setPhone(tx, { contact, ticket, phone: seal.seal('identity', `report|${ticket}`, phone) });
};
