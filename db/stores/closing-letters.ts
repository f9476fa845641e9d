import { sql } from 'drizzle-orm';
import type { Address } from '../../bot/conversation/inbound.ts';
import type { Database } from '../database.ts';
import { prepared } from '../prepared.ts';
import { closingPhotoFlags } from '../reads/closing-photo.ts';
import { staffChat } from '../reads/staff-chat.ts';
import type { Seal } from '../sealed.ts';
import { addLetters } from './letter.ts';

const p = sql.placeholder;

type Row = {
  report: number;
  ticket: string;
  event: number;
  ids: string[];
  contact: number;
  channel: Address['channel'];
  account: string;
};

/** Closing photos of reports that wait for the citizen's word, once all of them are clean, and who sent them. */
const findClosings = prepared<Row>(sql`
select r.id::int as report, r.ticket, e.id::int as event, json_agg(m.id) as ids, c.id::int as contact, c.channel, c.account
from report r join report_event e on e.report_id = r.id and e.action = 'finish' join media m on m.event_id = e.id and m.kind = 'photo'
  join staff_link l on l.employee_id = e.employee_id and l.ended_at is null and l.contact_id = m.contact_id
  join ${staffChat} c on c.employee_id = l.employee_id
where r.state = 'ditindaklanjuti'
  and not exists (select 1 from reminder_given g where g.report_id = r.id and g.key = 'closing-photo:' || e.id)
group by r.id, r.ticket, e.id, c.id, c.channel, c.account having bool_and(m.state in ('clean', 'refused')) order by e.id limit 20`);

const markLooked = prepared<{ key: string }>(sql`insert into reminder_given (report_id, key, at)
  values (${p('report')}, ${p('key')}, ${p('at')}) on conflict do nothing returning key`);

/**
 * Tells officers once what speaks against the photos they closed a report with: used before, or taken elsewhere. It comes
 * after the fact, since a photo must be cleaned to be compared, and it stops nothing. Gives how many were told.
 */
export const tellOfClosingPhotos = async (
  database: Pick<Database, 'sql'>,
  seal: Seal,
  now: Date,
): Promise<number> => {
  let told = 0;
  for (const row of await findClosings(database.sql, {})) {
    const { report, ticket, event, ids, contact, channel, account } = row;
    const found = await closingPhotoFlags(database, seal, ticket, ids);
    const flags = [...new Set([...found.values()].flat())];
    const letters = flags.map((flag) => ({
      say: { text: { key: `finish.flag.${flag}` as const, with: { ticket } }, about: `case:${ticket}` },
      lane: 'interactive' as const,
      dedupe: `closing:${event}:${flag}`,
    }));
    await database.sql.begin(async (tx) => {
      const [mine] = await markLooked(tx, { report, key: `closing-photo:${event}`, at: now.toISOString() });
      if (!mine) return;
      await Promise.all(
        addLetters(tx, seal, { id: contact, address: { channel, account, id: '' } }, letters),
      );
      told += letters.length;
    });
  }
  return told;
};
