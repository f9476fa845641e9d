import { sql } from 'drizzle-orm';
import { keepDays } from '../../bot/domain/retention.ts';
import { closedLong } from './closed.ts';
import { destroySensitive } from './destroy-sensitive.ts';
import { deleting, emptying, type Rule } from './rule.ts';

const examination = 'sp4n.md section 6: the examination and what follows from it';

const closed = (report: string) => closedLong(sql.raw(report), true);

/** What is kept of a sensitive report: first the way back to its reporter goes, in the end the report as a whole. */
export const ofSensitive: readonly Rule[] = [
  {
    table: 'sensitive_identity',
    days: keepDays.sensitiveLink,
    after: 'closing',
    end: 'deleted',
    law: examination,
    told: 'sensitive-link',
    take: deleting('sensitive_identity', closed('sensitive_identity.report_id')),
  },
  {
    table: 'report',
    days: keepDays.sensitiveLink,
    after: 'closing',
    end: 'unlinked',
    law: examination,
    told: 'sensitive-link',
    take: emptying(
      'report',
      sql`reporter_key = null, reporter_id = null, phone = null`,
      sql`(report.reporter_key is not null or report.reporter_id is not null or report.phone is not null) and ${closed('report.id')}`,
    ),
  },
  {
    table: 'report',
    days: keepDays.sensitive,
    after: 'closing',
    end: 'destroyed',
    law: 'privacy.md section 5: until the examination ends and five years; destroyed by the archive schedule (JRA)',
    told: 'sensitive',
    take: destroySensitive,
  },
];
