import { sql } from 'drizzle-orm';
import { judge } from '../bot/domain/case.ts';
import { factsOf, rulesOf } from '../bot/domain/clock-facts.ts';
import { localDate } from '../bot/domain/local-date.ts';
import { remindersDue } from '../bot/domain/report-reminders.ts';
import { type ReportState, reportStates } from '../bot/domain/report-state.ts';
import { tiesToSensitive } from '../bot/domain/sensitive.ts';
import type { Hearer } from '../bot/news.ts';
import type { City } from '../bot/ports.ts';
import type { Give, Giving, Hand, Stages, Watched, Watches } from '../bot/reminding.ts';
import type { Database } from './database.ts';
import { prepared, type Runner } from './prepared.ts';
import { caseOf, holdReport } from './reads/case.ts';
import { type ClockedRow, oneClocked, openPages } from './reads/clocked.ts';
import type { LinkedStaff } from './reads/linked-staff.ts';
import { findReporter } from './reads/reporter.ts';
import { readStaffing, type Staffing } from './reads/staffing.ts';
import type { Seal } from './sealed.ts';
import { addLetters } from './stores/letter.ts';
import { writeEvent } from './stores/step.ts';

const p = sql.placeholder;

const markGiven = prepared<{ key: string }>(sql`
insert into reminder_given (report_id, key, at) values (${p('report')}, ${p('key')}, ${p('at')})
on conflict do nothing returning key`);

const handOf = (one: LinkedStaff, row: ClockedRow, staffing: Staffing, { units }: City): Hand => ({
  hearer: one.hearer,
  employee: one.employee,
  who: {
    as: 'staff',
    hats: one.hats,
    office: one.office,
    ...tiesToSensitive(one, { office: row.unit, concerns: row.concerns }, units),
  },
  duty: staffing.dutyOf(one),
});

const pendingOf = (row: ClockedRow, stages: Stages, now: Date, city: City): Watched['pending'] => {
  const rules = rulesOf(city);
  const it = caseOf(row, city);
  const due = remindersDue(factsOf(it.filed, it.timeline, rules), rules, localDate(now, rules.zone));
  return due.filter(({ stage, key }) => stages.includes(stage) && !row.given.includes(key));
};

const watchedOf = (
  city: City,
  row: ClockedRow,
  pending: Watched['pending'],
  staffing: Staffing,
  reporter: { hearer?: Hearer; circle: string | null } | undefined,
): Watched => {
  const circle = reporter?.circle ?? null;
  return {
    ticket: row.ticket,
    category: row.category,
    it: caseOf(row, city),
    taker: row.taker ?? undefined,
    tried: circle !== null,
    pending,
    reporter: reporter?.hearer,
    staff: staffing.staff
      .filter((one) => one.circle === circle)
      .map((one) => handOf(one, row, staffing, city)),
    duty: staffing.officeDuty(row.unit),
  };
};

/** The states in which a stage can come: closing looks at few reports. */
const statesOf = (stages: Stages): readonly ReportState[] =>
  stages.every((stage) => stage === 'pause_end' || stage === 'auto_close')
    ? ['menunggu_warga', 'ditindaklanjuti']
    : reportStates;

/** Open reports and their reminders, on PostgreSQL. */
export const createWatches = (
  { sql: pool }: Pick<Database, 'sql'>,
  seal: Seal,
  city: () => City,
): Watches => {
  const write = async (tx: Runner, row: ClockedRow, { key, letters, step }: Giving, now: Date) => {
    const judged = step && judge(caseOf(row, city()), 'clock', step, now, rulesOf(city()));
    if (judged && 'refused' in judged) return false;
    if ((await markGiven(tx, { report: row.id, key, at: now.toISOString() })).length === 0) return false;
    if (judged) await writeEvent(tx, seal, city(), row, judged.event, {});
    await Promise.all(letters.flatMap(({ to, letter: one }) => addLetters(tx, seal, to, [one])));
    return true;
  };
  const give = (
    { ticket }: ClockedRow,
    stages: Stages,
    now: Date,
    staffing: Staffing,
    decide: Parameters<Give>[0],
  ) =>
    pool.begin(async (tx) => {
      await holdReport(tx, { ticket });
      const [row] = await oneClocked(tx, { ticket });
      const pending = row && pendingOf(row, stages, now, city());
      if (!row || !pending || pending.length === 0) return 0;
      let given = 0;
      const reporter = await findReporter(tx, seal, row);
      for (const one of decide(watchedOf(city(), row, pending, staffing, reporter)))
        if (await write(tx, row, one, now)) given += 1;
      return given;
    });
  return {
    look: async (stages, now, at) => {
      const staffing = await readStaffing(pool, now, city());
      for await (const rows of openPages(pool, statesOf(stages)))
        for (const row of rows) {
          const pending = pendingOf(row, stages, now, city());
          if (pending.length === 0) continue;
          const reporter = row.sensitive === 'none' ? row : await findReporter(pool, seal, row);
          await at(watchedOf(city(), row, pending, staffing, reporter), (decide) =>
            give(row, stages, now, staffing, decide),
          );
        }
    },
  };
};
