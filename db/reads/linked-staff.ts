import { sql } from 'drizzle-orm';
import type { ChannelName } from '../../bot/conversation/inbound.ts';
import { officeOf } from '../../bot/domain/office.ts';
import { hatsOf, type StaffRole } from '../../bot/domain/roles.ts';
import type { Hearer } from '../../bot/news.ts';
import type { City } from '../../bot/ports.ts';
import { prepared, type Runner } from '../prepared.ts';
import type { StaffRow } from './case.ts';
import { staffChat } from './staff-chat.ts';

/** An employee and the chat they are written to in: their hats, their office, and the circle of people who try the service, if it is in one. */
export type LinkedStaff = {
  hearer: Hearer;
  /** All their chats; they are written to in one. */
  chats: readonly number[];
  employee: number;
  hats: readonly StaffRole[];
  office: string;
  circle: string | null;
  /** Their row of the personnel file. */
  row: StaffRow;
};

type Row = {
  contact: number;
  chats: number[];
  channel: string;
  account: string;
  circle: string | null;
  employee: number;
  unit: string;
  kind: string;
  roles: string[];
  name: string;
  since: string;
};

const findLinked = prepared<Row>(sql`
select c.id::int as contact, c.chats, c.channel, c.account, c.circle, e.id::int as employee, e.unit_code as unit, e.kind, to_json(e.roles) as roles,
  e.name, c.since
from employee e join ${staffChat} c on c.employee_id = e.id
where e.active and c.unreachable_at is null and e.roles <> '{}' order by e.id`);

/** Every employee with an office's role whom the bot can write to, each in one chat. Offices are found once a unit: a city has thousands of employees. */
export const readLinkedStaff = async (
  runner: Runner,
  { units, categories }: Pick<City, 'units' | 'categories'>,
): Promise<LinkedStaff[]> => {
  const offices = new Map<string, string>();
  const office = (unit: string): string => {
    const found = offices.get(unit) ?? officeOf(unit, units, categories);
    offices.set(unit, found);
    return found;
  };
  return (await findLinked(runner, {})).map((row) => ({
    hearer: {
      id: row.contact,
      address: { channel: row.channel as ChannelName, account: row.account, id: '' },
    },
    chats: row.chats,
    employee: row.employee,
    hats: hatsOf({ ...row, active: true }),
    office: office(row.unit),
    circle: row.circle,
    row: {
      id: row.employee,
      name: row.name,
      unit: row.unit,
      kind: row.kind,
      roles: row.roles,
      since: row.since,
    },
  }));
};
