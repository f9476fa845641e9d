import { sql } from 'drizzle-orm';
import { localDate } from '../../bot/domain/local-date.ts';
import type { SurveyChange } from '../../bot/domain/skm/survey-change.ts';
import type { City } from '../../bot/ports.ts';
import { prepared, type Runner } from '../prepared.ts';

const p = sql.placeholder;

type Row = {
  id: number;
  unit: string;
  unitName: string;
  service: string | null;
  serviceName: string | null;
  said: string;
  done: string;
  at: string;
};

/** What was only tried out stands nowhere: written by a chat of a circle. */
const find = prepared<Row>(sql`
select id, unit, "unitName", service, "serviceName", said, done, at from (
  select c.id::int as id, c.unit_code as unit, u.name as "unitName", c.service_code as service, s.name as "serviceName",
    c.said, c.done, c.at, row_number() over (partition by c.unit_code order by c.at desc, c.id desc) as nth
  from skm_change c join unit u on u.code = c.unit_code left join service s on s.code = c.service_code
  where c.unit_code = coalesce(${p('unit')}::text, c.unit_code) and not exists (
    select from staff_link l join contact k on k.id = l.contact_id where l.employee_id = c.employee_id and k.circle is not null)
) newest where nth <= ${p('most')}::int order by at desc, id desc`);

const told = ({ agency }: Pick<City, 'agency'>, rows: readonly Row[]): SurveyChange[] =>
  rows.map(({ id, unit: code, unitName, service, serviceName, said, done, at }) => ({
    id,
    unit: { code, name: unitName },
    service: service !== null && serviceName !== null ? { code: service, name: serviceName } : null,
    said,
    done,
    on: localDate(new Date(at), agency.zone),
  }));

/** What an office changed since people said so, the newest first, as everybody may read it. */
export const changesOf = async (
  runner: Runner,
  city: Pick<City, 'agency'>,
  unit: string,
  most: number,
): Promise<SurveyChange[]> => told(city, await find(runner, { unit, most }));

/** The same of every office, so many of each. */
export const latestChanges = async (
  runner: Runner,
  city: Pick<City, 'agency'>,
  most: number,
): Promise<SurveyChange[]> => told(city, await find(runner, { unit: null, most }));
