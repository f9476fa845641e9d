import { type SQL, sql } from 'drizzle-orm';
import type { LocalDate } from '../bot/domain/local-date.ts';
import { prepared, type Runner } from './prepared.ts';

const p = sql.placeholder;
const day = sql`${p('day')}::date`;
const month = sql`date_trunc('month', ${day})::date`;

/** So many forms of a service move together into what everybody may see; fewer could be read off (`domain/privacy.md` section 4). */
export const fewestShown = 5;

/**
 * Writes the rows of `table` anew that are not shown yet or belong to this month, in an order drawn by lot: of none can be
 * told when it came. Where a service has five that are not shown, all of them are. The days of what is shown are dealt out
 * anew among the forms of a service: they tell how many came on a day, never which. Paper forms keep their own day.
 */
const writtenAnew = (table: SQL, rest: SQL, isPaper: SQL, which: SQL): SQL => sql`
with gone as (
  delete from ${table} where ${which} and (shown_on is null or (not ${isPaper} and shown_on >= ${month})) returning *
), grouped as (
  select *, case when ${isPaper} then counted_on else ${day} end as on_day,
    count(*) over (partition by unit_code, service_code, date_trunc('month', case when ${isPaper} then counted_on else ${day} end), shown_on is null) as beside
  from gone
), seen as (
  select *, case when shown_on is not null then shown_on when beside >= ${p('fewest')}::int then on_day end as seen_on from grouped
), dealt as (
  select *, row_number() over (partition by unit_code, service_code, ${isPaper}, seen_on is null order by gen_random_uuid()) as place from seen
), days as (
  select unit_code, service_code, seen_on, row_number() over (partition by unit_code, service_code order by gen_random_uuid()) as place
  from seen where seen_on is not null and not ${isPaper}
)
insert into ${table} (id, unit_code, service_code, counted_on, shown_on, ${rest})
select id, d.unit_code, d.service_code,
  case when n.seen_on is null or d.counted_on < ${month} then d.counted_on else n.seen_on end,
  coalesce(n.seen_on, d.seen_on), ${rest}
from dealt d left join days n on not ${isPaper} and d.seen_on is not null
  and n.unit_code = d.unit_code and n.service_code = d.service_code and n.place = d.place
order by gen_random_uuid()
returning id`;

const answers = prepared<{ id: string }>(
  writtenAnew(
    sql`skm_answer`,
    sql`source, persyaratan, prosedur, waktu, biaya, produk, kompetensi, perilaku, pengaduan, sarana, sex, age, education, work, flags`,
    sql`source = 'paper'`,
    sql`source = coalesce(${p('only')}::text, source)`,
  ),
);

const quick = prepared<{ id: string }>(writtenAnew(sql`skm_quick`, sql`score`, sql`false`, sql`true`));

/** Shows what has become five by the end of a local day. `only`: paper forms by themselves, as an import shows its own at once. */
export const showFives = async (runner: Runner, day: LocalDate, only?: 'paper'): Promise<void> => {
  await answers(runner, { day, fewest: fewestShown, only: only ?? null });
  if (only === undefined) await quick(runner, { day, fewest: fewestShown });
};
