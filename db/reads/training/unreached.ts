import { sql } from 'drizzle-orm';
import { localDate } from '../../../bot/domain/local-date.ts';
import { mayAny } from '../../../bot/domain/permissions/may-any.ts';
import { isGranted } from '../../../bot/domain/permissions/verdict.ts';
import { hatsOf } from '../../../bot/domain/roles.ts';
import type { Unreached, UnreachedUnit, UnreachedWhy } from '../../../bot/domain/training/unit-view.ts';
import type { City } from '../../../bot/ports.ts';
import { prepared, type Runner } from '../../prepared.ts';
import { staffChat } from '../staff-chat.ts';
import { speakerOf } from './speaker.ts';

const p = sql.placeholder;

/** Active employees without a chat in which they can be written to, why, and since when. */
const unreached = sql`
select e.nip, e.name, e.unit_code as unit, u.name as "unitName",
  case when c.id is not null then 'gone' when parted.at is not null then 'parted' else 'never' end as why,
  coalesce(c.unreachable_at, parted.at, e.created_at) as since
from employee e join unit u on u.code = e.unit_code left join ${staffChat} c on c.employee_id = e.id
  left join lateral (select max(l.ended_at) as at from staff_link l where l.employee_id = e.id) parted on true
where e.active and (c.id is null or c.unreachable_at is not null)`;

type Row = { nip: string; name: string; unit: string; unitName: string; why: UnreachedWhy; since: string };

const findAll = prepared<Row>(sql`${unreached} order by u.name, e.name, e.id`);

const findOfUnit = prepared<Row>(sql`${unreached} and e.unit_code = ${p('unit')} order by e.name, e.id`);

const countUnits = prepared<UnreachedUnit>(sql`
select u.code, u.name, count(gone.nip)::int as unreached, count(*)::int as people
from employee e join unit u on u.code = e.unit_code left join (${unreached}) gone on gone.nip = e.nip
where e.active group by u.code, u.name order by count(gone.nip) desc, u.name`);

/** An employee who cannot be reached, as the personnel office's own list names them. */
export type UnreachedRow = Omit<Row, 'since'> & Pick<Unreached, 'since'>;

const told = ({ since, ...row }: Row, zone: string): UnreachedRow => ({
  ...row,
  since: localDate(new Date(since), zone),
});

/** Everybody who cannot be reached, by unit and name. */
export const allUnreached = async (
  runner: Runner,
  { agency }: Pick<City, 'agency'>,
): Promise<UnreachedRow[]> => (await findAll(runner, {})).map((row) => told(row, agency.zone));

/** Only the personnel office hands out codes and asks after people in every unit. */
const mayLook = async (runner: Runner, contact: number): Promise<boolean> => {
  const me = await speakerOf(runner, contact);
  if (!me) return false;
  const hats = hatsOf({ ...me, active: true }).map((role) => ({ role, on: 'other' as const }));
  return isGranted(mayAny(hats, 'see-training'));
};

/** Every unit with its people and how many of them cannot be reached, the most first; null for whoever may not ask. */
export const unreachedUnits = async (runner: Runner, contact: number): Promise<UnreachedUnit[] | null> =>
  (await mayLook(runner, contact)) ? [...(await countUnits(runner, {}))] : null;

/** Who of a unit cannot be reached; null for whoever may not ask. */
export const unreachedOf = async (
  runner: Runner,
  { agency }: Pick<City, 'agency'>,
  { contact, unit }: { contact: number; unit: string },
): Promise<Unreached[] | null> => {
  if (!(await mayLook(runner, contact))) return null;
  return (await findOfUnit(runner, { unit })).map((row) => {
    const { name, why, since } = told(row, agency.zone);
    return { name, why, since };
  });
};
