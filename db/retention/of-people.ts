import { sql } from 'drizzle-orm';
import { keepDays } from '../../bot/domain/retention.ts';
import { forgetContacts } from './forget-contacts.ts';
import { before, deleting, emptying, type Rule } from './rule.ts';

const proof = 'UU 27/2022 art. 24: to be able to show it';

/** What is kept of people themselves: their account, what they said of our work, their rights; and of staff. */
export const ofPeople: readonly Rule[] = [
  {
    table: 'rating',
    days: keepDays.ratingLink,
    after: 'event',
    end: 'unlinked',
    law: 'reliability.md section 10: the figure stays, the person goes',
    told: 'ratings',
    take: emptying(
      'rating',
      sql`contact_id = null`,
      sql`rating.contact_id is not null and rating.at < ${before}`,
    ),
  },
  {
    table: 'rating',
    days: keepDays.reportText,
    after: 'event',
    end: 'unlinked',
    law: 'as the words of its report',
    take: emptying('rating', sql`sealed = null`, sql`rating.sealed is not null and rating.at < ${before}`),
  },
  {
    table: 'hand_over',
    days: keepDays.handOver,
    after: 'event',
    end: 'deleted',
    law: 'as the link of a reporter: time enough to come back to the answer',
    told: 'questions',
    take: deleting('hand_over', sql`hand_over.asked_at < ${before}`),
  },
  {
    table: 'reminder_given',
    days: keepDays.reminders,
    after: 'event',
    end: 'deleted',
    law: 'privacy.md section 5: reminder log',
    told: 'reminders',
    take: deleting('reminder_given', sql`reminder_given.at < ${before}`),
  },
  {
    table: 'audit',
    days: keepDays.audit,
    after: 'event',
    end: 'deleted',
    law: 'UU 27/2022 art. 31: a record of the processing; two years by privacy.md section 5',
    told: 'audit',
    /** The trigger lets nothing go that is younger by the hall's own clock. */
    take: deleting('audit', sql`audit.at < ${before} and audit.at < hall_now() - interval '2 years'`),
  },
  {
    table: 'rights_request',
    days: keepDays.rights,
    after: 'event',
    end: 'deleted',
    law: proof,
    told: 'rights',
    take: deleting('rights_request', sql`rights_request.ended_at < ${before}`),
  },
  {
    table: 'consent',
    days: keepDays.consent,
    after: 'leaving',
    end: 'deleted',
    law: proof,
    told: 'consent',
    /** As long as we process and five years: the newest word of somebody who is still here stays. */
    take: deleting(
      'consent',
      sql`consent.at < ${before} and (consent.contact_id is null or exists (select 1 from consent newer
        where newer.contact_id = consent.contact_id and newer.purpose = consent.purpose and newer.id > consent.id and newer.at < ${before}))`,
    ),
  },
  {
    table: 'tombstone',
    days: keepDays.tombstones,
    after: 'event',
    end: 'deleted',
    law: 'longer than any backup (35 days) and any running report; a keyed hash, no person',
    take: deleting('tombstone', sql`tombstone.at < ${before}`),
  },
  {
    table: 'staff_link',
    days: keepDays.endedStaffLinks,
    after: 'leaving',
    end: 'deleted',
    law: 'reliability.md section 6: who spoke as an employee, as long as the audit log',
    told: 'staff',
    take: deleting('staff_link', sql`staff_link.ended_at < ${before}`),
  },
  {
    table: 'office_group',
    days: keepDays.endedStaffLinks,
    after: 'leaving',
    end: 'deleted',
    law: 'as a staff link',
    take: deleting('office_group', sql`office_group.ended_at < ${before}`),
  },
  {
    table: 'employee',
    days: keepDays.leftPhone,
    after: 'leaving',
    end: 'unlinked',
    law: 'the number goes; name and NIP stay by the archive duty for personnel (UU 43/2009), reports and ballots speak of them',
    take: emptying(
      'employee',
      sql`phone = null`,
      sql`not employee.active and employee.phone is not null and employee.updated_at < ${before}`,
    ),
  },
  {
    table: 'duty_shift',
    days: keepDays.rosters,
    after: 'event',
    end: 'deleted',
    law: 'UU 27/2022 art. 43: no longer needed for the purpose',
    take: deleting('duty_shift', sql`duty_shift.until_day < ${before}`),
  },
  {
    table: 'absence',
    days: keepDays.rosters,
    after: 'event',
    end: 'deleted',
    law: 'UU 27/2022 art. 43: no longer needed for the purpose',
    take: deleting('absence', sql`absence.until_day < ${before}`),
  },
  {
    table: 'contact',
    days: keepDays.quietContacts,
    after: 'event',
    end: 'deleted',
    law: 'UU 27/2022 art. 43: nothing is tied to the account any more',
    told: 'account',
    take: forgetContacts,
  },
];
