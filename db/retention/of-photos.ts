import { sql } from 'drizzle-orm';
import { keepDays } from '../../bot/domain/retention.ts';
import { closedLong } from './closed.ts';
import { before, emptying, type Rule } from './rule.ts';

/** Marked as gone; a job then deletes the file and after it the row (`forget-media.ts`), so that no file is left behind. */
const gone = sql`state = 'refused', reason = 'forgotten', report_id = null, event_id = null`;

/** The picture an office closed with, and the first one of the reporter: before and after. */
const closing = sql`(exists (select 1 from report_event e where e.id = media.event_id and e.action = 'finish')
  or media.id = (select first.id from media first where first.report_id = media.report_id and first.event_id is null
    order by first.created_at, first.id limit 1))`;

const closed = closedLong(sql`media.report_id`, false);

/** Photos, voice notes and videos. Those of a sensitive report are `kept` and go with it. */
export const ofPhotos: readonly Rule[] = [
  {
    table: 'media',
    days: keepDays.drafts,
    after: 'event',
    end: 'deleted',
    law: 'UU 27/2022 art. 43: no longer needed for the purpose',
    told: 'drafts',
    take: emptying(
      'media',
      gone,
      sql`media.report_id is null and not media.kept and media.state <> 'refused' and media.created_at < ${before}`,
    ),
  },
  {
    table: 'media',
    days: keepDays.photos,
    after: 'closing',
    end: 'deleted',
    law: 'privacy.md section 5: shorter than the words, since a photo shows people',
    told: 'photos',
    take: emptying('media', gone, sql`media.report_id is not null and not ${closing} and ${closed}`),
  },
  {
    table: 'media',
    days: keepDays.closingPhotos,
    after: 'closing',
    end: 'deleted',
    law: 'privacy.md section 5: the proof of what was done, as long as the words',
    told: 'closing-photos',
    take: emptying('media', gone, sql`media.report_id is not null and ${closed}`),
  },
];
