import { mostExtensions } from './answer-shape.ts';
import { type ClockRules, movedBy, waitsOf } from './citizen-pause.ts';
import type { LocalDate } from './local-date.ts';
import { nextNews } from './next-news.ts';
import type { Reminder } from './reminder.ts';
import type { ClockFacts, Promised } from './report-clocks.ts';
import type { ReportState } from './report-state.ts';
import { addWorkingDays, countWorkingDays, workingDayBefore } from './working-days.ts';

/** The promises that are watched; *verify* is a rule between offices, the other two were told to the citizen. */
export type Watched = 'verify' | 'first_answer' | 'settle';

type Running = Extract<Promised, { is: 'running' }>;

/** What one promise asks for on a day; nothing while it stands, is kept or is dropped. */
export function promiseReminders(
  clock: Watched,
  promise: Promised,
  facts: ClockFacts,
  rules: ClockRules,
  on: LocalDate,
): Reminder[] {
  if (promise.is !== 'running') return [];
  return [
    ...nudges(clock, promise, facts, rules, on),
    ...(clock === 'verify' ? [] : news(clock, promise, facts, rules, on)),
    ...escalation(clock, promise, rules, on),
  ];
}

/** Half time, dropped once the day before has come, and the day before, which may still be asked on the day itself. */
function nudges(
  clock: Watched,
  promise: Running,
  facts: ClockFacts,
  rules: ClockRules,
  on: LocalDate,
): Reminder[] {
  const { due, from } = promise;
  const to = holder(facts.state);
  const lastCall = workingDayBefore(rules.calendar, due);
  if (on > due || lastCall <= from) return [];
  if (on >= lastCall) return [{ key: `${clock}:${due}:day_before`, stage: 'day_before', to, due }];
  return on >= halfTime(promise, facts, rules)
    ? [{ key: `${clock}:${from}:half_time`, stage: 'half_time', to, due }]
    : [];
}

/** Half of the days that count: those spent waiting for the citizen do not. */
function halfTime({ from, due }: Running, facts: ClockFacts, rules: ClockRules): LocalDate {
  const waits = waitsOf(facts.askings, rules).filter((wait) => wait.from >= from && wait.from <= due);
  const waited = waits.reduce((sum, { working }) => sum + working, 0);
  const days = Math.max(0, countWorkingDays(rules.calendar, from, due) - waited);
  return movedBy(waits, addWorkingDays(rules.calendar, from, Math.ceil(days / 2)), from, rules.calendar).due;
}

/** What the citizen is told of a promise that was not kept, unless the office has just said it or asks them something. */
function news(
  clock: Watched,
  { due }: Running,
  { notYetOn, state }: ClockFacts,
  rules: ClockRules,
  on: LocalDate,
): Reminder[] {
  if (on < due || state === 'menunggu_warga') return [];
  const next = nextNews(due, rules, on);
  if (next.nth > 0)
    return [
      { key: `${clock}:${due}:news:${next.nth}`, stage: 'news', to: 'citizen', due, nextNews: next.on },
    ];
  if (notYetOn !== undefined && notYetOn >= workingDayBefore(rules.calendar, due)) return [];
  const onlyAfterHours = on === due;
  return [
    {
      key: `${clock}:${due}:own_up`,
      stage: 'own_up',
      to: 'citizen',
      due,
      nextNews: next.on,
      onlyAfterHours,
    },
  ];
}

function escalation(
  clock: Watched,
  { due, extensions }: Running,
  rules: ClockRules,
  on: LocalDate,
): Reminder[] {
  if (on < addWorkingDays(rules.calendar, due, 1).due) return [];
  const mayExtend = clock !== 'verify' && extensions < mostExtensions;
  return [{ key: `${clock}:${due}:escalate`, stage: 'escalate', to: 'supervisor', due, mayExtend }];
}

/** Who has to act: until an office has the report, its coordinator. */
function holder(state: ReportState): 'coordinator' | 'officer' {
  return state === 'diterima' || state === 'diverifikasi' ? 'coordinator' : 'officer';
}
