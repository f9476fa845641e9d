import { sql } from 'drizzle-orm';
import { type CoachingProposal, coachingProposals } from '../../bot/domain/coaching/coaching-proposals.ts';
import { coachingOf } from '../../bot/domain/coaching/coaching-settings.ts';
import { addCalendarDays, type LocalDate, localDate } from '../../bot/domain/local-date.ts';
import { officeOf } from '../../bot/domain/office.ts';
import type { ElementKey } from '../../bot/domain/skm/elements.ts';
import type { City } from '../../bot/ports.ts';
import type { Database } from '../database.ts';
import { prepared } from '../prepared.ts';
import { unitFigures } from '../reads/coaching/unit-figures.ts';
import { modulesTaught } from '../reads/modules/teaching.ts';

const p = sql.placeholder;

/** An office gets one proposal a week, so that each can be thought about. */
const weekDays = 7;

/** So long after the survey's own proposal to a head nothing is said of the same element again. */
const surveyDays = 14;

const findMade = prepared<{ unit: string; element: ElementKey; half: string; on: string }>(sql`
select unit_code as unit, element, half, on_day::text as on from coaching_proposal where on_day >= ${p('since')}::date`);

const findSurveyed = prepared<{ unit: string; element: ElementKey }>(
  sql`select unit_code as unit, element from skm_proposal where at >= ${p('since')}::timestamptz`,
);

/** Keeps other processes waiting, so that an office has one proposal a week whoever looks first. */
const alone = prepared(sql`select pg_advisory_xact_lock(hashtext('pendopo coaching'))`);

const insert = prepared<{ id: number }>(sql`
insert into coaching_proposal (unit_code, element, half, on_day, module_code, figure, aim)
select one.unit, one.element, one.half, one.day, one.module, one.figure, one.aim
from jsonb_to_recordset(${p('rows')}::text::jsonb)
  as one (unit text, element text, half text, day date, module text, figure jsonb, aim text)
where not exists (select from coaching_proposal q where q.unit_code = one.unit and q.on_day > one.day - ${p('week')}::int)
on conflict do nothing returning id::int as id`);

const rowOf = ({ unit, element, half, on, module, goal }: CoachingProposal) => ({
  unit,
  element,
  half,
  day: on,
  module,
  figure: goal.now,
  aim: goal.aim,
});

/** Of each office the first of what is due, unless it had one lately. */
const oneEach = (due: readonly CoachingProposal[], lately: ReadonlySet<string>): CoachingProposal[] =>
  [...new Map(due.toReversed().map((one) => [one.unit, one])).values()].filter(
    ({ unit }) => !lately.has(unit),
  );

const sinceOf = (day: LocalDate, days: number) => addCalendarDays(day, -days);

/**
 * Looks at every office's figures of the days before today and keeps what is proposed: each element once a half-year and not
 * before the last look back at it, an office's proposals a week apart. Gives how many are new; a second look on a day finds nothing.
 */
export const proposeCoaching = async (
  { sql: pool }: Pick<Database, 'sql'>,
  city: City,
  now: Date,
): Promise<number> => {
  const { agency, units, categories } = city;
  const today = localDate(now, agency.zone);
  const rules = coachingOf(agency.settings);
  const [figures, modules, made, surveyed] = await Promise.all([
    unitFigures(pool, city, today, rules),
    modulesTaught(pool),
    findMade(pool, { since: sinceOf(today, 200) }),
    findSurveyed(pool, { since: sinceOf(today, surveyDays) }),
  ]);
  const running = made.filter(({ on }) => on > sinceOf(today, Math.max(...rules.checks)));
  const quiet = new Set([
    ...surveyed.map(({ unit, element }) => `${officeOf(unit, units, categories)} ${element}`),
    ...running.map(({ unit, element }) => `${unit} ${element}`),
  ]);
  const due = coachingProposals(figures, { modules, made, today }, rules).filter(
    ({ unit, element }) => !quiet.has(`${unit} ${element}`),
  );
  const lately = new Set(made.filter(({ on }) => on > sinceOf(today, weekDays)).map(({ unit }) => unit));
  const rows = oneEach(due, lately).map(rowOf);
  if (rows.length === 0) return 0;
  return pool.begin(async (tx) => {
    await alone(tx, {});
    return (await insert(tx, { rows: JSON.stringify(rows), week: weekDays })).length;
  });
};
