import { sql } from 'drizzle-orm';
import { candidateState, stepsFor } from '../../../bot/domain/award/committee-steps.ts';
import type { CandidateLine, CommitteeDesk } from '../../../bot/domain/award/committee-view.ts';
import { isPast } from '../../../bot/domain/award/standing.ts';
import type { City } from '../../../bot/ports.ts';
import { prepared, type Runner } from '../../prepared.ts';
import { committeeMember } from './committee-member.ts';
import { candidateCase, nomineeOffice, nomineesOf, standingEnds } from './committee-nominees.ts';
import { notesAbout, signalsIn } from './committee-signals.ts';
import { currentAward } from './current.ts';
import { readEligibility } from './eligibility.ts';

const p = sql.placeholder;

const findObjections = prepared<{ number: string }>(sql`
select number from award_objection where cycle_id = ${p('cycle')}::bigint and outcome is null and ${p('member')}::bigint = any(reviewers)
order by at, number`);

/** What asks for this member first stands first: an answered question, whoever waits, and whoever has no marks yet. */
const urgency = ({ state, may, marked }: CandidateLine): number => {
  if (may.length === 0) return state === 'not-forwarded' || state === 'declined' ? 9 : 5;
  if (may.includes('mark')) return marked ? 4 : 0;
  return state === 'replied' ? 0 : state === 'waiting' ? 1 : state === 'asked' ? 2 : 3;
};

/** What a member of the committee finds under `/panitia`; who is nominated stays the nominators' until nominations are over. */
export const committeeDesk = async (
  runner: Runner,
  city: City,
  { contact, now }: { contact: number; now: Date },
): Promise<CommitteeDesk | 'none' | null> => {
  const [member, award] = await Promise.all([
    committeeMember(runner, city, contact),
    currentAward(runner, now, city.agency.zone),
  ]);
  if (!member) return null;
  if (!award) return 'none';
  const { cycle, standing, schedule } = award;
  const asked = { cycle: award.id, member: member.id };
  const [rows, signals, objections] = await Promise.all([
    nomineesOf(runner, asked),
    signalsIn(runner, award),
    findObjections(runner, asked),
  ]);
  const open = isPast(standing, 'nominasi');
  const judged = await readEligibility(
    runner,
    award,
    rows.map(({ id }) => id),
  );
  const lines = rows.map((row): CandidateLine => {
    const of = candidateCase(row, award, member, city, judged.get(row.id)?.is ?? 'open');
    return {
      id: row.id,
      name: row.name,
      office: nomineeOffice(row, city).name,
      category: row.category,
      state: candidateState({ ...row, replied: row.reply !== null }),
      may: stepsFor(of),
      marked: row.mine !== null,
    };
  });
  const place = ({ category }: CandidateLine) => cycle.categories.indexOf(category);
  return {
    title: cycle.title,
    standing,
    ends: standingEnds(award),
    verifiesFrom: schedule.phases.find(({ name }) => name === 'verifikasi')?.from ?? '',
    nominees: cycle.categories.map((category) => ({
      category,
      count: rows.filter((row) => row.category === category && row.consent !== 'declined').length,
    })),
    lines: open
      ? lines.toSorted(
          (one, other) =>
            place(one) - place(other) ||
            urgency(one) - urgency(other) ||
            one.name.localeCompare(other.name, 'id'),
        )
      : [],
    objections: objections.map(({ number }) => number),
    noted: open
      ? rows.filter(
          (row) => row.employee !== member.id && notesAbout(signals, row, city, cycle.signals).length > 0,
        ).length
      : 0,
  };
};
