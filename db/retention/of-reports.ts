import { sql } from 'drizzle-orm';
import { keepDays } from '../../bot/domain/retention.ts';
import { closedLong } from './closed.ts';
import { deleting, emptying, type Rule } from './rule.ts';

const archive = 'UU 27/2022 art. 44 with the archive schedule (JRA): the case outlives the person in it';
const objections = 'Perpres 76/2013: reopening and objections, then nothing needs the person';

const closed = (report: string) => closedLong(sql.raw(report), false);

/** About a kilometre: which village, not which house. */
const coarse = (column: string) => sql.raw(`round(${column}::numeric, 2)::float8`);

/** What is kept of a report that is not sensitive, and of whoever wrote and answered. */
export const ofReports: readonly Rule[] = [
  {
    table: 'report',
    days: keepDays.reporterLink,
    after: 'closing',
    end: 'unlinked',
    law: objections,
    told: 'link',
    take: emptying(
      'report',
      sql`reporter_id = null, phone = null, anonymous = true`,
      sql`(report.reporter_id is not null or report.phone is not null) and ${closed('report.id')}`,
    ),
  },
  {
    table: 'follower',
    days: keepDays.reporterLink,
    after: 'closing',
    end: 'deleted',
    law: objections,
    told: 'link',
    take: deleting('follower', closed('follower.report_id')),
  },
  {
    table: 'group_topic',
    days: keepDays.reporterLink,
    after: 'closing',
    end: 'deleted',
    law: objections,
    take: deleting('group_topic', closed('group_topic.report_id')),
  },
  {
    table: 'report',
    days: keepDays.reportText,
    after: 'closing',
    end: 'unlinked',
    law: archive,
    told: 'text',
    take: emptying(
      'report',
      sql`words = null, place = null, sealed = null, taker_id = null, lat = ${coarse('lat')}, lng = ${coarse('lng')}`,
      sql`(report.words is not null or report.place is not null or report.sealed is not null or report.taker_id is not null
        or report.lat <> ${coarse('report.lat')} or report.lng <> ${coarse('report.lng')}) and ${closed('report.id')}`,
    ),
  },
  {
    table: 'report_event',
    days: keepDays.reportText,
    after: 'closing',
    end: 'unlinked',
    law: archive,
    told: 'text',
    take: emptying(
      'report_event',
      sql`sealed = null, employee_id = null`,
      sql`(report_event.sealed is not null or report_event.employee_id is not null) and ${closed('report_event.report_id')}`,
    ),
  },
  {
    table: 'note',
    days: keepDays.reportText,
    after: 'closing',
    end: 'deleted',
    law: archive,
    told: 'text',
    take: deleting('note', closed('note.report_id')),
  },
  {
    table: 'publication',
    days: keepDays.reportText,
    after: 'closing',
    end: 'deleted',
    law: archive,
    told: 'text',
    take: deleting('publication', closed('publication.report_id')),
  },
];
