import { sql } from 'drizzle-orm';
import type { AwardCategory } from '../../../bot/domain/award/award-category.ts';
import type { AwardNow } from '../../../bot/domain/award/award-now.ts';
import type { CoreValue } from '../../../bot/domain/award/berakhlak.ts';
import { eligibilityNames } from '../../../bot/domain/award/eligibility.ts';
import type { NomineeCard, NomineeRecord, Told } from '../../../bot/domain/award/nomination-reads.ts';
import { nomineeMay } from '../../../bot/domain/award/nominee-acts.ts';
import type { NomineeEvidence } from '../../../bot/domain/award/nominee-evidence.ts';
import type { Consent, Verdict } from '../../../bot/domain/award/nominee-state.ts';
import { isIn, isPast } from '../../../bot/domain/award/standing.ts';
import type { City } from '../../../bot/ports.ts';
import { prepared, type Runner } from '../../prepared.ts';
import type { Seal } from '../../sealed.ts';
import { speakerOf } from '../training/speaker.ts';
import { currentAward } from './current.ts';
import { type ReadEligibility, readEligibility } from './eligibility.ts';
import { toldOf } from './nomination-told.ts';
import { nomineeStories } from './nominee-stories.ts';

const p = sql.placeholder;

/** One's own row as a nominee of a cycle. */
export type OwnNominee = {
  id: number;
  category: AwardCategory;
  unitCode: string;
  consent: Consent | null;
  sawRecord: boolean;
  forwarded: boolean;
  forwardedBy: number | null;
  verdict: Verdict | null;
  innovation: string | null;
  evidence: NomineeEvidence | null;
};

const ofRow = sql`select id::int as id, category, unit_code as "unitCode", consent, saw_record_at is not null as "sawRecord",
  forwarded_at is not null as forwarded, forwarded_by::int as "forwardedBy", verdict, innovation, evidence
from award_nominee where cycle_id = ${p('cycle')}::bigint and employee_id = ${p('employee')}::bigint`;

const findOwn = prepared<OwnNominee>(sql`${ofRow} and id = ${p('id')}::bigint`);

const lockOwn = prepared<OwnNominee>(sql`${ofRow} and id = ${p('id')}::bigint for update`);

/** The row of a nominee who asks for it themselves; `lock`: nobody changes it meanwhile. */
export const ownNominee = async (
  runner: Runner,
  { cycle, employee, id, lock = false }: { cycle: number; employee: number; id: number; lock?: boolean },
): Promise<OwnNominee | undefined> => (await (lock ? lockOwn : findOwn)(runner, { cycle, employee, id }))[0];

const recordOf = (
  { cycle }: AwardNow,
  { facts, attendance }: ReadEligibility,
  evidence: NomineeEvidence | null,
): NomineeRecord => ({
  predicates: Array.from({ length: cycle.score.years }, (_, i) => cycle.year - 1 - i).map((year) => ({
    year,
    predicate: facts.predicates.get(year) ?? null,
  })),
  attendance,
  jp: facts.jp ?? 0,
  evidence,
});

const findWords = prepared<{ value: CoreValue; count: number }>(sql`
select value, count(*)::int as count from award_nomination where nominee_id = ${p('id')}::bigint and not void group by value order by count(*) desc, value`);

/** One's own row of the newest cycle; `undefined` for everybody else's. */
const lookedAt = async (
  runner: Runner,
  city: City,
  { contact, id, now }: { contact: number; id: number; now: Date },
): Promise<{ award: AwardNow; own: OwnNominee } | undefined> => {
  const [me, award] = await Promise.all([
    speakerOf(runner, contact),
    currentAward(runner, now, city.agency.zone),
  ]);
  const own = me && award && (await ownNominee(runner, { cycle: award.id, employee: me.id, id }));
  return own ? { award, own } : undefined;
};

/** What colleagues told of the nominee who asks; nothing of anybody else. */
export const ownStories = async (
  runner: Runner,
  seal: Seal,
  city: City,
  asked: { contact: number; id: number; now: Date },
): Promise<Told[]> => {
  if (!(await lookedAt(runner, city, asked))) return [];
  return (await nomineeStories(runner, seal, [asked.id])).get(asked.id) ?? [];
};

/** A nominee's card for the nominee; null for everybody else. */
export const nomineeCardOf = async (
  runner: Runner,
  city: City,
  asked: { contact: number; id: number; now: Date },
): Promise<NomineeCard | null> => {
  const { id } = asked;
  const looked = await lookedAt(runner, city, asked);
  if (!looked) return null;
  const { award, own } = looked;
  const [judged, words] = await Promise.all([
    readEligibility(runner, award, [id]),
    findWords(runner, { id }),
  ]);
  const eligibility = judged.get(id);
  if (!eligibility) return null;
  const { category, unitCode, consent, sawRecord, forwarded, verdict, innovation, evidence } = own;
  const { standing } = award;
  const open = isIn(standing, 'koreksi') || isPast(standing, 'koreksi');
  return {
    ...toldOf(award),
    id,
    year: award.cycle.year,
    category,
    unit: city.units.find(({ code }) => code === unitCode)?.name ?? unitCode,
    named: words.reduce((all, { count }) => all + count, 0),
    values: words.map(({ value }) => value),
    consent,
    sawRecord,
    forwarded,
    verdict,
    innovation,
    rules: eligibilityNames.map((name) => ({ name, judged: eligibility.rules[name] })),
    record: open ? recordOf(award, eligibility, evidence) : null,
    may: nomineeMay(award, own),
  };
};
