import { sql } from 'drizzle-orm';
import type { NomineeEvidence } from '../../../bot/domain/award/nominee-evidence.ts';
import { factsOf, rulesOf } from '../../../bot/domain/clock-facts.ts';
import { addCalendarDays, endOfLocalDay, type LocalDate, localDate } from '../../../bot/domain/local-date.ts';
import { reportClocks } from '../../../bot/domain/report-clocks.ts';
import { fraction, halfUp } from '../../../bot/domain/skm/fraction.ts';
import { averagesOf, ikm } from '../../../bot/domain/skm/ikm.ts';
import { surveyOf } from '../../../bot/domain/skm/survey-settings.ts';
import { pooled } from '../../../bot/domain/skm/tally.ts';
import type { TrainingForm } from '../../../bot/domain/training/training-form.ts';
import type { City } from '../../../bot/ports.ts';
import { prepared, type Runner } from '../../prepared.ts';
import { fewestShown } from '../../show-fives.ts';
import { caseOf } from '../case.ts';
import { answeredBy } from '../clocked.ts';
import { talliesBetween } from '../skm-tallies.ts';

const p = sql.placeholder;

/** Forms in which somebody passes on what they know. */
const passingOn: readonly TrainingForm[] = ['mentoring', 'coaching'];

const findPerson = prepared<{ jp: number; mentoring: number; nominations: number }>(sql`
select coalesce(sum(c.jp), 0)::int as jp, coalesce(sum(c.jp) filter (where c.form = any(${p('forms')}::text[])), 0)::int as mentoring,
  (select count(*)::int from award_nomination a where a.nominee_id = n.id and not a.void) as nominations
from award_nominee n left join certificate c
  on c.employee_id = n.employee_id and c.status = 'sah' and extract(year from c.date) = ${p('year')}::int
where n.id = ${p('nominee')}::bigint group by n.id`);

/** The days before one, a year of them, it included. */
const yearBefore = (today: LocalDate) => ({ from: addCalendarDays(today, -364), until: today });

const indexOf = async (
  runner: Runner,
  { agency }: City,
  office: string,
  today: LocalDate,
): Promise<NomineeEvidence['unit']['ikm']> => {
  const rows = await talliesBetween(runner, { by: 'shown', ...yearBefore(today), unit: office });
  const whole = pooled(rows.map(({ tally }) => tally));
  const index = ikm(averagesOf(whole), surveyOf(agency.settings).weight);
  return index && whole.respondents >= fewestShown
    ? { value: index.ikm, respondents: whole.respondents }
    : null;
};

const onTimeOf = async (
  runner: Runner,
  city: City,
  office: string,
  today: LocalDate,
): Promise<NomineeEvidence['unit']['onTime']> => {
  const { zone } = city.agency;
  const { from, until } = yearBefore(today);
  const rows = await answeredBy(runner, {
    unit: office,
    from: endOfLocalDay(addCalendarDays(from, -1), zone).toISOString(),
    until: endOfLocalDay(until, zone).toISOString(),
  });
  const rules = rulesOf(city);
  const answered = rows.flatMap((row) => {
    const { filed, timeline } = caseOf(row, city);
    const { firstAnswer } = reportClocks(factsOf(filed, timeline, rules), rules);
    return firstAnswer.is === 'met' && firstAnswer.on >= from ? [firstAnswer.inTime] : [];
  });
  if (answered.length < fewestShown) return null;
  const inTime = answered.filter(Boolean).length;
  return { percent: halfUp(fraction(100 * inTime, answered.length), 0), reports: answered.length };
};

/**
 * Figures of real work beside a nominee, of the year up to now: of the office only where five or more stand behind them, and of
 * the person the verified hours of the cycle's year. No citizen's rating of a person is among them.
 */
export const readEvidence = async (
  runner: Runner,
  city: City,
  { nominee, office, year }: { nominee: number; office: string; year: number },
  now: Date,
): Promise<NomineeEvidence> => {
  const today = localDate(now, city.agency.zone);
  const [index, onTime, [person]] = await Promise.all([
    indexOf(runner, city, office, today),
    onTimeOf(runner, city, office, today),
    findPerson(runner, { nominee, year, forms: passingOn }),
  ]);
  const { jp = 0, mentoring = 0, nominations = 0 } = person ?? {};
  return { unit: { ikm: index, onTime }, person: { jp, mentoring }, nominations };
};
