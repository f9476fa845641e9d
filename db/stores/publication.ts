import { sql } from 'drizzle-orm';
import { publicWords } from '../../bot/domain/public-words.ts';
import type { Effect } from '../../bot/effects.ts';
import type { City, Contact } from '../../bot/ports.ts';
import { prepared, type Runner } from '../prepared.ts';
import { publicationFor } from '../reads/publication.ts';
import type { Seal } from '../sealed.ts';

const p = sql.placeholder;

const writePublication = prepared(sql`
insert into publication (report_id, words, photos, employee_id, at)
values (${p('report')}, ${p('words')}, ${p('photos')}::uuid[], ${p('employee')}::bigint, ${p('at')})
on conflict (report_id) do update set words = excluded.words, photos = excluded.photos, employee_id = excluded.employee_id, at = excluded.at`);

const dropPublication = prepared(sql`delete from publication where report_id = ${p('report')}`);

/**
 * Shows what was approved of a report to everybody, or nothing of it any more. Words are masked here once more, and photos
 * that may not be shown are left out, whatever was handed in; of whoever may not approve it, it is dropped.
 */
export const publish = async (
  runner: Runner,
  seal: Seal,
  city: City,
  { id: contact }: Pick<Contact, 'id'>,
  { ticket, words, photos }: Extract<Effect, { do: 'report.publish' }>,
  at: Date,
): Promise<void> => {
  const view = await publicationFor(runner, seal, city, { ticket, contact });
  if (!view) return;
  const { report, employee } = view;
  const shown = photos.filter((id) => view.photos.some((photo) => photo.id === id));
  if (!words && shown.length === 0) {
    await dropPublication(runner, { report });
    return;
  }
  await writePublication(runner, {
    report,
    employee,
    words: words ? publicWords(words) : null,
    photos: shown,
    at: at.toISOString(),
  });
};
