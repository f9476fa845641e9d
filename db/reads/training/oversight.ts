import { sql } from 'drizzle-orm';
import { mayAny } from '../../../bot/domain/permissions/may-any.ts';
import { isGranted } from '../../../bot/domain/permissions/verdict.ts';
import { hatsOf } from '../../../bot/domain/roles.ts';
import { lineOf } from '../../../bot/domain/sensitive.ts';
import { mayForColleague, type Overseer } from '../../../bot/domain/training/answers-for.ts';
import type { Oversight } from '../../../bot/domain/training/unit-view.ts';
import type { City } from '../../../bot/ports.ts';
import { prepared, type Runner } from '../../prepared.ts';
import { type Speaker, speakerOf } from './speaker.ts';

const p = sql.placeholder;

/** Somebody they may look at. */
export type Overseen = {
  id: number;
  name: string;
  position: string;
  unit: string;
  supervisor: number | null;
};

/** Of a demo, nobody who tries the service with others is among one's people. */
const ofMyCircle = sql`not exists (select from staff_link l join contact c on c.id = l.contact_id
  where l.employee_id = e.id and l.ended_at is null and c.circle is not null and c.circle is distinct from ${p('circle')}::text)`;

const findPeople = prepared<Overseen>(sql`
select e.id::int as id, e.name, e.position, e.unit_code as unit, head.id::int as supervisor
from employee e left join employee head on head.nip = e.supervisor_nip
where e.active and e.id <> ${p('me')}::bigint and (e.unit_code = any(${p('units')}::text[]) or ${p('mine')}::boolean and head.id = ${p('me')}::bigint)
  and ${ofMyCircle} order by e.id`);

const findOne = prepared<Overseen>(sql`
select e.id::int as id, e.name, e.position, e.unit_code as unit, head.id::int as supervisor
from employee e left join employee head on head.nip = e.supervisor_nip where e.active and e.id = ${p('employee')}::bigint and ${ofMyCircle}`);

const countPeople = prepared<{ unit: string; people: number }>(
  sql`select unit_code as unit, count(*)::int as people from employee where active group by unit_code`,
);

const maySee = (me: Overseer, on: 'own' | 'other'): boolean =>
  isGranted(
    mayAny(
      hatsOf({ ...me, active: true }).map((role) => ({ role, on })),
      'see-training',
    ),
  );

/** A unit and every part of it. */
export const partsOf = (unit: string, units: City['units']): string[] =>
  units.filter(({ code }) => lineOf(code, units).includes(unit)).map(({ code }) => code);

const seesLearning = (me: Overseer, one: Overseen, units: City['units']): boolean =>
  mayForColleague(me, one, 'see-training', units);

/** The unit whose people somebody asks for (none: their own), where they may look at it. */
const unitAsked = (me: Overseer, { units }: Pick<City, 'units'>, unit: string | null): string | undefined => {
  if (unit === null) return maySee(me, 'own') ? me.unit : undefined;
  return maySee(me, 'other') && units.some(({ code }) => code === unit) ? unit : undefined;
};

/**
 * The people of a unit and of the parts below it, or one's own (`unit`: null), as far as one may see their learning.
 * `undefined` for whoever may not look there at all.
 */
export const overseenBy = async (
  runner: Runner,
  { units }: Pick<City, 'units'>,
  me: Speaker,
  unit: string | null,
): Promise<Overseen[] | undefined> => {
  const asked = unitAsked(me, { units }, unit);
  if (asked === undefined) return undefined;
  const rows = await findPeople(runner, {
    me: me.id,
    units: partsOf(asked, units),
    mine: unit === null,
    circle: me.circle,
  });
  return rows.filter((one) => seesLearning(me, one, units));
};

/** One colleague by their number, where one may see their learning. */
export const overseen = async (
  runner: Runner,
  { units }: Pick<City, 'units'>,
  me: Speaker,
  employee: number,
): Promise<Overseen | undefined> =>
  (await findOne(runner, { employee, circle: me.circle })).find((one) => seesLearning(me, one, units));

/** Whose learning the employee behind a chat may see; null for whoever may see nobody's. Units with the people of their parts. */
export const oversightOf = async (
  runner: Runner,
  { units }: Pick<City, 'units'>,
  contact: number,
): Promise<Oversight | null> => {
  const me = await speakerOf(runner, contact);
  if (!me || !maySee(me, 'own')) return null;
  if (!maySee(me, 'other')) return { own: true, units: [] };
  const counts = new Map<string, number>();
  for (const { unit, people } of await countPeople(runner, {}))
    for (const code of lineOf(unit, units)) counts.set(code, (counts.get(code) ?? 0) + people);
  return {
    own: hatsOf({ ...me, active: true }).includes('supervisor'),
    units: units
      .map(({ code, name }) => ({ code, name, people: counts.get(code) ?? 0 }))
      .filter(({ people }) => people > 0)
      .toSorted((one, other) => one.name.localeCompare(other.name, 'id')),
  };
};
