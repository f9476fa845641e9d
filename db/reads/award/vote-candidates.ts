import { sql } from 'drizzle-orm';
import type { AwardCategory } from '../../../bot/domain/award/award-category.ts';
import type { CoreValue } from '../../../bot/domain/award/berakhlak.ts';
import type { VoteRules } from '../../../bot/domain/award/cycle.ts';
import { mayChoose } from '../../../bot/domain/award/may-choose.ts';
import type { NomineeEvidence } from '../../../bot/domain/award/nominee-evidence.ts';
import { officeOf } from '../../../bot/domain/office.ts';
import type { City } from '../../../bot/ports.ts';
import { prepared } from '../../prepared.ts';
import type { VoterRow } from './voter.ts';

const p = sql.placeholder;

/** A candidate as fixed when the vote opened; `values` by how many named them, `evidence` only where the candidate has seen it. */
export type CandidateRow = {
  category: AwardCategory;
  employee: number;
  unitCode: string;
  unit: string;
  paper: number;
  name: string;
  by: string | null;
  reason: string | null;
  values: CoreValue[];
  evidence: NomineeEvidence | null;
};

/** The candidates of a cycle in the order of the paper. */
export const readCandidates = prepared<CandidateRow>(sql`
select n.category, n.employee_id::int as employee, n.unit_code as "unitCode", u.name as unit, n.paper, n.paper_name as name,
  f.name as by, n.forward_reason as reason, case when n.saw_record_at is not null then n.evidence end as evidence,
  (select coalesce(json_agg(v.value order by v.times desc, v.value), '[]') from (
    select w.value, count(*) as times from award_nomination w where w.nominee_id = n.id and not w.void group by w.value) v) as values
from award_nominee n join unit u on u.code = n.unit_code left join employee f on f.id = n.forwarded_by
where n.cycle_id = ${p('cycle')}::bigint and n.paper is not null
order by n.category, n.paper`);

/** Whether a voter may choose a candidate by the rules of the cycle; both are compared by their whole office. */
export const isChoosable = (
  { units, categories }: Pick<City, 'units' | 'categories'>,
  rules: VoteRules,
  voter: VoterRow,
  { employee, unitCode }: CandidateRow,
): boolean => {
  const office = (unit: string) => officeOf(unit, units, categories);
  return mayChoose(
    { id: voter.id, office: office(voter.roll ?? '') },
    { id: employee, office: office(unitCode) },
    { named: voter.named, kin: [] },
    rules,
  );
};
