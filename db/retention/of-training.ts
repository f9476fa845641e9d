import { sql } from 'drizzle-orm';
import { keepDays } from '../../bot/domain/retention.ts';
import { prepared } from '../prepared.ts';
import { before, deleting, emptying, type Rule, type Take } from './rule.ts';

const p = sql.placeholder;

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
  ...(days === keepDays.trainingRecord && { told: 'training' }),
  take: deleting(table, left(table)),
});

/** Marked as gone; a job then deletes the file and after it the row (`forget-media.ts`). */
const gone = sql`state = 'refused', reason = 'forgotten', kept = false`;

const dropCertificates = prepared<{ gone: number }>(sql`
with ended as (
  delete from certificate where ctid = any(array(select ctid from certificate where ${left('certificate')} limit ${p('most')}::int))
  returning media_id
), photos as (
  update media set ${gone} where id in (select media_id from ended)
)
select 1 as gone from ended`);

/** A photo of a certificate is kept as long as the certificate, and by nothing else. */
const withPhotos: Take = async (runner, { before, most }) =>
  (await dropCertificates(runner, { before, most })).length;

const deletesLog = (table: string, old: ReturnType<typeof sql>): Rule => ({
  table,
  days: keepDays.reminders,
  after: 'event',
  end: 'deleted',
  law: log,
  told: 'reminders',
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
  { ...deletesOfLeft('certificate', keepDays.trainingRecord), take: withPhotos },
  {
    table: 'media',
    days: keepDays.refusedCertificatePhoto,
    after: 'event',
    end: 'deleted',
    law: 'UU 27/2022 art. 43: what counts for nothing needs no proof, once there was time to send a better one',
    told: 'refused-certificates',
    take: emptying(
      'media',
      gone,
      sql`media.state <> 'refused' and exists (select from certificate c
        where c.media_id = media.id and c.status = 'ditolak' and c.judged_at < ${before})`,
    ),
  },
];
