import { sql } from 'drizzle-orm';
import type { ChannelName } from '../../bot/conversation/inbound.ts';
import type { Contact } from '../../bot/ports.ts';
import { prepared, type Runner } from '../prepared.ts';

const p = sql.placeholder;

/** An employee with a linked chat; a letter to them needs no address of the platform, only whose it is. */
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
  from staff_link l join employee e on e.id = l.employee_id and e.active join contact c on c.id = l.contact_id
  join unit u on u.code = e.unit_code left join unit above on above.code = u.parent_code
  where l.ended_at is null and c.unreachable_at is null`;

const findFirst = prepared<Row>(sql`${staff} and e.roles && '{hr,admin}'
  order by c.id = ${p('asker')}::bigint, not ('admin_koordinator' = any(u.handles || coalesce(above.handles, '{}'))), e.id, l.id limit 1`);

const findById = prepared<Row>(sql`${staff} and e.id = ${p('employee')}::bigint order by l.id limit 1`);

const findAdmins = prepared<Row>(sql`${staff} and 'admin' = any(e.roles) order by e.id, l.id`);

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
