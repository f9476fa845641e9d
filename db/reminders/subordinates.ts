import { type SQL, sql } from 'drizzle-orm';
import type { LocalDate } from '../../bot/domain/local-date.ts';
import type { Subordinate, Supervisor } from '../../bot/domain/reminding/supervisor-list.ts';
import { ignoredBeforeSupervisor } from '../../bot/domain/reminding/supervisor-list.ts';
import { mayForColleague } from '../../bot/domain/training/answers-for.ts';
import type { City } from '../../bot/ports.ts';
import { prepared, type Runner } from '../prepared.ts';
import { superiorsOf } from '../reads/training/superiors.ts';
import { type Asked, readPeople } from './people.ts';

const p = sql.placeholder;

type PairRow = {
  head: number;
  headUnit: string;
  kind: string;
  roles: string[];
  above: number[];
  person: number;
  unit: string;
  supervisor: number | null;
};

/** Whom the personnel file puts above somebody; where it names nobody who serves, the supervisors of their unit. */
const isHeadOf = sql`(e.supervisor_nip = h.nip or (e.unit_code = h.unit_code and 'supervisor' = any(h.roles)
  and not exists (select from employee b where b.nip = e.supervisor_nip and b.active)))`;

/** People who try the service together hear of each other only. */
const circleOf = (
  employee: SQL,
): SQL => sql`(select max(c.circle) from staff_link s join contact c on c.id = s.contact_id
  where s.employee_id = ${employee} and s.ended_at is null)`;

/** Only people who heard of something as often as a supervisor waits. */
const findPairs = prepared<PairRow>(sql`
select h.id::int as head, h.unit_code as "headUnit", h.kind, to_json(h.roles) as roles, ${superiorsOf(sql`h.id`)} as above, e.id::int as person, e.unit_code as unit,
  b.id::int as supervisor
from employee h join employee e on e.active and e.id <> h.id and ${isHeadOf} left join employee b on b.nip = e.supervisor_nip
where h.id = any(${p('heads')}::bigint[]) and h.active and ${circleOf(sql`h.id`)} is not distinct from ${circleOf(sql`e.id`)} and exists (
  select from reminded r where r.employee_id = e.id and r.milestone not like 'again:%' group by r.item having count(*) >= ${p('times')}::int)`);

const findListed = prepared<{ head: number; person: number; item: string; on: LocalDate }>(sql`
select supervisor_id::int as head, employee_id::int as person, item, day::text as on from reminder_listed
where supervisor_id = any(${p('heads')}::bigint[])`);

/** Of these people, those for whom somebody would look at what they pass over. */
const findOverseen = prepared<{ person: number }>(sql`
select e.id::int as person from employee e where e.id = any(${p('people')}::bigint[]) and exists (
  select from employee h where h.active and h.id <> e.id and 'supervisor' = any(h.roles) and ${isHeadOf})`);

type Overseen = Pick<Supervisor<number>, 'people' | 'listed'>;

/** By supervisor: the people they answer for who may stand on a list, and every line of the lists they were given before. */
export const readSubordinates = async (
  runner: Runner,
  city: City,
  { heads, ...asked }: Omit<Asked, 'employees'> & { heads: readonly number[] },
): Promise<Map<number, Overseen>> => {
  if (heads.length === 0) return new Map();
  const [pairs, listed] = await Promise.all([
    findPairs(runner, { heads, times: ignoredBeforeSupervisor }),
    findListed(runner, { heads }),
  ]);
  const own = pairs.filter(({ head, headUnit, kind, roles, above, person, unit, supervisor }) =>
    mayForColleague(
      { id: head, unit: headUnit, kind, roles, above },
      { id: person, unit, supervisor },
      'see-training',
      city.units,
    ),
  );
  const employees = [...new Set(own.map(({ person }) => person))];
  const people = await readPeople(runner, city, { ...asked, employees });
  const peopleOf = (head: number): Subordinate<number>[] =>
    own
      .filter((pair) => pair.head === head)
      .flatMap(({ person }) => {
        const found = people.get(person);
        return found ? [{ person, ...found }] : [];
      });
  return new Map(
    heads.map((head) => [
      head,
      { people: peopleOf(head), listed: listed.filter((line) => line.head === head) },
    ]),
  );
};

export const readOverseen = async (runner: Runner, people: readonly number[]): Promise<Set<number>> =>
  new Set((await findOverseen(runner, { people })).map(({ person }) => person));
