import { sql } from 'drizzle-orm';
import type { Sql } from 'postgres';
import type { AwardCategory } from '../../bot/domain/award/award-category.ts';
import type { AwardNow } from '../../bot/domain/award/award-now.ts';
import { rollHash, rollOf } from '../../bot/domain/award/roll.ts';
import { isIn, isPast } from '../../bot/domain/award/standing.ts';
import { officeOf } from '../../bot/domain/office.ts';
import type { City } from '../../bot/ports.ts';
import { prepared, type Runner } from '../prepared.ts';
import { readEligibility } from '../reads/award/eligibility.ts';
import { lockCycle, type Moment } from './lock-cycle.ts';
import { paperNames } from './paper-names.ts';
import { writeMinutes } from './write-minutes.ts';

const p = sql.placeholder;

const findVoters = prepared<{ id: number; nip: string; unit: string }>(sql`
select id::int as id, nip, unit_code as unit from employee where active and 'supervisor' = any(roles)`);

const insertRoll = prepared(sql`
insert into award_roll (cycle_id, employee_id, nip, unit_code)
select ${p('cycle')}::bigint, * from unnest(${p('ids')}::bigint[], ${p('nips')}::text[], ${p('offices')}::text[])`);

type Ready = { id: number; category: AwardCategory; name: string; unit: string; position: string };

const findReady = prepared<Ready>(sql`
select n.id::int as id, n.category, e.name, u.name as unit, e.position
from award_nominee n join employee e on e.id = n.employee_id join unit u on u.code = n.unit_code
where n.cycle_id = ${p('cycle')}::bigint and n.verdict = 'accepted' and n.forwarded_at is not null and n.consent = 'agreed'`);

const setPaper = prepared(sql`
update award_nominee n set paper = one.paper, paper_name = one.name
from unnest(${p('ids')}::bigint[], ${p('papers')}::smallint[], ${p('names')}::text[]) as one (id, paper, name) where n.id = one.id`);

const setFrozen = prepared(sql`
update award_cycle set frozen_at = ${p('at')}::timestamptz, roll_hash = ${p('hash')} where id = ${p('cycle')}::bigint`);

/** What freezing needs beside the database: the offices, and true random bytes for the lot. */
export type Freezing = {
  city: Pick<City, 'units' | 'categories' | 'agency'>;
  random: (bytes: number) => Uint8Array;
};

const byLot = <T>(all: readonly T[], random: Freezing['random']): T[] =>
  all
    .map((one) => ({ one, lot: Buffer.from(random(16)).toString('hex') }))
    .toSorted((left, right) => (left.lot < right.lot ? -1 : 1))
    .map(({ one }) => one);

const freezeRoll = async (tx: Runner, { id: cycle, code }: AwardNow, { city }: Freezing) => {
  const voters = await findVoters(tx, {});
  const roll = rollOf(
    voters.map(({ id, nip, unit }) => ({ id, nip, office: officeOf(unit, city.units, city.categories) })),
  );
  await insertRoll(tx, {
    cycle,
    ids: roll.map(({ id }) => id),
    nips: roll.map(({ nip }) => nip),
    offices: roll.map(({ office }) => office),
  });
  return { rollHash: rollHash(code, roll), voters: roll.length };
};

const freezeCandidates = async (tx: Runner, award: AwardNow, { random }: Freezing, at: Date) => {
  const ready = await findReady(tx, { cycle: award.id });
  const judged = await readEligibility(
    tx,
    award,
    ready.map(({ id }) => id),
  );
  for (const category of award.cycle.categories) {
    const inIt = ready.filter((one) => one.category === category && judged.get(one.id)?.is === 'eligible');
    const candidates = byLot(inIt, random);
    if (candidates.length > 0)
      await setPaper(tx, {
        ids: candidates.map(({ id }) => id),
        papers: candidates.map((_, paper) => paper),
        names: paperNames(candidates),
      });
    const facts = { candidates: candidates.length };
    await writeMinutes(tx, { cycle: award.id, about: 'frozen', category, facts }, at);
  }
};

/**
 * At the first moment of the vote fixes who may vote (active supervisors, under their office) and who may be chosen (accepted,
 * forwarded, willing and eligible then), in an order by lot, and writes both into the minutes. False where there is nothing to
 * fix; a cycle whose vote was slept through is frozen late, and the quorum then prolongs it.
 */
export const freezeVote = (
  pool: Sql,
  code: string,
  { at, zone, ...freezing }: Moment & Freezing,
): Promise<boolean> =>
  pool.begin(async (tx) => {
    const award = await lockCycle(tx, code, { at, zone });
    if (!award || award.frozen) return false;
    if (!isIn(award.standing, 'pemungutan_suara') && !isPast(award.standing, 'pemungutan_suara'))
      return false;
    const { rollHash: hash, voters } = await freezeRoll(tx, award, freezing);
    await setFrozen(tx, { cycle: award.id, hash, at: at.toISOString() });
    await writeMinutes(tx, { cycle: award.id, about: 'frozen', facts: { rollHash: hash, voters } }, at);
    await freezeCandidates(tx, award, freezing, at);
    return true;
  });
