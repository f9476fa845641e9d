import { sql } from 'drizzle-orm';
import type { ChannelName } from '../../bot/conversation/inbound.ts';
import { onDuty } from '../../bot/domain/duty-hours.ts';
import { officeOf } from '../../bot/domain/office.ts';
import type { City, Contact } from '../../bot/ports.ts';
import { prepared, type Runner } from '../prepared.ts';
import { dutyOf, findDuty } from './duty.ts';
import { staffChat } from './staff-chat.ts';

const p = sql.placeholder;

/** An officer or coordinator with whom people may talk through us, and the chat they are written to in; `chats`: all of theirs. */
export type Listener = {
  employee: number;
  unit: string;
  office: string;
  kind: string;
  roles: readonly string[];
  contact: Pick<Contact, 'id' | 'address'>;
  chats: readonly number[];
};

/** Whether somebody is there: on duty, later, or not in chat at all. */
export type Presence = 'now' | 'later' | 'none';

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

/** Everybody in chat who has such a hat, or the employee of one chat. */
export const listenersOf = async (
  runner: Runner,
  { units, categories }: City,
  contact?: number,
): Promise<Listener[]> =>
  (await findStaff(runner, { contact: contact ?? null })).map(
    ({ employee, unit, kind, roles, contact: id, chats, channel, account }) => ({
      employee,
      unit,
      office: officeOf(unit, units, categories),
      kind,
      roles,
      contact: { id, address: { channel: channel as ChannelName, account, id: '' } },
      chats,
    }),
  );

/** Those of them who are on duty now. */
export const onDutyNow = async (
  runner: Runner,
  city: City,
  now: Date,
  all: readonly Listener[],
): Promise<Listener[]> => {
  const rows = await findDuty(runner, now, city);
  return all.filter(({ employee, office }) => onDuty(employee, now, dutyOf(rows, office, city)));
};

export const presenceOf = async (
  runner: Runner,
  city: City,
  now: Date,
  all: readonly Listener[],
): Promise<Presence> => {
  if (all.length === 0) return 'none';
  return (await onDutyNow(runner, city, now, all)).length > 0 ? 'now' : 'later';
};
