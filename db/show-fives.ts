import { sql } from 'drizzle-orm';
import type { LocalDate } from '../bot/domain/local-date.ts';
import { prepared, type Runner } from './prepared.ts';

const p = sql.placeholder;

/** So many forms of a service move together into what everybody may see; fewer could be read off (`domain/privacy.md` section 4). */
export const fewestShown = 5;

/**
 * Every form that is not shown yet, written anew in an order drawn by lot: of none can be told when it came. Where a
 * service has five of one month, all of them are shown, and those from the chat go by that day.
 */
const answers = prepared<{ id: string }>(sql`
with gone as (
  delete from skm_answer where shown_on is null and source = coalesce(${p('only')}::text, source) returning *
), dated as (
  select *, case when source = 'paper' then counted_on else ${p('day')}::date end as on_day from gone
), grouped as (
  select *, count(*) over (partition by unit_code, service_code, date_trunc('month', on_day)) >= ${p('fewest')}::int as enough from dated
)
insert into skm_answer (id, unit_code, service_code, source, counted_on, shown_on, persyaratan, prosedur, waktu, biaya, produk,
  kompetensi, perilaku, pengaduan, sarana, sex, age, education, work, flags)
select id, unit_code, service_code, source, case when enough then least(counted_on, on_day) else counted_on end,
  case when enough then on_day end, persyaratan, prosedur, waktu, biaya, produk, kompetensi, perilaku, pengaduan, sarana,
  sex, age, education, work, flags
from grouped order by gen_random_uuid()
returning id`);

const quick = prepared<{ id: string }>(sql`
with gone as (
  delete from skm_quick where shown_on is null returning *
), grouped as (
  select *, count(*) over (partition by service_code) >= ${p('fewest')}::int as enough from gone
)
insert into skm_quick (id, unit_code, service_code, counted_on, shown_on, score)
select id, unit_code, service_code, case when enough then least(counted_on, ${p('day')}::date) else counted_on end,
  case when enough then ${p('day')}::date end, score
from grouped order by gen_random_uuid()
returning id`);

/** Shows what has become five by the end of a local day. `only`: paper forms by themselves, as an import shows its own at once. */
export const showFives = async (runner: Runner, day: LocalDate, only?: 'paper'): Promise<void> => {
  await answers(runner, { day, fewest: fewestShown, only: only ?? null });
  if (only === undefined) await quick(runner, { day, fewest: fewestShown });
};
