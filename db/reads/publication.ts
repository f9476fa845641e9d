import { sql } from 'drizzle-orm';
import type { PublicationView } from '../../bot/domain/public-words.ts';
import type { City } from '../../bot/ports.ts';
import { prepared, type Runner } from '../prepared.ts';
import type { Seal } from '../sealed.ts';
import { caseOf, comerOf, readCase } from './case.ts';
import { allowed } from './case-view.ts';

const p = sql.placeholder;

/** Whether the public may see a photo `m`: an office's own, or one whose sender agreed and has not taken it back. */
export const photoMayShow = sql`m.kind = 'photo' and (
  exists (select 1 from report_event e where e.id = m.event_id and e.actor <> 'citizen')
  or (select c.given = 'yes' from consent c where c.contact_id = m.contact_id and c.purpose = 'public-photo' order by c.id desc limit 1))`;

const findPhotos = prepared<{ id: string; may: boolean | null; after: boolean }>(sql`
select m.id, ${photoMayShow} as may, coalesce((select e.actor <> 'citizen' from report_event e where e.id = m.event_id), false) as after
from media m where m.report_id = ${p('report')} and m.kind = 'photo' and m.state <> 'refused' order by m.created_at, m.id`);

const findPublished = prepared<{ words: string | null; photos: string[] }>(
  sql`select words, to_json(photos) as photos from publication where report_id = ${p('report')}`,
);

/** What of a report could be shown to everybody, and what is; null for whoever may not approve it. */
export const publicationFor = async (
  runner: Runner,
  seal: Seal,
  city: City,
  { ticket, contact }: { ticket: string; contact: number },
): Promise<(PublicationView & { report: number; employee: number | null }) | null> => {
  const row = await readCase(runner, ticket, contact);
  const who = row && comerOf(row, 'staff', contact, seal, city);
  if (!row || !who || !allowed(caseOf(row, city), who, 'approve-public')) return null;
  const report = row.id;
  const [photos, [published]] = await Promise.all([
    findPhotos(runner, { report }),
    findPublished(runner, { report }),
  ]);
  return {
    report,
    employee: row.staff?.id ?? null,
    words: row.words ?? '',
    photos: photos.filter(({ may }) => may === true).map(({ id, after }) => ({ id, after })),
    waiting: photos.filter(({ may }) => may !== true).length,
    live: published !== undefined,
  };
};

const findConsent = prepared<{ given: 'yes' | 'no' | 'withdrawn' }>(
  sql`select given from consent where contact_id = ${p('contact')} and purpose = 'public-photo' order by id desc limit 1`,
);

/** Whether somebody agreed that everybody may see the photos they sent. */
export const showsPhotos = async (runner: Runner, contact: number): Promise<boolean> =>
  (await findConsent(runner, { contact }))[0]?.given === 'yes';
