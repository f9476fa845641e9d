import { sql } from 'drizzle-orm';
import type { Sql } from 'postgres';
import { rollHash } from '../../bot/domain/award/roll.ts';
import { officeOf } from '../../bot/domain/office.ts';
import type { City } from '../../bot/ports.ts';
import { prepared } from '../prepared.ts';
import { rollOfCycle, votedIn } from '../reads/award/roll.ts';
import { lockCycle, type Moment } from './lock-cycle.ts';
import { writeMinutes } from './write-minutes.ts';

const p = sql.placeholder;

const findPerson = prepared<{ id: number; unit: string; active: boolean; leads: boolean }>(sql`
select id::int as id, unit_code as unit, active, 'supervisor' = any(roles) as leads from employee where nip = ${p('nip')}`);

const add = prepared(sql`
insert into award_roll (cycle_id, employee_id, nip, unit_code)
values (${p('cycle')}::bigint, ${p('id')}::bigint, ${p('nip')}, ${p('office')})`);

const remove = prepared(sql`
delete from award_roll where cycle_id = ${p('cycle')}::bigint and employee_id = ${p('id')}::bigint`);

const setHash = prepared(
  sql`update award_cycle set roll_hash = ${p('hash')} where id = ${p('cycle')}::bigint`,
);

export type Corrected =
  | { is: 'unknown' | 'unfrozen' | 'closed' | 'stranger' | 'no-supervisor' | 'voted' | 'there' | 'not-there' }
  | { is: 'corrected'; rollHash: string; voters: number };

/**
 * Adds somebody to the frozen roll or takes them off it, by the committee's minutes, which everybody may read with the roll's
 * new hash. Nobody who has voted is taken off, for their ballot could not be found again.
 */
export const correctRoll = (
  pool: Sql,
  code: string,
  { change, nip, text }: { change: 'add' | 'remove'; nip: string; text: string },
  { at, zone, city }: Moment & { city: Pick<City, 'units' | 'categories'> },
): Promise<Corrected> =>
  pool.begin(async (tx): Promise<Corrected> => {
    const award = await lockCycle(tx, code, { at, zone });
    if (!award) return { is: 'unknown' };
    if (award.closed) return { is: 'closed' };
    if (!award.frozen) return { is: 'unfrozen' };
    const cycle = award.id;
    const [person] = await findPerson(tx, { nip });
    if (!person) return { is: 'stranger' };
    const { id, unit, active, leads } = person;
    const isThere = (await rollOfCycle(tx, cycle)).some((voter) => voter.id === id);
    if (change === 'add') {
      if (isThere) return { is: 'there' };
      if (!active || !leads) return { is: 'no-supervisor' };
      await add(tx, { cycle, id, nip, office: officeOf(unit, city.units, city.categories) });
    } else {
      if (!isThere) return { is: 'not-there' };
      const voted = [...(await votedIn(tx, cycle)).values()];
      if (voted.some((all) => all.has(id))) return { is: 'voted' };
      await remove(tx, { cycle, id });
    }
    const roll = await rollOfCycle(tx, cycle);
    const facts = { rollHash: rollHash(code, roll), voters: roll.length };
    await setHash(tx, { cycle, hash: facts.rollHash });
    await writeMinutes(tx, { cycle, about: 'roll', facts, text }, at);
    return { is: 'corrected', ...facts };
  });
