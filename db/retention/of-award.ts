import { sql } from 'drizzle-orm';
import { keepDays } from '../../bot/domain/retention.ts';
import { before, deleting, type Rule } from './rule.ts';

/** What is kept of the award: a cycle with everything in it as long as it can be asked about, records of people who left as their other ones. */
export const ofAward: readonly Rule[] = [
  {
    table: 'award_cycle',
    days: keepDays.award,
    after: 'event',
    end: 'deleted',
    law: 'UU 43/2009: an honour stands in the personnel file; the papers of its round as long as the archive schedule asks, five years by us',
    told: 'award',
    take: deleting('award_cycle', sql`coalesce(award_cycle.decided_at, award_cycle.opened_at) < ${before}`),
  },
  {
    table: 'personnel_record',
    days: keepDays.trainingRecord,
    after: 'leaving',
    end: 'deleted',
    law: 'UU 43/2009: the personnel record of somebody who serves stays; of who left as long as the archive schedule asks, five years by us',
    take: deleting(
      'personnel_record',
      sql`exists (select from employee e where e.id = personnel_record.employee_id and not e.active and e.updated_at < ${before})`,
    ),
  },
];
