import type { ISql } from 'postgres';
import { snoozeUntil } from '../../../bot/domain/reminding/snooze.ts';
import { dayMinutes, dayOf, type Employee } from '../../../bot/domain/reminding/testing/town.ts';
import type { Calendar } from '../../../bot/domain/working-days.ts';
import type { Course, Life } from './life.ts';

/** Something that happens to somebody at a minute, as the tables have it afterwards; `look`: who may have to be told something else then. */
export type Event = { at: number; look?: number; happen: (sql: ISql) => Promise<unknown> };

/** An employee as the database knows them. */
export type Known = { employee: number; contact: number };

const dayAt = (minute: number) => dayOf(Math.floor(minute / dayMinutes));

const certificate = (
  sql: ISql,
  { employee }: Known,
  code: string | null,
  jp: number,
  status: string,
  day: string,
) =>
  sql`insert into certificate (employee_id, training_code, title, provider, jp, date, source, status, sent_at)
    values (${employee}, ${code}, 'Sertifikat', 'BKPSDM', ${jp}, ${day}, 'file', ${status}, now())`;

/** Everything that a life does to the tables, in the order of its minutes. */
export const eventsOf = (life: Life, told: Employee, known: Known, calendar: Calendar): Event[] => {
  const { employee, contact } = known;
  const changing = (at: number | undefined, happen: Event['happen']): Event[] =>
    at === undefined ? [] : [{ at, look: employee, happen }];
  const takings = life.takings.flatMap(({ course: { code }, joins, by, finishes, sends }) => [
    ...changing(
      joins,
      (sql) => sql`insert into enrolment (employee_id, training_code, state, source, since, changed_at)
        values (${employee}, ${code}, 'registered', ${by}, ${dayAt(joins ?? 0)}, now())`,
    ),
    ...changing(
      finishes,
      (sql) => sql`update enrolment set finished_on = ${dayAt(finishes ?? 0)}
        where employee_id = ${employee} and training_code = ${code}`,
    ),
    ...changing(sends, (sql) => certificate(sql, known, code, 800, 'menunggu', dayAt(sends ?? 0))),
  ]);
  const talking = (sql: ISql, form: string | null, until: number, start: Date) => {
    const spoke = new Date(start.getTime() + until * 60_000).toISOString();
    return sql`insert into talk (contact_id, form, spoke_at) values (${contact}, ${form}, ${spoke})
      on conflict (contact_id) do update set form = excluded.form, spoke_at = excluded.spoke_at`;
  };
  const start = new Date(`${dayOf(0)}T00:00:00+07:00`);
  const isTalking = (at: number) => life.talks.some(({ from, until }) => from <= at && at < until);
  const longest = (at: number) =>
    Math.max(...life.talks.map(({ until }) => until).filter((until) => until > at));
  return [
    ...takings,
    ...changing(life.hours, (sql) => certificate(sql, known, null, 2000, 'sah', dayAt(life.hours ?? 0))),
    ...told.snoozes.flatMap(({ at, item, snooze }) =>
      changing(
        at,
        (sql) => sql`insert into reminder_touch (employee_id, item, snoozed_until, at)
          values (${employee}, ${item}, ${snoozeUntil(snooze, dayAt(at), calendar)}, now())
          on conflict (employee_id, item) do update set snoozed_until = excluded.snoozed_until`,
      ),
    ),
    ...(life.stopped === undefined
      ? []
      : [
          {
            at: life.stopped,
            happen: (sql: ISql) => sql`update contact set stopped_at = now() where id = ${contact}`,
          },
        ]),
    ...life.talks.flatMap(({ from, until }) =>
      [from, until].map((at) => ({
        at,
        happen: (sql: ISql) =>
          isTalking(at) ? talking(sql, 'report', longest(at), start) : talking(sql, null, at, start),
      })),
    ),
  ].sort((one, other) => one.at - other.at);
};

/** What is known from the beginning: the trainings, who everybody is, when they are away, and when they are paid more. */
export const settle = async (
  sql: ISql,
  {
    courses,
    lives,
    known,
    units,
  }: {
    courses: readonly Course[];
    lives: readonly Life[];
    known: ReadonlyMap<number, Known>;
    units: readonly string[];
  },
): Promise<void> => {
  for (const { code, listed, registerBy, completeBy, owedBy } of courses)
    await sql`insert into training (code, title, provider, form, jp, register_by, complete_by, mandatory_units, listed_on)
      values (${code}, ${`Pelatihan ${code}`}, 'BKPSDM', 'e_learning', 800, ${dayOf(registerBy)}, ${dayOf(completeBy)},
        ${owedBy === undefined ? '{}' : `{${units[owedBy]}}`}::text[], ${dayOf(listed)})`;
  for (const { nth, leave, raise } of lives) {
    const { employee = 0 } = known.get(nth) ?? {};
    await sql`insert into personnel_date (employee_id, kind, date, as_of) values (${employee}, 'kgb', ${dayOf(raise)}, ${dayOf(0)})`;
    for (const { from, until } of leave)
      await sql`insert into absence (employee_id, from_day, until_day) values (${employee}, ${dayOf(from)}, ${dayOf(until)})`;
  }
};
