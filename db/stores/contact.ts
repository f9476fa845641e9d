import { sql } from 'drizzle-orm';
import { prepared } from '../prepared.ts';

/** A contact with its talk, as one row. Bytes are sealed. */
export type ContactRow = {
  id: number;
  channel: string;
  account: string;
  address: Uint8Array;
  locale: string | null;
  noticed: boolean;
  stopped: boolean;
  staff: { kind: string; roles: string[] } | null;
  revision: number;
  sealed: Uint8Array | null;
  last_key: Uint8Array | null;
  spoke_at: string | null;
};

/** A `ContactRow` of `contact c` and `talk t`. */
export const contactColumns = sql`c.id::int as id, c.channel, c.account, c.address, c.locale, c.noticed_at is not null as noticed,
  c.stopped_at is not null as stopped,
  (select json_build_object('kind', e.kind, 'roles', e.roles) from staff_link l join employee e on e.id = l.employee_id and e.active
    where l.contact_id = c.id and l.ended_at is null) as staff, t.revision, t.sealed, t.last_key, t.spoke_at`;

export const findContact = prepared<ContactRow>(
  sql`select ${contactColumns} from contact c join talk t on t.contact_id = c.id where c.key = ${sql.placeholder('key')}`,
);

export const contactById = prepared<ContactRow>(
  sql`select ${contactColumns} from contact c join talk t on t.contact_id = c.id where c.id = ${sql.placeholder('id')}`,
);

/** Makes a contact and its empty talk; two messages of a new person at one moment make one. */
export const makeContact = prepared<{ id: number }>(sql`
with made as (
  insert into contact (key, channel, account, address)
  values (${sql.placeholder('key')}, ${sql.placeholder('channel')}, ${sql.placeholder('account')}, ${sql.placeholder('address')})
  on conflict (key) do nothing returning id
), quiet as (
  insert into talk (contact_id) select id from made
)
select id::int as id from made`);
