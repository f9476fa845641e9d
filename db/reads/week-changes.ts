import { sql } from 'drizzle-orm';
import { factsOf, rulesOf } from '../../bot/domain/clock-facts.ts';
import { addCalendarDays, endOfLocalDay, type LocalDate, localDate } from '../../bot/domain/local-date.ts';
import { officeOf } from '../../bot/domain/office.ts';
import { reportClocks } from '../../bot/domain/report-clocks.ts';
import type { SolvedReport, WeekChange } from '../../bot/domain/week-change.ts';
import type { City } from '../../bot/ports.ts';
import { prepared, type Runner } from '../prepared.ts';
import { caseOf } from './case.ts';
import { answeredBetween, type ClockedRow } from './clocked.ts';

const p = sql.placeholder;

/** Sensitive reports are counted nowhere, and neither is what was only tried out. */
const findScores = prepared<{ unit: string; score: number }>(sql`
select r.unit_code as unit, g.score from rating g join report r on r.id = g.report_id join category c on c.key = r.category
  left join contact k on k.id = r.reporter_id
where g.at >= ${p('from')} and g.at < ${p('until')} and c.sensitive = 'none' and k.circle is null`);

const findChanges = prepared<{ unit: string; words: string; at: string }>(sql`
select distinct on (c.unit_code) c.unit_code as unit, c.done as words, c.at from skm_change c
where c.at >= ${p('from')} and c.at < ${p('until')} and not exists (
  select from staff_link l join contact k on k.id = l.contact_id where l.employee_id = c.employee_id and k.circle is not null)
order by c.unit_code, c.at desc, c.id desc`);

const dayMs = 86_400_000;

const solvedIn = (row: ClockedRow, city: City, monday: LocalDate): SolvedReport | undefined => {
  const rules = rulesOf(city);
  const { filed, timeline } = caseOf(row, city);
  const facts = factsOf(filed, timeline, rules);
  const on = facts.settledOn;
  if (on === undefined || on < addCalendarDays(monday, -7) || on >= monday) return undefined;
  const { settle } = reportClocks(facts, rules);
  return {
    inTime: settle.is === 'met' && settle.inTime,
    days: Math.round((Date.parse(on) - Date.parse(filed.receivedOn)) / dayMs),
  };
};

/** What each office did for citizens in the week before a Monday, read at once for all of them. */
export const weekChanges = async (
  runner: Runner,
  city: City,
  monday: LocalDate,
): Promise<ReadonlyMap<string, WeekChange>> => {
  const { agency, units, categories } = city;
  const begins = (day: LocalDate) => endOfLocalDay(addCalendarDays(day, -1), agency.zone).toISOString();
  const week = { from: begins(addCalendarDays(monday, -7)), until: begins(monday) };
  const [rows, scores, changes] = await Promise.all([
    answeredBetween(runner, week),
    findScores(runner, week),
    findChanges(runner, week),
  ]);
  const office = (unit: string) => officeOf(unit, units, categories);
  const all = new Map<string, { solved: SolvedReport[]; scores: number[]; done: WeekChange['done'] }>();
  const of = (unit: string) => {
    const found = all.get(office(unit)) ?? { solved: [], scores: [], done: null };
    all.set(office(unit), found);
    return found;
  };
  for (const row of rows) {
    const solved = row.circle === null ? solvedIn(row, city, monday) : undefined;
    if (solved) of(row.unit).solved.push(solved);
  }
  for (const { unit, score } of scores) of(unit).scores.push(score);
  for (const { unit, words, at } of changes)
    of(unit).done ??= { words, on: localDate(new Date(at), agency.zone) };
  return all;
};
