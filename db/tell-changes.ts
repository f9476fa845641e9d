import { sql } from 'drizzle-orm';
import type { ChannelName } from '../bot/conversation/inbound.ts';
import { addHours, localDate } from '../bot/domain/local-date.ts';
import { isNight } from '../bot/domain/night.ts';
import { type SurveyChange, unitsHearing } from '../bot/domain/skm/survey-change.ts';
import type { City, Letter } from '../bot/ports.ts';
import type { Database } from './database.ts';
import { prepared, type Runner } from './prepared.ts';
import type { Seal } from './sealed.ts';
import { addLetters } from './stores/letter.ts';

const p = sql.placeholder;

/** Letters are known by their keys for seven days after they were sent: what is older is told no more. */
const tellHours = 6 * 24;
/** So many letters a transaction, so that nothing else waits for them. */
const batch = 200;

type Change = Omit<SurveyChange, 'on'>;

/** `circle`: of whoever wrote it; visitors who try the service out tell each other only. */
const findChanges = prepared<Change & { at: string; circle: string | null }>(sql`
select c.id::int as id, json_build_object('code', u.code, 'name', u.name) as unit,
  case when s.code is not null then json_build_object('code', s.code, 'name', s.name) end as service, c.said, c.done, c.at,
  (select k.circle from staff_link l join contact k on k.id = l.contact_id where l.employee_id = c.employee_id order by l.id desc limit 1) as circle
from skm_change c join unit u on u.code = c.unit_code left join service s on s.code = c.service_code
where c.at > ${p('since')}::timestamptz order by c.id`);

type Wisher = { contact: number; channel: string; account: string; unit: string };

/** Of a person's several chats one; none that has a letter of it in any, has stopped news or cannot be reached. */
const findWishers = prepared<Wisher>(sql`
select distinct on (coalesce(c.person::text, c.id::text)) c.id::int as contact, c.channel, c.account, w.unit_code as unit
from skm_wish w join contact c on c.id = w.contact_id
where w.unit_code = any(${p('units')}::text[]) and w.since <= ${p('on')}::date
  and c.stopped_at is null and c.unreachable_at is null and c.circle is not distinct from ${p('circle')}::text
  and not exists (select from contact o join letter l on l.dedupe = ${p('key')}::text || o.id
    where o.id = c.id or o.person = c.person)
order by coalesce(c.person::text, c.id::text), c.chosen_at desc nulls last, c.id, w.unit_code limit ${p('most')}::int`);

const alone = prepared(sql`select pg_advisory_xact_lock(hashtext('pendopo changes'))`);

const tellSome = async (
  tx: Runner,
  seal: Seal,
  change: { key: string; units: readonly string[]; on: string; circle: string | null },
  letterFor: (wished: string) => Letter,
): Promise<number> => {
  await alone(tx, {});
  const wishers = await findWishers(tx, { ...change, most: batch });
  await Promise.all(
    wishers.flatMap(({ contact: id, channel, account, unit }) =>
      addLetters(tx, seal, { id, address: { channel: channel as ChannelName, account, id: '' } }, [
        { ...letterFor(unit), dedupe: `${change.key}${id}` },
      ]),
    ),
  );
  return wishers.length;
};

/** Tells those who asked for it what offices changed, each person once, some at a time; not at night. Gives how many letters were written. */
export const tellChanges = async (
  { sql: pool }: Pick<Database, 'sql'>,
  seal: Seal,
  { agency, units, categories }: City,
  now: Date,
  letterOf: (change: Change, wished: string) => Letter,
): Promise<number> => {
  if (isNight(now, agency.zone)) return 0;
  let written = 0;
  const since = addHours(now, -tellHours).toISOString();
  for (const { at, circle, ...change } of await findChanges(pool, { since })) {
    const about = {
      key: `change:${change.id}:`,
      units: unitsHearing(change.unit.code, units, categories),
      on: localDate(new Date(at), agency.zone),
      circle,
    };
    for (let told = batch; told === batch; written += told)
      told = await pool.begin((tx) => tellSome(tx, seal, about, (wished) => letterOf(change, wished)));
  }
  return written;
};
