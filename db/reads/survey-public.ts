import { sql } from 'drizzle-orm';
import type { SkmResult } from '../../bot/domain/skm/result.ts';
import type { SurveyChange } from '../../bot/domain/skm/survey-change.ts';
import { type Period, periodBefore } from '../../bot/domain/skm/survey-period.ts';
import { wholeMonths } from '../../bot/domain/skm/whole-months.ts';
import type { City } from '../../bot/ports.ts';
import { prepared, type Runner } from '../prepared.ts';
import { fewestShown } from '../show-fives.ts';
import { skmResults } from './skm-results.ts';
import { latestChanges } from './survey-changes.ts';

const p = sql.placeholder;

/** The one-question ratings of an office: how many, and how many of them were 3 or 4 of 4. */
type Quick = { unit: string; respondents: number; good: number };

const quick = prepared<Quick>(sql`
select unit_code as unit, count(*)::int as respondents, count(*) filter (where score >= 3)::int as good from skm_quick
where shown_on between ${p('from')}::date and ${p('until')}::date
group by unit_code having count(*) >= ${p('fewest')}::int`);

const moved = prepared<{ last: string | null }>(sql`
select max(shown_on)::text as last from skm_tally where shown_on between ${p('from')}::date and ${p('until')}::date`);

/** How an office stands, as everybody may know it. `before`: its index in the period before; `waiting`: its services with fewer than five. */
export type PublicOffice = {
  whole: SkmResult;
  before: string | undefined;
  services: readonly SkmResult[];
  waiting: number;
  quick: Omit<Quick, 'unit'> | undefined;
  changes: readonly SurveyChange[];
};

/** `updated`: the last day that a form in it goes by; `waiting`: offices with fewer than five. */
export type PublicSurvey = {
  period: Period;
  updated: string | null;
  offices: readonly PublicOffice[];
  waiting: number;
};

const isShown = ({ respondents }: SkmResult): boolean => respondents >= fewestShown;

/** The newest changes of an office that are published beside its figures. */
const changesShown = 5;

const shown = (runner: Runner, city: City, period: Period) =>
  skmResults(runner, city, { period, by: 'shown' });

/** The figures that everybody may read of a period, which is widened to whole months: only forms that moved by fives, and no group below five. */
export const publicSurvey = async (runner: Runner, city: City, asked: Period): Promise<PublicSurvey> => {
  const period = wholeMonths(asked);
  const span = { from: period.from, until: period.until };
  const before = periodBefore(period);
  const [results, former, quicks, changes, [last]] = await Promise.all([
    shown(runner, city, period),
    before ? shown(runner, city, before) : [],
    quick(runner, { ...span, fewest: fewestShown }),
    latestChanges(runner, city, changesShown),
    moved(runner, span),
  ]);
  const wholes = results.filter(({ service }) => service === null);
  const offices = wholes.filter(isShown).map((whole): PublicOffice => {
    const { code } = whole.unit;
    const services = results.filter(({ unit, service }) => service !== null && unit.code === code);
    const then = former.find(({ unit, service }) => service === null && unit.code === code);
    return {
      whole,
      before: then && isShown(then) ? then.index?.ikm : undefined,
      services: services.filter(isShown),
      waiting: services.filter((one) => !isShown(one)).length,
      quick: quicks.find(({ unit }) => unit === code),
      changes: changes.filter(({ unit }) => unit.code === code),
    };
  });
  return { period, updated: last?.last ?? null, offices, waiting: wholes.length - offices.length };
};

/** The same rows as `export skm`, an office's own before those of its services. */
export const publicRows = ({ offices }: PublicSurvey): SkmResult[] =>
  offices.flatMap(({ whole, services }) => [whole, ...services]);
