import { sql } from 'drizzle-orm';
import type { AwardNow } from '../../../bot/domain/award/award-now.ts';
import {
  type Eligibility,
  type EligibilityFacts,
  judgeEligibility,
} from '../../../bot/domain/award/eligibility.ts';
import type { Predicate } from '../../../bot/domain/award/predicate.ts';
import { prepared, type Runner } from '../../prepared.ts';

const p = sql.placeholder;

type YearRow = {
  year: number;
  predicate: Predicate | null;
  attendance: string | null;
  disciplineClear: boolean | null;
  serviceFrom: string | null;
  lastWon: number | null;
};

type Row = Pick<EligibilityFacts, 'kind' | 'active' | 'consent' | 'sawRecord'> & {
  nominee: number;
  jp: number;
  years: YearRow[];
};

const findFacts = prepared<Row>(sql`
select n.id::int as nominee, e.kind, e.active, n.consent, n.saw_record_at is not null as "sawRecord",
  (select coalesce(sum(c.jp), 0)::int from certificate c
    where c.employee_id = e.id and c.status = 'sah' and extract(year from c.date) = ${p('year')}::int) as jp,
  (select coalesce(json_agg(json_build_object('year', r.year, 'predicate', r.predicate, 'attendance', r.attendance,
      'disciplineClear', r.discipline_clear, 'serviceFrom', r.service_from, 'lastWon', r.last_won) order by r.year desc), '[]')
    from personnel_record r where r.employee_id = e.id and r.year <= ${p('year')}::int) as years
from award_nominee n join employee e on e.id = n.employee_id
where n.cycle_id = ${p('cycle')}::bigint and n.id = any(${p('nominees')}::bigint[])`);

/** A nominee's rules as they stand, and what they were judged by. `attendance`: percent of three months, two decimals with a point. */
export type ReadEligibility = Eligibility & { facts: EligibilityFacts; attendance: string | null };

/** What the newest year that says something says of it. */
const newest = <K extends keyof YearRow>(years: readonly YearRow[], what: K): YearRow[K] | null =>
  years.find((one) => one[what] !== null)?.[what] ?? null;

/** Discipline, attendance and earlier awards are taken from the files of the cycle's year and the one before it: older ones say nothing of today. */
const factsOf = ({ kind, active, consent, sawRecord, jp, years }: Row, year: number): EligibilityFacts => {
  const fresh = years.filter((one) => one.year >= year - 1);
  const won = fresh.length === 0 ? null : { last: newest(years, 'lastWon') };
  return {
    kind,
    active,
    serviceFrom: newest(years, 'serviceFrom'),
    predicates: new Map(years.flatMap((one) => (one.predicate ? [[one.year, one.predicate]] : []))),
    disciplineClear: newest(fresh, 'disciplineClear'),
    jp,
    won,
    consent,
    sawRecord,
  };
};

/**
 * Judges nominees of a cycle by what the files say now; service counts up to the last day of `verifikasi` as it was published,
 * so that every reader comes to the same. Hours are those of verified certificates dated in the cycle's year.
 */
export const readEligibility = async (
  runner: Runner,
  { id: cycle, cycle: { year, phases, eligibility } }: Pick<AwardNow, 'id' | 'cycle'>,
  nominees: readonly number[],
): Promise<ReadonlyMap<number, ReadEligibility>> => {
  const on = phases.find(({ name }) => name === 'verifikasi')?.until;
  if (on === undefined) throw new RangeError('the cycle has no phase verifikasi');
  const rows = await findFacts(runner, { cycle, year, nominees });
  return new Map(
    rows.map((row) => {
      const facts = factsOf(row, year);
      const attendance = newest(
        row.years.filter((one) => one.year >= year - 1),
        'attendance',
      );
      return [
        row.nominee,
        { ...judgeEligibility(facts, eligibility, { year, on }), facts, attendance },
      ] as const;
    }),
  );
};
