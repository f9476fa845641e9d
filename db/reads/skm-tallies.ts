import { sql } from 'drizzle-orm';
import { type ElementKey, elements } from '../../bot/domain/skm/elements.ts';
import type { Tally } from '../../bot/domain/skm/tally.ts';
import { prepared, type Runner } from '../prepared.ts';

const p = sql.placeholder;

/** Which day a form goes by: `counted` for reports, `shown` for what everybody may see, where five at least move together. */
export type CountedBy = 'counted' | 'shown';

/** The forms of a service (or of an office that named none), those with an oddness apart; `last`: the last local day among them. */
export type TallyRow = {
  unit: string;
  service: string | null;
  flagged: boolean;
  last: string;
  tally: Tally;
};

/** Local days, the last one included; without an office all of them, without a service all of its services. */
export type TallyQuestion = {
  from: string;
  until: string;
  by: CountedBy;
  unit?: string | undefined;
  service?: string | undefined;
};

const placeByPlace = (column: 'sums' | 'counts') =>
  sql.raw(
    `json_build_array(${elements.map((_, at) => `sum(${column}[${at + 1}])`).join(', ')}) as ${column}`,
  );

const addedUp = (by: CountedBy) => {
  const day = sql.raw(by === 'counted' ? 'counted_on' : 'shown_on');
  return prepared<{
    unit: string;
    service: string | null;
    flagged: boolean;
    last: string;
    respondents: number;
    sums: number[];
    counts: number[];
  }>(sql`
select unit_code as unit, service_code as service, flagged, max(${day})::text as last, sum(respondents)::int as respondents,
  ${placeByPlace('sums')}, ${placeByPlace('counts')}
from skm_tally where ${day} between ${p('from')}::date and ${p('until')}::date
  and unit_code = coalesce(${p('unit')}::text, unit_code)
  and (${p('service')}::text is null or service_code = ${p('service')}::text)
group by unit_code, service_code, flagged order by unit_code, service_code nulls last, flagged`);
};

const statements = { counted: addedUp('counted'), shown: addedUp('shown') };

/** The forms of some days added up, a row for each service with and without oddness. Exact whole numbers, for `averagesOf`. */
export const talliesBetween = async (
  runner: Runner,
  { by, from, until, unit, service }: TallyQuestion,
): Promise<TallyRow[]> => {
  const rows = await statements[by](runner, { from, until, unit: unit ?? null, service: service ?? null });
  return rows.map(({ respondents, sums, counts, ...row }) => ({
    ...row,
    tally: {
      respondents,
      elements: Object.fromEntries(
        elements.map((element, at) => [element, { sum: sums[at] ?? 0, count: counts[at] ?? 0 }]),
      ) as { readonly [E in ElementKey]: { sum: number; count: number } },
    },
  }));
};
