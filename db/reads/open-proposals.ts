import { sql } from 'drizzle-orm';
import { localDate } from '../../bot/domain/local-date.ts';
import type { ElementKey } from '../../bot/domain/skm/elements.ts';
import { type Proposal, proposalsOf } from '../../bot/domain/skm/proposals.ts';
import { type Period, periodBefore, surveyPeriod } from '../../bot/domain/skm/survey-period.ts';
import { surveyOf } from '../../bot/domain/skm/survey-settings.ts';
import type { City } from '../../bot/ports.ts';
import { prepared, type Runner } from '../prepared.ts';
import { skmResults } from './skm-results.ts';

const p = sql.placeholder;

/** The two survey periods that ended last. */
const endedPeriods = ({ agency }: City, now: Date): { before: Period; last: Period } | undefined => {
  const today = surveyPeriod(localDate(now, agency.zone), surveyOf(agency.settings).period);
  const last = periodBefore(today);
  const before = last && periodBefore(last);
  return last && before && { before, last };
};

/** What the two periods that ended last come to. */
export const proposalsDue = async (runner: Runner, city: City, now: Date): Promise<Proposal[]> => {
  const ended = endedPeriods(city, now);
  if (!ended) return [];
  const of = (period: Period) => skmResults(runner, city, { period, by: 'counted' });
  const [before, last] = await Promise.all([of(ended.before), of(ended.last)]);
  return proposalsOf(before, last, surveyOf(city.agency.settings).low);
};

type Row = { unit: string; name: string; element: ElementKey; value: string; at: string };

const find = prepared<Row>(sql`
select q.unit_code as unit, u.name, q.element, q.value, q.at from skm_proposal q join unit u on u.code = q.unit_code
where q.period = ${p('period')} and q.unit_code = coalesce(${p('unit')}::text, q.unit_code) order by q.unit_code, q.value, q.element`);

/** A training module that was proposed after the survey period that ended last; `value`: the element's then. */
type OpenProposal = {
  unit: { code: string; name: string };
  element: ElementKey;
  period: Period;
  value: string;
  at: Date;
};

/** The modules that are proposed to a unit now, or to all: with the end of the next period they are overtaken. */
export const openProposals = async (
  runner: Runner,
  city: City,
  now: Date,
  unit?: string,
): Promise<OpenProposal[]> => {
  const period = endedPeriods(city, now)?.last;
  if (!period) return [];
  const rows = await find(runner, { period: period.name, unit: unit ?? null });
  return rows.map(({ unit: code, name, element, value, at }) => ({
    unit: { code, name },
    element,
    period,
    value,
    at: new Date(at),
  }));
};
