import { sql } from 'drizzle-orm';
import type { AwardCategory } from '../../../bot/domain/award/award-category.ts';
import { type AwardNow, phaseEnds } from '../../../bot/domain/award/award-now.ts';
import { type CandidateCase, stepsFor } from '../../../bot/domain/award/committee-steps.ts';
import type { Eligibility } from '../../../bot/domain/award/eligibility.ts';
import type { InnovationMarks } from '../../../bot/domain/award/innovation.ts';
import { type Judge, judgeBar } from '../../../bot/domain/award/may-judge.ts';
import type { NomineeEvidence } from '../../../bot/domain/award/nominee-evidence.ts';
import type { Consent, Verdict } from '../../../bot/domain/award/nominee-state.ts';
import { phaseNames } from '../../../bot/domain/award/phase.ts';
import type { LocalDate } from '../../../bot/domain/local-date.ts';
import { officeOf } from '../../../bot/domain/office.ts';
import type { City } from '../../../bot/ports.ts';
import { prepared, type Runner } from '../../prepared.ts';

const p = sql.placeholder;

/** A nominee with what the committee has said of them; `unit`: where they served when named, `unitNow`: where they do. */
export type NomineeRow = {
  id: number;
  version: string;
  employee: number;
  name: string;
  position: string;
  unit: string;
  unitNow: string;
  category: AwardCategory;
  consent: Consent | null;
  forwarded: boolean;
  forwardReason: string | null;
  verdict: Verdict | null;
  verdictReason: string | null;
  judge: string | null;
  judgeId: number | null;
  judgedAt: string | null;
  reply: string | null;
  evidence: NomineeEvidence | null;
  innovation: string | null;
  mine: InnovationMarks | null;
};

/** Changes with every verdict and reply, so that nobody decides over one they have not seen. */
const nomineeVersion = sql`coalesce(to_hex((extract(epoch from n.verdict_at) * 1000)::bigint), '0') || case when n.reply is null then '' else 'r' end`;

const rows = sql`
select n.id::int as id, ${nomineeVersion} as version, e.id::int as employee, e.name, e.position, n.unit_code as unit, e.unit_code as "unitNow",
  n.category, n.consent, n.forwarded_at is not null as forwarded, n.forward_reason as "forwardReason", n.verdict,
  n.verdict_reason as "verdictReason", j.name as judge, n.verdict_by::int as "judgeId", n.verdict_at as "judgedAt", n.reply, n.evidence, n.innovation,
  (select json_build_object('masalah', m.masalah, 'kebaruan', m.kebaruan, 'hasil', m.hasil, 'keberlanjutan', m.keberlanjutan)
    from award_mark m where m.nominee_id = n.id and m.by_id = ${p('member')}::bigint) as mine
from award_nominee n join employee e on e.id = n.employee_id left join employee j on j.id = n.verdict_by
where n.cycle_id = ${p('cycle')}::bigint`;

const findAll = prepared<NomineeRow>(sql`${rows} order by n.id`);
const findOne = prepared<NomineeRow>(sql`${rows} and n.id = ${p('nominee')}::bigint`);

type Asked = { cycle: number; member: number };

/** All nominees of a cycle, with the marks that a member gave. */
export const nomineesOf = async (runner: Runner, { cycle, member }: Asked): Promise<NomineeRow[]> => [
  ...(await findAll(runner, { cycle, member })),
];

export const nomineeRow = async (
  runner: Runner,
  { cycle, member, nominee }: Asked & { nominee: number },
): Promise<NomineeRow | undefined> => (await findOne(runner, { cycle, member, nominee }))[0];

/** The office of a nominee as it was when they were named. */
export const nomineeOffice = (
  { unit }: Pick<NomineeRow, 'unit'>,
  { units, categories }: Pick<City, 'units' | 'categories'>,
): { code: string; name: string } => {
  const code = officeOf(unit, units, categories);
  return { code, name: units.find((one) => one.code === code)?.name ?? code };
};

/** A nominee before a member of the committee, as the rules judge them. */
export const candidateCase = (
  row: NomineeRow,
  { standing, frozen }: AwardNow,
  member: Judge,
  { units, categories }: Pick<City, 'units' | 'categories'>,
  eligibility: Eligibility['is'],
): CandidateCase => {
  const offices = [row.unit, row.unitNow].map((unit) => officeOf(unit, units, categories));
  const bar = judgeBar(member, { id: row.employee, offices });
  const { forwarded, consent, verdict } = row;
  return { standing, frozen, bar, forwarded, consent, verdict, eligibility };
};

/** The last day of the phase a cycle is in; between two the first of the next, and null behind the last. */
export const standingEnds = (award: AwardNow): LocalDate | null => {
  const { standing, schedule } = award;
  if (standing.is === 'in') return phaseEnds(award, standing.phase);
  const next = standing.is === 'before' ? phaseNames[0] : phaseNames[phaseNames.indexOf(standing.phase) + 1];
  return schedule.phases.find(({ name }) => name === next)?.from ?? null;
};

/** Who has marked how many of those they may mark. */
export const markProgress = (
  all: readonly { row: NomineeRow; of: CandidateCase }[],
): { done: number; of: number } => {
  const markable = all.filter((one) => stepsFor(one.of).includes('mark'));
  return { done: markable.filter(({ row }) => row.mine !== null).length, of: markable.length };
};
