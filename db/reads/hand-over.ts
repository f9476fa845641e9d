import { sql } from 'drizzle-orm';
import type { ChannelName } from '../../bot/conversation/inbound.ts';
import { coordinatorOf } from '../../bot/domain/agency.ts';
import { aliasOf } from '../../bot/domain/alias.ts';
import { onDuty } from '../../bot/domain/duty-hours.ts';
import { officeOf } from '../../bot/domain/office.ts';
import { mayAny } from '../../bot/domain/permissions/may-any.ts';
import { isGranted } from '../../bot/domain/permissions/verdict.ts';
import { hatsOf } from '../../bot/domain/roles.ts';
import type { City, Contact } from '../../bot/ports.ts';
import type { HandOverView } from '../../bot/reads.ts';
import { prepared, type Runner } from '../prepared.ts';
import type { Seal } from '../sealed.ts';
import { dutyOf, findDuty } from './duty.ts';
import { staffChat } from './staff-chat.ts';

const p = sql.placeholder;

/** An employee who may answer whoever asks for an officer, and the chat they are written to in; `chats`: all of theirs. */
export type Answerer = {
  employee: number;
  office: string;
  contact: Pick<Contact, 'id' | 'address'>;
  chats: readonly number[];
};

type StaffRow = {
  employee: number;
  unit: string;
  kind: string;
  roles: string[];
  contact: number;
  chats: number[];
  channel: string;
  account: string;
};

const findStaff = prepared<StaffRow>(sql`
select e.id::int as employee, e.unit_code as unit, e.kind, e.roles, c.id::int as contact, c.chats, c.channel, c.account
from ${staffChat} c join employee e on e.id = c.employee_id and e.active
where c.unreachable_at is null and e.roles && '{officer,coordinator}' and (${p('contact')}::bigint is null
  or exists (select 1 from staff_link where employee_id = e.id and ended_at is null and contact_id = ${p('contact')}::bigint))
order by e.id`);

/** Everybody in chat who may answer, or the employee of one chat. */
export const answerersOf = async (
  runner: Runner,
  { units, categories }: City,
  contact?: number,
): Promise<Answerer[]> => {
  const desk = coordinatorOf(units)?.code;
  const rows = await findStaff(runner, { contact: contact ?? null });
  return rows.flatMap((row): Answerer[] => {
    const office = officeOf(row.unit, units, categories);
    const on = office === desk ? 'own' : 'other';
    const hats = hatsOf({ ...row, active: true }).map((role) => ({ role, on }) as const);
    if (!isGranted(mayAny(hats, 'answer-person'))) return [];
    const address = { channel: row.channel as ChannelName, account: row.account, id: '' };
    return [{ employee: row.employee, office, contact: { id: row.contact, address }, chats: row.chats }];
  });
};

/** Those of them who are on duty now. */
export const onDutyNow = async (
  runner: Runner,
  city: City,
  now: Date,
  all: readonly Answerer[],
): Promise<Answerer[]> => {
  const rows = await findDuty(runner, now, city);
  return all.filter(({ employee, office }) => onDuty(employee, now, dutyOf(rows, office, city)));
};

/** Whether somebody is there to answer. */
export const answerersThere = async (
  runner: Runner,
  city: City,
  now: Date,
): Promise<'now' | 'later' | 'none'> => {
  const all = await answerersOf(runner, city);
  if (all.length === 0) return 'none';
  return (await onDutyNow(runner, city, now, all)).length > 0 ? 'now' : 'later';
};

/** Where the words of a question, and of its answer, are sealed. */
export const handOverPlace = (number: string): string => `handover|${number}`;

/** The name of whoever asks, the same for everybody who may answer. */
export const handOverAlias = (seal: Seal, number: string, contact: number) =>
  aliasOf(seal.hash('alias', number, String(contact)));

const findOne = prepared<{
  number: string;
  contact: number | null;
  due: string;
  state: 'open' | 'answered' | 'lapsed';
  sealed: Uint8Array | null;
  taker: string | null;
}>(sql`
select h.number, h.contact_id::int as contact, h.due, h.state, h.sealed, e.name as taker
from hand_over h left join employee e on e.id = h.taken_by where h.number = ${p('number')}`);

/** A question as the employee behind a chat may answer it; null for whoever may not, and for one nobody waits for any more. */
export const handOverView = async (
  runner: Runner,
  seal: Seal,
  city: City,
  { number, contact }: { number: string; contact: number },
): Promise<HandOverView | null> => {
  const [[row], [answerer]] = await Promise.all([
    findOne(runner, { number }),
    answerersOf(runner, city, contact),
  ]);
  if (!row || !answerer || row.contact === null || !row.sealed) return null;
  return {
    number,
    alias: handOverAlias(seal, number, row.contact),
    words: seal.open('report', handOverPlace(number), row.sealed),
    due: row.due,
    answered: row.state === 'answered',
    taker: row.taker,
  };
};
