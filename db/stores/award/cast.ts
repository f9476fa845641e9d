import { sql } from 'drizzle-orm';
import { isIn, type Schedule, type Standing, standingAt } from '../../../bot/domain/award/standing.ts';
import { votePaper } from '../../../bot/domain/award/vote-paper.ts';
import type { PublicKey } from '../../../bot/domain/ballot/bulletin.ts';
import { verifyBallot } from '../../../bot/domain/ballot/verify-ballot.ts';
import { localDate } from '../../../bot/domain/local-date.ts';
import type { Effect } from '../../../bot/effects.ts';
import type { City, Contact } from '../../../bot/ports.ts';
import { Overtaken } from '../../overtaken.ts';
import { prepared, type Runner } from '../../prepared.ts';
import { findVoter, mayVote } from '../../reads/award/voter.ts';

const p = sql.placeholder;

/** The round, held so that it is not closed before this ballot lies in it. */
const holdCycle = prepared<{
  code: string;
  rulesHash: string;
  publicKey: PublicKey;
  schedule: Schedule;
  furthest: Standing | null;
  candidates: string[];
}>(sql`
select c.code, c.rules_hash as "rulesHash", c.public_key as "publicKey", c.schedule, c.furthest,
  (select coalesce(json_agg(n.paper_name order by n.paper), '[]') from award_nominee n
    where n.cycle_id = c.id and n.category = ${p('category')} and n.paper is not null) as candidates
from award_cycle c where c.id = ${p('cycle')}::bigint and c.frozen_at is not null and c.closed_at is null
for share of c`);

/**
 * The mark that somebody voted, and from it alone the ballot and the receipt: one each, or nothing. Neither of them holds a
 * person, a time or an order.
 */
const castOnce = prepared<{ cast: number }>(sql`
with voter as (
  select r.employee_id from award_roll r
    join staff_link l on l.employee_id = r.employee_id and l.ended_at is null and l.contact_id = ${p('contact')}::bigint
    join employee e on e.id = r.employee_id and e.active
  where r.cycle_id = ${p('cycle')}::bigint
), mark as (
  insert into award_participation (cycle_id, category, employee_id, day)
  select ${p('cycle')}::bigint, ${p('category')}, employee_id, ${p('today')}::date from voter
  on conflict (cycle_id, category, employee_id) do nothing returning cycle_id
), paper as (
  insert into award_ballot (id, cycle_id, category, ballot)
  select ${p('id')}::uuid, cycle_id, ${p('category')}, ${p('ballot')}::text::jsonb from mark
), slip as (
  insert into award_receipt (cycle_id, category, hash) select cycle_id, ${p('category')}, ${p('receipt')} from mark
)
select count(*)::int as cast from mark`);

/**
 * Takes a sealed ballot of the employee whom a chat speaks as. Throws `Overtaken` where they have voted, may not vote or the
 * vote is closed by now; a ballot that does not hold exactly one choice of this paper is a bug and throws.
 */
export const castBallot = async (
  runner: Runner,
  city: Pick<City, 'agency'>,
  { id: contact }: Pick<Contact, 'id'>,
  { cycle, category, id, ballot, receipt }: Extract<Effect, { do: 'award.cast' }>,
  at: Date,
): Promise<void> => {
  const { zone } = city.agency;
  const [[held], [voter]] = await Promise.all([
    holdCycle(runner, { cycle, category }),
    findVoter(runner, { cycle, contact }),
  ]);
  const open =
    held && isIn(standingAt(held.schedule, at, zone, held.furthest ?? undefined), 'pemungutan_suara');
  if (!open || !voter || !mayVote(voter, at) || voter.voted.includes(category)) throw new Overtaken();
  const { code, rulesHash, publicKey, candidates } = held;
  const election = { cycle: code, rules_hash: rulesHash, public_key: publicKey };
  const fault = verifyBallot(votePaper(election, category, candidates), ballot);
  if (fault) throw new Error(`a ballot of ours does not hold: ${fault.fault}`);
  const [done] = await castOnce(runner, {
    contact,
    cycle,
    category,
    today: localDate(at, zone),
    id,
    ballot: JSON.stringify(ballot),
    receipt,
  });
  if (done?.cast !== 1) throw new Overtaken();
};
