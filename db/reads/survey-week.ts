import { sql } from 'drizzle-orm';
import { addCalendarDays, localDate } from '../../bot/domain/local-date.ts';
import { smallGroup } from '../../bot/domain/skm/hide-small.ts';
import type { SkmResult } from '../../bot/domain/skm/result.ts';
import { type Period, periodBefore, surveyPeriod } from '../../bot/domain/skm/survey-period.ts';
import { surveyOf } from '../../bot/domain/skm/survey-settings.ts';
import { type SurveyWeek, weekFigures } from '../../bot/domain/skm/survey-week.ts';
import type { Suspicion } from '../../bot/domain/skm/suspicion.ts';
import { mondayOf } from '../../bot/domain/week-figures.ts';
import type { City } from '../../bot/ports.ts';
import { prepared, type Runner } from '../prepared.ts';
import type { Seal } from '../sealed.ts';
import { openProposals } from './open-proposals.ts';
import { skmResults } from './skm-results.ts';
import { talliesBetween } from './skm-tallies.ts';
import { untoldComments } from './untold-comments.ts';

const p = sql.placeholder;

/** So many comments a letter; of more the newest. */
const commentsMost = 10;

const countOdd = prepared<{ why: Suspicion; count: number }>(sql`
select why, count(*)::int as count from skm_answer, unnest(flags) as why
where unit_code = ${p('unit')} and shown_on between ${p('from')}::date and ${p('until')}::date
group by why having count(*) >= ${p('fewest')}::int order by why`);

type Asked = { unit: string; now: Date };

const resultsOf = async (runner: Runner, city: City, unit: string, period: Period | undefined) =>
  period ? skmResults(runner, city, { period, by: 'shown', unit }) : [];

const wholeOf = (results: readonly SkmResult[]) => results.find(({ service }) => service === null);

/** The week before this one, as the unit hears of it; `told`: which comments are in it. */
export const surveyWeekOf = async (
  runner: Runner,
  seal: Seal,
  city: City,
  { unit, now }: Asked,
): Promise<{ week: SurveyWeek; told: string[] }> => {
  const { agency } = city;
  const monday = mondayOf(localDate(now, agency.zone));
  const days = { from: addCalendarDays(monday, -7), until: addCalendarDays(monday, -1) };
  const period = surveyPeriod(days.until, surveyOf(agency.settings).period);
  const { from, until } = period;
  const [results, earlier, rows, odd, proposals] = await Promise.all([
    resultsOf(runner, city, unit, period),
    resultsOf(runner, city, unit, periodBefore(period)),
    talliesBetween(runner, { by: 'shown', ...days, unit }),
    countOdd(runner, { unit, from, until, fewest: smallGroup }),
    openProposals(runner, city, now, unit),
  ]);
  const whole = wholeOf(results);
  const many = results.filter(({ respondents }) => respondents >= smallGroup);
  const nameOf = (code: string | null) =>
    many.find(({ service }) => service?.code === code)?.service?.name ?? null;
  const { comments, more } = await untoldComments(runner, seal, city, { unit, monday, most: commentsMost });
  return {
    told: comments.map(({ id }) => id),
    week: {
      unit: whole?.unit ?? { code: unit, name: unit },
      rated: rows.reduce((sum, { tally }) => sum + tally.respondents, 0),
      ...weekFigures(whole, wholeOf(earlier)),
      odd: [...odd],
      comments: comments.map(({ service, words }) => ({ service: nameOf(service), words })),
      more,
      proposals: proposals.map(({ element }) => element),
    },
  };
};
