import { sql } from 'drizzle-orm';
import { mayAny } from '../../../bot/domain/permissions/may-any.ts';
import { isGranted } from '../../../bot/domain/permissions/verdict.ts';
import { hatsOf } from '../../../bot/domain/roles.ts';
import { lineOf } from '../../../bot/domain/sensitive.ts';
import { mayForColleague } from '../../../bot/domain/training/answers-for.ts';
import type { Oversight } from '../../../bot/domain/training/unit-view.ts';
import type { City } from '../../../bot/ports.ts';
import { prepared, type Runner } from '../../prepared.ts';

const p = sql.placeholder;

/** The employee a chat speaks as, when they look after the learning of others; `above`: everybody the personnel file puts above them. */
export type Overseer = { id: number; unit: string; kind: string; roles: string[]; above: number[] };

/** Somebody they may look at. */
export type Overseen = {
  id: number;
  name: string;
  position: string;
  unit: string;
  supervisor: number | null;
};

const findMe = prepared<Overseer>(sql`
with recursive me as (
  select e.id, e.unit_code, e.kind, e.roles, e.supervisor_nip from staff_link l join employee e on e.id = l.employee_id and e.active
  where l.contact_id = ${p('contact')} and l.ended_at is null
), above as (
  select e.id, e.supervisor_nip from employee e join me on e.nip = me.supervisor_nip
  union select e.id, e.supervisor_nip from employee e join above on e.nip = above.supervisor_nip
)
select me.id::int as id, me.unit_code as unit, me.kind, to_json(me.roles) as roles,
  (select coalesce(json_agg(above.id::int), '[]') from above) as above from me`);

const findPeople = prepared<Overseen>(sql`
select e.id::int as id, e.name, e.position, e.unit_code as unit, head.id::int as supervisor
from employee e left join employee head on head.nip = e.supervisor_nip
where e.active and e.id <> ${p('me')}::bigint and (e.unit_code = any(${p('units')}::text[]) or ${p('mine')}::boolean and head.id = ${p('me')}::bigint)
order by e.id`);

const findOne = prepared<Overseen>(sql`
select e.id::int as id, e.name, e.position, e.unit_code as unit, head.id::int as supervisor
from employee e left join employee head on head.nip = e.supervisor_nip where e.active and e.id = ${p('employee')}::bigint`);

const countPeople = prepared<{ unit: string; people: number }>(
  sql`select unit_code as unit, count(*)::int as people from employee where active group by unit_code`,
);

export const overseerOf = async (runner: Runner, contact: number): Promise<Overseer | undefined> =>
  (await findMe(runner, { contact }))[0];

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

/** Nobody sees their own superiors so, and the personnel office sees everybody. */
const seesLearning = (me: Overseer, one: Overseen, units: City['units']): boolean =>
  mayForColleague(me, one, 'see-training', units) && (maySee(me, 'other') || !me.above.includes(one.id));

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
  me: Overseer,
  unit: string | null,
): Promise<Overseen[] | undefined> => {
  const asked = unitAsked(me, { units }, unit);
  if (asked === undefined) return undefined;
  const rows = await findPeople(runner, { me: me.id, units: partsOf(asked, units), mine: unit === null });
  return rows.filter((one) => seesLearning(me, one, units));
};

/** One colleague by their number, where one may see their learning. */
export const overseen = async (
  runner: Runner,
  { units }: Pick<City, 'units'>,
  me: Overseer,
  employee: number,
): Promise<Overseen | undefined> =>
  (await findOne(runner, { employee })).find((one) => seesLearning(me, one, units));

/** Whose learning the employee behind a chat may see; null for whoever may see nobody's. Units with the people of their parts. */
export const oversightOf = async (
  runner: Runner,
  { units }: Pick<City, 'units'>,
  contact: number,
): Promise<Oversight | null> => {
  const me = await overseerOf(runner, contact);
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
