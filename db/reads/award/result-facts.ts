import { sql } from 'drizzle-orm';
import type { AwardCategory } from '../../../bot/domain/award/award-category.ts';
import type { AwardNow } from '../../../bot/domain/award/award-now.ts';
import type { InnovationMarks } from '../../../bot/domain/award/innovation.ts';
import type { Scored } from '../../../bot/domain/award/result-of.ts';
import type { Voter } from '../../../bot/domain/award/roll.ts';
import { voteDivisor } from '../../../bot/domain/award/vote-divisor.ts';
import type { Bulletin } from '../../../bot/domain/ballot/bulletin.ts';
import { prepared, type Runner } from '../../prepared.ts';
import { readEligibility } from './eligibility.ts';

const p = sql.placeholder;

/** A candidate on the ballot paper of a category. */
export type Candidate = {
  id: number;
  employee: number;
  name: string;
  nip: string;
  unit: string;
  category: AwardCategory;
  paper: number;
  marks: InnovationMarks[];
};

const findCandidates = prepared<Candidate>(sql`
select n.id::int as id, e.id::int as employee, e.name, e.nip, n.unit_code as unit, n.category, n.paper,
  (select coalesce(json_agg(json_build_object('masalah', m.masalah, 'kebaruan', m.kebaruan, 'hasil', m.hasil, 'keberlanjutan', m.keberlanjutan)
    order by m.by_id), '[]') from award_mark m where m.nominee_id = n.id) as marks
from award_nominee n join employee e on e.id = n.employee_id
where n.cycle_id = ${p('cycle')}::bigint and n.paper is not null order by n.category, n.paper`);

type Voted = Pick<Voter, 'id' | 'office'> & { category: AwardCategory; named: number[] };

/** Who voted, with whom they nominated: never what. */
const findVoted = prepared<Voted>(sql`
select v.employee_id::int as id, r.unit_code as office, v.category,
  (select coalesce(json_agg(n.employee_id), '[]') from award_nomination w join award_nominee n on n.id = w.nominee_id
    where w.by_id = v.employee_id and w.cycle_id = v.cycle_id and not w.void) as named
from award_participation v join award_roll r on r.cycle_id = v.cycle_id and r.employee_id = v.employee_id
where v.cycle_id = ${p('cycle')}::bigint`);

const countRoll = prepared<{ count: number }>(
  sql`select count(*)::int as count from award_roll where cycle_id = ${p('cycle')}::bigint`,
);

const findBulletin = prepared<{ bulletin: Bulletin | null }>(
  sql`select bulletin from award_cycle where id = ${p('cycle')}::bigint`,
);

export const readCandidates = (runner: Runner, cycle: number): Promise<readonly Candidate[]> =>
  findCandidates(runner, { cycle });

/** How many stand on the roll, and the votes of each category by paper and then blank; `undefined` before the tally. */
export const readVotes = async (
  runner: Runner,
  cycle: number,
): Promise<{ roll: number; votes: (category: AwardCategory) => readonly number[] | null } | undefined> => {
  const [[found], [roll]] = await Promise.all([
    findBulletin(runner, { cycle }),
    countRoll(runner, { cycle }),
  ]);
  const totals = found?.bulletin?.totals;
  return (
    totals && {
      roll: roll?.count ?? 0,
      votes: (category) => totals.find((one) => one.category === category)?.votes ?? null,
    }
  );
};

/** What the candidates are scored by, each under its nominee; `votes` of a category where they count. */
export const readScored = async (
  runner: Runner,
  award: Pick<AwardNow, 'id' | 'cycle'>,
  candidates: readonly Candidate[],
  votes: (category: AwardCategory) => readonly number[] | null,
): Promise<ReadonlyMap<number, Scored>> => {
  const rules = award.cycle.vote;
  const [facts, voted] = await Promise.all([
    readEligibility(
      runner,
      award,
      candidates.map(({ id }) => id),
    ),
    rules.divisor === 'valid' ? [] : findVoted(runner, { cycle: award.id }),
  ]);
  return new Map(
    candidates.flatMap(({ id, employee, unit, category, paper, marks }) => {
      const known = facts.get(id);
      if (!known) return [];
      const counted = votes(category);
      const of = counted
        ? voteDivisor(
            { id: employee, office: unit },
            {
              valid: counted.reduce((all, one) => all + one, 0),
              voted: voted
                .filter((one) => one.category === category)
                .map(({ named, ...voter }) => ({ ...voter, ties: { named, kin: [] } })),
            },
            rules,
          )
        : 0;
      const { kind, predicates, jp, serviceFrom } = known.facts;
      const one: Scored = {
        id,
        kind,
        predicates,
        attendance: known.attendance,
        marks,
        votes: { for: counted?.[paper] ?? 0, of },
        jp: jp ?? 0,
        serviceFrom,
      };
      return [[id, one] as const];
    }),
  );
};
