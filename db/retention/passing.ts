import { sql } from 'drizzle-orm';
import { keepDays } from '../../bot/domain/retention.ts';
import { awaitsWord } from '../letter-ways.ts';
import { before, deleting, emptying, type Rule } from './rule.ts';

const purpose = 'UU 27/2022 art. 43: no longer needed for the purpose';

/** What the service needs only while it works: drafts, messages on their way, codes. */
export const passing: readonly Rule[] = [
  {
    table: 'talk',
    days: keepDays.drafts,
    after: 'event',
    end: 'deleted',
    law: purpose,
    told: 'drafts',
    /** The revision rises, so that no copy in anybody's memory is written back. */
    take: emptying(
      'talk',
      sql`form = null, sealed = null, revision = talk.revision + 1, nudged_at = null`,
      sql`talk.sealed is not null and talk.spoke_at < ${before}`,
    ),
  },
  {
    table: 'inbox',
    days: keepDays.messageKeys,
    after: 'event',
    end: 'deleted',
    law: 'reliability.md section 2: to know a repeat; keys hold no text and no person',
    take: deleting('inbox', sql`inbox.at < ${before}`),
  },
  {
    table: 'linked_device_message',
    days: keepDays.linkedMessages,
    after: 'event',
    end: 'deleted',
    law: 'reliability.md section 2: to know a repeat; what has been decided holds no text and no person',
    take: deleting('linked_device_message', sql`linked_device_message.at < ${before}`),
  },
  {
    table: 'letter',
    days: keepDays.sentLetters,
    after: 'event',
    end: 'deleted',
    law: purpose,
    told: 'letters',
    take: deleting('letter', sql`letter.state in ('sent', 'dropped') and letter.created_at < ${before}`),
  },
  {
    table: 'letter',
    days: keepDays.unsentLetters,
    after: 'event',
    end: 'deleted',
    law: purpose,
    /** One that waits for a person's word looks again each hour, and is old all the same. */
    take: deleting(
      'letter',
      sql`letter.created_at < ${before} and (letter.not_before < ${before} or ${awaitsWord})`,
    ),
  },
  {
    table: 'dead_update',
    days: keepDays.deadUpdates,
    after: 'event',
    end: 'deleted',
    law: purpose,
    told: 'unread',
    take: deleting('dead_update', sql`dead_update.first_at < ${before}`),
  },
  {
    table: 'shown',
    days: keepDays.shown,
    after: 'event',
    end: 'deleted',
    law: purpose,
    take: deleting('shown', sql`shown.at < ${before}`),
  },
  {
    table: 'notice',
    days: keepDays.notices,
    after: 'event',
    end: 'deleted',
    law: purpose,
    take: deleting('notice', sql`notice.due < ${before}`),
  },
  {
    table: 'code_try',
    days: keepDays.codes,
    after: 'event',
    end: 'deleted',
    law: purpose,
    take: deleting('code_try', sql`code_try.at < ${before}`),
  },
  {
    table: 'activation',
    days: keepDays.codes,
    after: 'event',
    end: 'deleted',
    law: purpose,
    take: deleting('activation', sql`activation.expires_at < ${before}`),
  },
  {
    table: 'group_code',
    days: keepDays.codes,
    after: 'event',
    end: 'deleted',
    law: purpose,
    take: deleting('group_code', sql`group_code.expires_at < ${before}`),
  },
  {
    table: 'pairing_code',
    days: keepDays.codes,
    after: 'event',
    end: 'deleted',
    law: purpose,
    take: deleting('pairing_code', sql`pairing_code.expires_at < ${before}`),
  },
  {
    table: 'job_run',
    days: keepDays.jobRuns,
    after: 'event',
    end: 'deleted',
    law: 'no person in it',
    take: deleting('job_run', sql`job_run.at < ${before}`),
  },
];
