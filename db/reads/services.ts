import { sql } from 'drizzle-orm';
import {
  foundMost,
  type ServiceLine,
  type ServiceOffice,
  type ServicesFound,
  type ServiceView,
} from '../../bot/domain/service.ts';
import { serviceWords } from '../../bot/domain/service-words.ts';
import type { City } from '../../bot/ports.ts';
import { prepared, type Runner } from '../prepared.ts';

const p = sql.placeholder;

/** What stands in a row of a list on every channel; a longer name of an office gives way to its short one. */
const rowHolds = 72;

const offices = prepared<ServiceOffice>(sql`
select u.code, case when length(u.name) > ${p('rowHolds')}::int then coalesce(u.short, u.name) else u.name end as name
from unit u where exists (select 1 from service s where s.unit_code = u.code and s.active) order by u.name, u.code`);

const ofOffice = prepared<ServiceLine>(sql`
select s.code, s.name, u.name as unit from service s join unit u on u.code = s.unit_code
where s.active and s.unit_code = ${p('unit')} order by s.name, s.code`);

/** A word of the name weighs most, then one of the product, then one of the office. */
const named = prepared<ServiceLine & { exact: boolean; whole: boolean }>(sql`
select code, name, unit, exact, doc @@ q.whole as whole from (
  select s.code, s.name, u.name as unit, lower(${p('typed')}) in (lower(s.code), lower(s.name)) as exact,
    setweight(to_tsvector('indonesian', s.name), 'A')
    || setweight(to_tsvector('indonesian', coalesce(s.product, '')), 'C')
    || setweight(to_tsvector('indonesian', concat_ws(' ', u.name, u.short)), 'D') as doc
  from service s join unit u on u.code = s.unit_code where s.active) known,
(select words as whole, replace(words::text, '&', '|')::tsquery as some
  from plainto_tsquery('indonesian', ${p('words')}) words) q
where exact or doc @@ q.some
order by exact desc, doc @@ q.whole desc, ts_rank('{0.05, 0.1, 0.2, 1}', doc, q.some) desc, name, code
limit ${p('most')}`);

/** A slip of the finger, or another spelling. Words of less than four letters are like too many others. */
const spelledLike = prepared<ServiceLine>(sql`
select s.code, s.name, u.name as unit from service s join unit u on u.code = s.unit_code,
  lateral (select max(word_similarity(word, lower(s.name))) as alike
    from unnest(string_to_array(${p('words')}, ' ')) word where length(word) > 3) near
where s.active and alike > 0.42 order by alike desc, s.name, s.code limit ${p('most')}`);

const whole = prepared<ServiceView>(sql`
select s.code, s.name, u.name as unit, to_json(s.requirements) as requirements, to_json(s.steps) as steps, s.time, s.fee,
  s.product, s.hours, s.place, u.phone, u.address
from service s join unit u on u.code = s.unit_code where s.active and s.code = ${p('code')}`);

const lineOf = ({ code, name, unit }: ServiceLine): ServiceLine => ({ code, name, unit });

/** The offices that give services, by name. */
export const serviceOffices = async (runner: Runner): Promise<ServiceOffice[]> => [
  ...(await offices(runner, { rowHolds })),
];

/** The services of an office, by name. */
export const servicesOf = async (runner: Runner, unit: string): Promise<ServiceLine[]> => [
  ...(await ofOffice(runner, { unit })),
];

/**
 * The services somebody's words speak of, the likeliest first: the one whose code or name was typed, else those that
 * hold every word, else those that hold some, else those that are spelled alike.
 */
export const servicesLike = async (
  runner: Runner,
  { synonyms }: Pick<City, 'synonyms'>,
  typed: string,
): Promise<ServicesFound> => {
  const words = serviceWords(typed, synonyms).join(' ');
  const found = await named(runner, { typed, words, most: foundMost });
  const best = found.filter((one) => one.exact);
  const all = best.length > 0 ? best : found.filter((one) => one.whole);
  if (all.length > 0) return { sure: true, lines: all.map(lineOf) };
  const near = found.length > 0 ? found : await spelledLike(runner, { words, most: foundMost });
  return { sure: false, lines: near.map(lineOf) };
};

/** A service with all that its office has said of it; null for one that nobody has, or that is no longer given. */
export const serviceView = async (runner: Runner, code: string): Promise<ServiceView | null> =>
  (await whole(runner, { code }))[0] ?? null;
