import { sql } from 'drizzle-orm';
import type { Sensitivity } from '../../bot/domain/category.ts';
import { type EventWords, openEvent } from '../event-words.ts';
import { prepared, type Runner } from '../prepared.ts';
import type { Seal } from '../sealed.ts';
import { writeAudit } from '../stores/audit.ts';
import { contentPlace, type SensitiveContent } from '../stores/file-sensitive.ts';
import type { CaseRow } from './case.ts';
import type { CaseContent } from './case-content.ts';

const p = sql.placeholder;

type Row = {
  ticket: string;
  sensitive: Sensitivity;
  sealed: Uint8Array;
  events: { id: number; sealed: string }[];
};
type Photo = CaseRow['photos'][number];

const findSealed = prepared<Row>(sql`select r.ticket, c.sensitive, r.sealed,
    coalesce((select json_agg(json_build_object('id', e.id, 'sealed', translate(encode(e.sealed, 'base64'), E'\n', '')) order by e.id)
      from report_event e where e.report_id = r.id and e.sealed is not null), '[]') as events
  from report r join category c on c.key = r.category where r.id = ${p('report')} and r.sealed is not null`);

const findPhotos = prepared<Pick<Photo, 'id' | 'kind'>>(
  sql`select id, kind from media where id = any(${p('ids')}::uuid[]) and state <> 'refused' order by created_at, id`,
);

/** Everything that was handed in with a sensitive report: its content, the words of each event by its number, and the photos with the event each came with. */
export type SensitiveReading = {
  content: CaseContent;
  said: ReadonlyMap<number, EventWords>;
  photos: Photo[];
};

const photosOf = async (
  runner: Runner,
  own: readonly string[],
  said: ReadonlyMap<number, EventWords>,
): Promise<Photo[]> => {
  const eventOf = new Map(
    [...said].flatMap(([event, { photos }]) => photos.map((id) => [id, event] as const)),
  );
  const ids = [...own, ...eventOf.keys()];
  if (ids.length === 0) return [];
  const found = await findPhotos(runner, { ids: `{${ids.join(',')}}` });
  return found.map(({ id, kind }) => ({ id, kind, event: eventOf.get(id) ?? null }));
};

/**
 * Opens a sensitive report for an employee who may read it. The audit log is told first: without its line nothing is
 * opened, and there is no other way for the staff. Whether they may is decided before, by the permission table.
 */
export const openSensitive = async (
  runner: Runner,
  seal: Seal,
  report: number,
  reader: { employee: number; at: Date },
): Promise<SensitiveReading> => {
  await writeAudit(runner, seal, { action: 'read-sensitive', employee: reader.employee, report }, reader.at);
  const [row] = await findSealed(runner, { report });
  if (!row) throw new Error('a sensitive report holds nothing sealed');
  const content: SensitiveContent = JSON.parse(seal.open('sensitive', contentPlace(row.ticket), row.sealed));
  const { words, place, photos } = content;
  const said = new Map(
    row.events.map(({ id, sealed }) => [id, openEvent(seal, row, Buffer.from(sealed, 'base64'))] as const),
  );
  return {
    content: {
      words,
      ...(place.words && { place: place.words }),
      ...(place.point && { point: place.point }),
      photos,
    },
    said,
    photos: await photosOf(runner, photos, said),
  };
};
