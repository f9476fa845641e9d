import { sql } from 'drizzle-orm';
import type { Untolds } from '../bot/news.ts';
import type { City } from '../bot/ports.ts';
import type { Database } from './database.ts';
import { prepared } from './prepared.ts';
import { readStaffing } from './reads/staffing.ts';
import { untoldOf } from './reads/untold.ts';
import type { Seal } from './sealed.ts';
import { addLetters } from './stores/letter.ts';

const p = sql.placeholder;

/** So many events are told by one transaction. */
const atOnce = 20;

const takeNotices = prepared<{ event: number; only: number | null; ticket: string }>(sql`
with due as (
  select id from notice where due <= ${p('now')} order by id limit ${p('most')} for update skip locked
), taken as (
  delete from notice using due where notice.id = due.id returning notice.id, notice.event_id, notice.contact_id
)
select t.event_id::int as event, t.contact_id::int as only, r.ticket from taken t
join report_event e on e.id = t.event_id join report r on r.id = e.report_id order by t.id`);

const findDue = prepared<{ office: string; ticket: string; grouped: boolean }>(sql`
select r.unit_code as office, r.ticket, n.contact_id is null and c.sensitive = 'none' and g.id is not null as grouped
from notice n join report_event e on e.id = n.event_id join report r on r.id = e.report_id join category c on c.key = r.category
left join office_group g on g.unit_code = r.unit_code and g.ended_at is null
where n.due <= ${p('now')} order by n.id limit ${p('most')}`);

const putOff = prepared(
  sql`insert into notice (event_id, contact_id, due) values (${p('event')}, ${p('contact')}, ${p('due')})`,
);

/** Events to be told, on PostgreSQL: taken under a lock that others pass by, told and forgotten in one transaction. */
export const createUntolds = (
  { sql: pool }: Pick<Database, 'sql'>,
  seal: Seal,
  city: () => City,
): Untolds => ({
  due: async (now) => [...(await findDue(pool, { now: now.toISOString(), most: atOnce }))],
  tell: (now, decide) =>
    pool.begin(async (tx) => {
      const taken = await takeNotices(tx, { now: now.toISOString(), most: atOnce });
      if (taken.length === 0) return { more: false, contacts: [] };
      const staffing = await readStaffing(tx, now, city());
      const contacts = new Set<number>();
      for (const notice of taken) {
        const untold = await untoldOf(tx, seal, city(), notice, staffing);
        if (!untold) continue;
        const { letters, later } = decide(untold);
        await Promise.all([
          ...letters.flatMap(({ to, letter }) => addLetters(tx, seal, to, [letter])),
          ...later.map(({ contact, due }) =>
            putOff(tx, { event: untold.event, contact, due: due.toISOString() }),
          ),
        ]);
        for (const { to } of letters) contacts.add(to.id);
      }
      return { more: taken.length === atOnce, contacts: [...contacts] };
    }),
});
