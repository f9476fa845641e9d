import { sql } from 'drizzle-orm';
import { openEvent } from '../event-words.ts';
import { prepared } from '../prepared.ts';
import type { Seal } from '../sealed.ts';
import { contentPlace, type SensitiveContent } from '../stores/file-sensitive.ts';
import { closedLong } from './closed.ts';
import type { Take } from './rule.ts';

const p = sql.placeholder;

type Row = { id: number; ticket: string; sealed: Uint8Array | null; said: string[] };

const findOld = prepared<Row>(sql`
select report.id::int as id, report.ticket, report.sealed,
  coalesce((select json_agg(encode(e.sealed, 'hex')) from report_event e where e.report_id = report.id and e.sealed is not null), '[]') as said
from report
where ${closedLong(sql`report.id`, true)} order by report.id limit ${p('most')}::int`);

/** Only a sensitive report knows which photos are its own; they go with it, file first (`forget-media.ts`). */
const dropPhotos = prepared(
  sql`update media set state = 'refused', reason = 'forgotten', kept = false where id = any(${p('photos')}::uuid[])`,
);

const destroy = prepared(sql`
with apart as (
  update report set merged_into = null where merged_into = any(${p('ids')}::bigint[]) returning id
)
delete from report where id = any(${p('ids')}::bigint[]) and (select count(*) from apart) >= 0`);

const photosOf = (seal: Seal, { ticket, sealed, said }: Row): readonly string[] => {
  const filed: Partial<SensitiveContent> = sealed
    ? JSON.parse(seal.open('sensitive', contentPlace(ticket), sealed))
    : {};
  const later = said.map((words) =>
    openEvent(seal, { ticket, sensitive: 'inspektorat' }, Buffer.from(words, 'hex')),
  );
  return [...(filed.photos ?? []), ...later.flatMap(({ photos }) => photos)];
};

/** Destroys sensitive reports with their timelines, notes, openings and photos. Only the audit log still knows of a reading. */
export const destroySensitive: Take = async (runner, blanks, seal) => {
  const old = await findOld(runner, blanks);
  if (old.length === 0) return 0;
  const photos = old.flatMap((row) => photosOf(seal, row));
  if (photos.length > 0) await dropPhotos(runner, { photos });
  await destroy(runner, { ids: old.map(({ id }) => id) });
  return old.length;
};
