import { sql } from 'drizzle-orm';
import { mayAny } from '../../../bot/domain/permissions/may-any.ts';
import { isGranted } from '../../../bot/domain/permissions/verdict.ts';
import { hatsOf } from '../../../bot/domain/roles.ts';
import { lineOf } from '../../../bot/domain/sensitive.ts';
import {
  lastDayOf,
  type MonthFigures,
  type MonthHours,
  type MonthStanding,
  monthFigures,
  monthStanding,
} from '../../../bot/domain/training/month-figures.ts';
import { trainingOf } from '../../../bot/domain/training/training-settings.ts';
import type { City } from '../../../bot/ports.ts';
import { prepared, type Runner } from '../../prepared.ts';

const p = sql.placeholder;

type Row = MonthHours & { id: number; unit: string; roles: string[]; head: number | null };
type Person = Row & { standing: MonthStanding };

const findHours = prepared<Row>(sql`
select e.id::int as id, e.unit_code as unit, e.kind, to_json(e.roles) as roles, head.id::int as head,
  coalesce(sum(c.jp), 0)::int as year, coalesce(sum(c.jp) filter (where c.date >= ${p('first')}::date), 0)::int as month
from employee e left join employee head on head.nip = e.supervisor_nip
  left join certificate c on c.employee_id = e.id and c.status = 'sah' and c.date between ${p('january')}::date and ${p('last')}::date
where e.active group by e.id, head.id`);

/** Everybody the personnel file puts above somebody. */
const above = (id: number, heads: ReadonlyMap<number, number | null>): Set<number> => {
  const line = new Set<number>();
  for (let at = heads.get(id); at && !line.has(at); at = heads.get(at)) line.add(at);
  return line;
};

const leads = ({ kind, roles }: Row): boolean => {
  const hats = hatsOf({ kind, roles, active: true });
  const may = mayAny(
    hats.map((role) => ({ role, on: 'own' as const })),
    'see-training',
  );
  return hats.includes('supervisor') && isGranted(may);
};

/**
 * How learning stood with each supervisor's people at the end of a month: those of their unit and of its parts, and whom the
 * file puts under them. One read for everybody; whoever has nobody is left out.
 */
export const monthFiguresByHead = async (
  runner: Runner,
  { units, agency }: City,
  month: string,
): Promise<ReadonlyMap<number, MonthFigures>> => {
  const { rules } = trainingOf(agency.settings);
  const found = await findHours(runner, {
    january: `${month.slice(0, 4)}-01-01`,
    first: `${month}-01`,
    last: lastDayOf(month),
  });
  const rows = found.map((row) => ({ ...row, standing: monthStanding(row, month, rules) }));
  const heads = new Map(rows.map(({ id, head }) => [id, head]));
  const byUnit = new Map<string, Person[]>();
  for (const row of rows)
    for (const code of lineOf(row.unit, units)) {
      const there = byUnit.get(code);
      if (there) there.push(row);
      else byUnit.set(code, [row]);
    }
  const byHead = Map.groupBy(rows, ({ head }) => head);
  return new Map(
    rows.filter(leads).flatMap((me) => {
      const superiors = above(me.id, heads);
      const all = new Set([...(byUnit.get(me.unit) ?? []), ...(byHead.get(me.id) ?? [])]);
      const people = [...all].filter(({ id }) => id !== me.id && !superiors.has(id));
      return people.length > 0
        ? [[me.id, monthFigures(people.map(({ standing }) => standing))] as const]
        : [];
    }),
  );
};
