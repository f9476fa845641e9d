import { sql } from 'drizzle-orm';
import { type Heaps, resultOf, type SkmResult, together } from '../../bot/domain/skm/result.ts';
import type { Period } from '../../bot/domain/skm/survey-period.ts';
import { surveyOf } from '../../bot/domain/skm/survey-settings.ts';
import { pooled } from '../../bot/domain/skm/tally.ts';
import type { City } from '../../bot/ports.ts';
import { prepared, type Runner } from '../prepared.ts';
import { type CountedBy, type TallyRow, talliesBetween } from './skm-tallies.ts';

type ServiceRow = { code: string; name: string; unit: string; unitName: string; users: number | null };

const services = prepared<ServiceRow>(sql`
select s.code, s.name, s.unit_code as unit, u.name as "unitName", s.users
from service s join unit u on u.code = s.unit_code where s.active or exists (select from skm_tally t where t.service_code = s.code)
order by u.name, u.code, s.name, s.code`);

const heapsOf = (rows: readonly TallyRow[]): Heaps => ({
  all: pooled(rows.map(({ tally }) => tally)),
  unflagged: pooled(rows.filter(({ flagged }) => !flagged).map(({ tally }) => tally)),
});

/** The number of users of several services; unknown where one of them is. */
const usersOf = (known: readonly ServiceRow[]): number | null =>
  known.length > 0 && known.every(({ users }) => users !== null)
    ? known.reduce((sum, { users }) => sum + (users ?? 0), 0)
    : null;

/**
 * The results of a period: of each office with services or forms one row for the whole and one for each service, offices by
 * name. `by`: reports count every form, public figures only what may be shown.
 */
export const skmResults = async (
  runner: Runner,
  { agency, units }: City,
  { period, by, unit }: { period: Period; by: CountedBy; unit?: string },
): Promise<SkmResult[]> => {
  const { weight } = surveyOf(agency.settings);
  const [known, rows] = await Promise.all([
    services(runner, {}),
    talliesBetween(runner, { by, from: period.from, until: period.until, unit }),
  ]);
  const names = new Map(units.map(({ code, name }) => [code, name]));
  const codes = new Set([...known.map((one) => one.unit), ...rows.map((one) => one.unit)]);
  return [...codes]
    .filter((code) => unit === undefined || code === unit)
    .map((code) => ({ code, name: names.get(code) ?? code }))
    .sort((a, b) => a.name.localeCompare(b.name, 'id'))
    .flatMap((office) => {
      const own = known.filter((one) => one.unit === office.code);
      const there = rows.filter((row) => row.unit === office.code);
      const ofService = (service: string | null) => heapsOf(there.filter((row) => row.service === service));
      const each = own.map((one) => ({ one, heaps: ofService(one.code) }));
      const whole = together([...each.map(({ heaps }) => heaps), ofService(null)]);
      const base = { unit: office, period };
      return [
        resultOf({ ...base, service: null, users: usersOf(own) }, whole, weight),
        ...each.map(({ one: { code, name, users }, heaps }) =>
          resultOf({ ...base, service: { code, name }, users }, heaps, weight),
        ),
      ];
    });
};
