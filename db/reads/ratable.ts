import { sql } from 'drizzle-orm';
import { localDate } from '../../bot/domain/local-date.ts';
import { type Period, surveyPeriod } from '../../bot/domain/skm/survey-period.ts';
import { surveyOf } from '../../bot/domain/skm/survey-settings.ts';
import type { City } from '../../bot/ports.ts';
import type { Ratable } from '../../bot/reads.ts';
import { prepared, type Runner } from '../prepared.ts';
import type { Seal } from '../sealed.ts';
import { ownChats } from './own-chats.ts';

const p = sql.placeholder;

/** The nine questions, or the one; each counts once for itself. */
export type RatingKind = 'survey' | 'quick';

/** Under which hash it is remembered that a contact rated a service in a survey period: nobody without the key can ask for it. */
export const markOf = (
  seal: Seal,
  kind: RatingKind,
  contact: number,
  service: string,
  period: Period,
): Buffer => seal.hash('skm', kind, String(contact), service, period.name);

export const surveyPeriodOf = ({ agency }: City, now: Date): Period =>
  surveyPeriod(localDate(now, agency.zone), surveyOf(agency.settings).period);

/** Whether whoever speaks works in the office of service `s`, or above or below it: nobody rates their own. */
export const worksThere = sql`exists (
  with recursive above as (
    select code, parent_code from unit where code = s.unit_code
    union select u.code, u.parent_code from unit u join above a on u.code = a.parent_code
  ), below as (
    select code from unit where code = s.unit_code
    union select u.code from unit u join below b on u.parent_code = b.code
  )
  select from staff_link l join employee e on e.id = l.employee_id and e.active
  where l.ended_at is null and l.contact_id in ${ownChats}
    and (e.unit_code in (select code from above) or e.unit_code in (select code from below)))`;

const find = prepared<{
  code: string;
  name: string;
  unit: string;
  place: string | null;
  own: boolean;
  chats: number[];
}>(sql`
select s.code, s.name, u.name as unit, s.place, ${worksThere} as own, (select json_agg(id) from ${ownChats} mine) as chats
from service s join unit u on u.code = s.unit_code
where s.active and (s.code = ${p('code')} or s.counter_code = upper(${p('code')}))
order by s.counter_code is not distinct from upper(${p('code')}) desc limit 1`);

const marked = prepared<{ hash: Uint8Array }>(
  sql`select hash from skm_mark where hash = any(array(select decode(unnest(${p('hashes')}::text[]), 'hex')))`,
);

/** A service by its own code or its counter's, and whether this chat's person may rate it now; null for a code that nobody has. */
export const ratable = async (
  runner: Runner,
  seal: Seal,
  city: City,
  { code, contact, now }: { code: string; contact: number; now: Date },
): Promise<Ratable | null> => {
  const [found] = await find(runner, { code, contact });
  if (!found) return null;
  const { chats, own, ...service } = found;
  const period = surveyPeriodOf(city, now);
  const hex = (kind: RatingKind) =>
    chats.map((chat) => markOf(seal, kind, chat, service.code, period).toString('hex'));
  const [survey, quick] = [hex('survey'), hex('quick')];
  const known = await marked(runner, { hashes: [...survey, ...quick] });
  const seen = new Set(known.map(({ hash }) => Buffer.from(hash).toString('hex')));
  return {
    ...service,
    own,
    rated: survey.some((one) => seen.has(one)),
    ratedQuickly: quick.some((one) => seen.has(one)),
    ends: period.until,
  };
};
