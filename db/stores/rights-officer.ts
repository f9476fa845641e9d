import { sql } from 'drizzle-orm';
import type { ChannelName } from '../../bot/conversation/inbound.ts';
import type { Contact } from '../../bot/ports.ts';
import { prepared, type Runner } from '../prepared.ts';
import { staffChat } from '../reads/staff-chat.ts';

const p = sql.placeholder;

/** An employee and the chat they are written to in; a letter to them needs no address of the platform, only whose it is. */
export type Reachable = { employee: number; name: string; contact: Pick<Contact, 'id' | 'address'> };

type Row = { employee: number; name: string; contact: number; channel: string; account: string };

const reachable = (row: Row): Reachable => ({
  employee: row.employee,
  name: row.name,
  contact: {
    id: row.contact,
    address: { channel: row.channel as ChannelName, account: row.account, id: '' },
  },
});

const staff = sql`select e.id::int as employee, e.name, c.id::int as contact, c.channel, c.account
  from ${staffChat} c join employee e on e.id = c.employee_id and e.active
  join unit u on u.code = e.unit_code left join unit above on above.code = u.parent_code
  where c.unreachable_at is null`;

const findFirst = prepared<Row>(sql`${staff} and e.roles && '{hr,admin}'
  order by exists (select 1 from staff_link where employee_id = e.id and ended_at is null and contact_id = ${p('asker')}::bigint),
    not ('admin_koordinator' = any(u.handles || coalesce(above.handles, '{}'))), e.id limit 1`);

const findById = prepared<Row>(sql`${staff} and e.id = ${p('employee')}::bigint`);

const findAdmins = prepared<Row>(sql`${staff} and 'admin' = any(e.roles) order by e.id`);

/**
 * Who answers for people's own data: of the coordinator's office, else of any, the first of the personnel or the
 * administrators who has a chat; not whoever asks, where there is another.
 */
export const findRightsOfficer = async (runner: Runner, asker: number): Promise<Reachable | undefined> =>
  (await findFirst(runner, { asker })).map(reachable)[0];

export const findReachable = async (runner: Runner, employee: number): Promise<Reachable | undefined> =>
  (await findById(runner, { employee })).map(reachable)[0];

export const findReachableAdmins = async (runner: Runner): Promise<Reachable[]> =>
  (await findAdmins(runner, {})).map(reachable);
