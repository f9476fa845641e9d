import { sql } from 'drizzle-orm';
import { prepared, type Runner } from '../prepared.ts';

const p = sql.placeholder;

/** A counter where a service is rated, by the code on its poster. */
export type Counter = {
  code: string;
  service: { code: string; name: string };
  unit: { code: string; name: string };
};

const find = prepared<{ code: string; service: string; name: string; unit: string; unitName: string }>(sql`
select s.counter_code as code, s.code as service, s.name, u.code as unit, u.name as "unitName"
from service s join unit u on u.code = s.unit_code
where s.active and s.counter_code is not null
  and s.unit_code = coalesce(${p('unit')}::text, s.unit_code) and s.code = coalesce(${p('service')}::text, s.code)
order by u.name, u.code, s.counter_code`);

/** The counters of the city, of one office or of one service; a service without a counter has none. */
export const countersOf = async (
  runner: Runner,
  { unit, service }: { unit?: string | undefined; service?: string | undefined },
): Promise<Counter[]> => {
  const rows = await find(runner, { unit: unit ?? null, service: service ?? null });
  return rows.map(({ code, service: of, name, unit: office, unitName }) => ({
    code,
    service: { code: of, name },
    unit: { code: office, name: unitName },
  }));
};
