import { sql } from 'drizzle-orm';
import { keepDays } from '../../bot/domain/retention.ts';
import { before, deleting, type Rule } from './rule.ts';

const log = 'privacy.md section 5: reminder log';
const personnel =
  'UU 43/2009: the personnel record of somebody who serves stays; of who left as long as the archive schedule asks, five years by us';

/** Whose employee left before then. */
const left = (table: string) =>
  sql`exists (select from employee e where e.id = ${sql.raw(table)}.employee_id and not e.active and e.updated_at < ${before})`;

const deletesOfLeft = (table: string, days: number): Rule => ({
  table,
  days,
  after: 'leaving',
  end: 'deleted',
  law: personnel,
  take: deleting(table, left(table)),
});

const deletesLog = (table: string, old: ReturnType<typeof sql>): Rule => ({
  table,
  days: keepDays.reminders,
  after: 'event',
  end: 'deleted',
  law: log,
  take: deleting(table, old),
});

/** What is kept of learning: the record of hours as long as somebody serves, the log of reminders for a year. */
export const ofTraining: readonly Rule[] = [
  {
    table: 'attendance_code',
    days: keepDays.codes,
    after: 'event',
    end: 'deleted',
    law: 'UU 27/2022 art. 43: no longer needed for the purpose',
    take: deleting('attendance_code', sql`attendance_code.expires_at < ${before}`),
  },
  deletesLog('reminded', sql`reminded.at < ${before}`),
  deletesLog('reminder_touch', sql`reminder_touch.at < ${before}`),
  deletesLog('reminder_listed', sql`reminder_listed.day < (${before})::date`),
  deletesLog('kind_word', sql`kind_word.at < ${before}`),
  deletesOfLeft('reminder_look', keepDays.codes),
  deletesOfLeft('calendar_feed', keepDays.codes),
  deletesOfLeft('personnel_date', keepDays.leftPhone),
  deletesOfLeft('enrolment', keepDays.trainingRecord),
  deletesOfLeft('certificate', keepDays.trainingRecord),
];
