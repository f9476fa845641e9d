import { sql } from 'drizzle-orm';
import type { AwardNow } from '../../../bot/domain/award/award-now.ts';
import type { CoreValue } from '../../../bot/domain/award/berakhlak.ts';
import { candidateState, stepsFor } from '../../../bot/domain/award/committee-steps.ts';
import type { CandidateView } from '../../../bot/domain/award/committee-view.ts';
import { type InnovationMarks, innovationScore } from '../../../bot/domain/award/innovation.ts';
import type { Judge } from '../../../bot/domain/award/may-judge.ts';
import { isPast } from '../../../bot/domain/award/standing.ts';
import { localDate } from '../../../bot/domain/local-date.ts';
import { halfUp } from '../../../bot/domain/skm/fraction.ts';
import type { City } from '../../../bot/ports.ts';
import { prepared, type Runner } from '../../prepared.ts';
import type { Seal } from '../../sealed.ts';
import { committeeMember } from './committee-member.ts';
import {
  candidateCase,
  markProgress,
  nomineeOffice,
  nomineesOf,
  standingEnds,
} from './committee-nominees.ts';
import { notesAbout, signalsIn } from './committee-signals.ts';
import { currentAward } from './current.ts';
import { readEligibility } from './eligibility.ts';
import { readEvidence } from './evidence.ts';

const p = sql.placeholder;

const findStories = prepared<{ by: number; value: CoreValue; story: Uint8Array }>(sql`
select by_id::int as by, value, story from award_nomination where nominee_id = ${p('nominee')}::bigint and not void order by story`);

const findMarks = prepared<InnovationMarks>(sql`
select masalah, kebaruan, hasil, keberlanjutan from award_mark where nominee_id = ${p('nominee')}::bigint`);

/** The stories about a nominee, in an order that tells nothing of when or by whom they came. */
const storiesOf = async (runner: Runner, seal: Seal, nominee: number): Promise<CandidateView['stories']> =>
  (await findStories(runner, { nominee })).map(({ by, value, story }) => ({
    value,
    words: seal.open('award', `nomination|${nominee}|${by}`, story),
  }));

/** What all members gave, once nobody's marks can lean on another's any more. */
const meanOf = async (runner: Runner, { standing }: AwardNow, nominee: number): Promise<string | null> => {
  if (!isPast(standing, 'penilaian')) return null;
  const given = await findMarks(runner, { nominee });
  return given.length > 0 ? halfUp(innovationScore(given), 2) : null;
};

/** The member that a chat speaks as and the newest cycle, once its nominations are over. */
export const judging = async (
  runner: Runner,
  city: City,
  { contact, now }: { contact: number; now: Date },
): Promise<{ member: Judge; award: AwardNow } | undefined> => {
  const [member, award] = await Promise.all([
    committeeMember(runner, city, contact),
    currentAward(runner, now, city.agency.zone),
  ]);
  return member && award && isPast(award.standing, 'nominasi') ? { member, award } : undefined;
};

/** A candidate with evidence from real work, for a member of the committee; null for everybody else and for a number nobody has. */
export const candidateView = async (
  runner: Runner,
  seal: Seal,
  city: City,
  { contact, nominee, now }: { contact: number; nominee: number; now: Date },
): Promise<CandidateView | null> => {
  const both = await judging(runner, city, { contact, now });
  if (!both) return null;
  const { member, award } = both;
  const rows = await nomineesOf(runner, { cycle: award.id, member: member.id });
  const row = rows.find(({ id }) => id === nominee);
  if (!row) return null;
  const { cycle, standing } = award;
  const office = nomineeOffice(row, city);
  const judged = await readEligibility(
    runner,
    award,
    rows.map(({ id }) => id),
  );
  const caseOf = (one: (typeof rows)[number]) =>
    candidateCase(one, award, member, city, judged.get(one.id)?.is ?? 'open');
  const of = caseOf(row);
  const [evidence, stories, signals, mean] = await Promise.all([
    row.evidence ?? readEvidence(runner, city, { nominee, office: office.code, year: cycle.year }, now),
    storiesOf(runner, seal, nominee),
    signalsIn(runner, award),
    meanOf(runner, award, nominee),
  ]);
  const rules = judged.get(nominee);
  if (!rules) return null;
  const { verdict, judgedAt } = row;
  const oneself = of.bar === 'oneself';
  return {
    id: row.id,
    version: row.version,
    name: row.name,
    position: row.position,
    office: office.name,
    category: row.category,
    standing,
    ends: standingEnds(award),
    bar: of.bar,
    may: stepsFor(of),
    state: candidateState({ ...row, replied: row.reply !== null }),
    forwardReason: row.forwardReason,
    consent: row.consent,
    verdict,
    verdictReason: row.verdictReason,
    reply: row.reply,
    judge: row.judge,
    judgedOn: judgedAt === null ? null : localDate(new Date(judgedAt), city.agency.zone),
    evidence,
    kept: row.evidence !== null,
    innovation: row.innovation,
    stories: oneself ? [] : stories,
    rules: rules.rules,
    eligibility: rules.is,
    notes: oneself ? [] : notesAbout(signals, row, city, cycle.signals),
    mine: row.mine,
    mean: oneself ? null : mean,
    progress: markProgress(rows.map((one) => ({ row: one, of: caseOf(one) }))),
    reasonLeast: cycle.nomination.reasonLeast,
  };
};
