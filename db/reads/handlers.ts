import { sql } from 'drizzle-orm';
import type { ChannelName } from '../../bot/conversation/inbound.ts';
import { officeOf } from '../../bot/domain/office.ts';
import { hatsFor, mayAny } from '../../bot/domain/permissions/may-any.ts';
import { isGranted } from '../../bot/domain/permissions/verdict.ts';
import { hatsOf } from '../../bot/domain/roles.ts';
import { tiesToSensitive } from '../../bot/domain/sensitive.ts';
import type { City, Contact } from '../../bot/ports.ts';
import { prepared, type Runner } from '../prepared.ts';
import type { CaseRow } from './case.ts';
import { staffChat } from './staff-chat.ts';

/** An employee's linked chat, as far as letters need it: the address itself stays sealed. */
export type StaffChat = { employee: number; contact: Pick<Contact, 'id' | 'address'> };

type Row = {
  employee: number;
  unit: string;
  kind: string;
  roles: string[];
  contact: number;
  channel: string;
  account: string;
};

const findChats = prepared<Row>(sql`
select e.id::int as employee, e.unit_code as unit, e.kind, e.roles, c.id::int as contact, c.channel, c.account
from employee e join ${staffChat} c on c.employee_id = e.id
where e.active and e.roles && ${sql.placeholder('roles')}::text[] order by e.id`);

const asChat = ({ employee, contact, channel, account }: Row): StaffChat => ({
  employee,
  contact: { id: contact, address: { channel: channel as ChannelName, account, id: '' } },
});

/** The chats, one each, of everybody who handles a sensitive report and may be told, neutrally, that there is news of it. */
export const handlersOf = async (
  runner: Runner,
  { units, categories }: City,
  report: Pick<CaseRow, 'sensitive' | 'confidential' | 'unit' | 'concerns'>,
): Promise<StaffChat[]> => {
  const rows = await findChats(runner, { roles: '{inspector}' });
  return rows
    .filter((row) => {
      const hats = hatsOf({ ...row, active: true });
      const employee = { office: officeOf(row.unit, units, categories), hats };
      const ties = tiesToSensitive(employee, { office: report.unit, concerns: report.concerns }, units);
      return isGranted(mayAny(hatsFor(hats, report, ties), 'be-notified'), ['neutral']);
    })
    .map(asChat);
};

/** The chats, one each, of all inspectors and leaders, who hear that an identity was opened, and no more. */
export const overseers = async (runner: Runner): Promise<StaffChat[]> =>
  (await findChats(runner, { roles: '{inspector,leader}' })).map(asChat);

/** The chat in which one employee is written to; none where they linked none. */
export const chatOf = prepared<{ id: number; channel: ChannelName; account: string }>(sql`
select c.id::int as id, c.channel, c.account from ${staffChat} c where c.employee_id = ${sql.placeholder('employee')}`);
