import { sql } from 'drizzle-orm';
import { liesFarAway, looksUsedBefore, type PhotoFlag } from '../../bot/domain/closing-photo.ts';
import { distanceMetres, type Point } from '../../bot/domain/place.ts';
import type { Database } from '../database.ts';
import { prepared } from '../prepared.ts';
import type { Seal } from '../sealed.ts';

const p = sql.placeholder;

type Row = {
  id: string;
  taken_lat: number | null;
  taken_lng: number | null;
  lat: number | null;
  lng: number | null;
  sealed: Uint8Array | null;
  nearest: number | null;
};

const bits = (likeness: string) => sql.raw(`('x' || encode(${likeness}, 'hex'))::bit(64)`);

/**
 * The nearest of all earlier photos of other reports, by a look at every one: 8 bytes each, 100,000 in about a tenth of a
 * second. An index for such distances (a BK tree) is not worth its upkeep at this size.
 */
const readPhotos = prepared<Row>(sql`
select m.id, m.taken_lat, m.taken_lng, r.lat, r.lng, case when c.sensitive = 'none' then r.sealed end as sealed,
  (select min(bit_count(${bits('o.likeness')} # ${bits('m.likeness')}))::int from media o
    where o.report_id <> r.id and o.likeness is not null and o.state = 'clean' and o.created_at < m.created_at) as nearest
from media m cross join report r join category c on c.key = r.category
where r.ticket = ${p('ticket')} and m.id = any(${p('ids')}::uuid[]) and m.kind = 'photo'`);

/** The place of a *Tertutup* report lies with its words; those of a sensitive one are not opened for this. */
const placeOf = (seal: Seal, ticket: string, { lat, lng, sealed }: Row): Point | undefined => {
  if (lat !== null && lng !== null) return { lat, lon: lng };
  if (!sealed) return undefined;
  const kept: { place?: { point?: Point } } = JSON.parse(seal.open('report', `report|${ticket}`, sealed));
  return kept.place?.point;
};

const flagsOf = (row: Row, place: Point | undefined): PhotoFlag[] => {
  const { nearest, taken_lat: lat, taken_lng: lon } = row;
  const metres = place && lat !== null && lon !== null ? distanceMetres(place, { lat, lon }) : 0;
  return [
    ...(nearest !== null && looksUsedBefore(nearest) ? (['used-before'] as const) : []),
    ...(liesFarAway(metres) ? (['far-away'] as const) : []),
  ];
};

/**
 * What speaks against photos meant to close a report, by their ids: one used for another report before, one taken
 * elsewhere. Only what is clean already is judged; nothing is known of a picture that shows nothing or tells no place.
 */
export const closingPhotoFlags = async (
  { sql: pool }: Pick<Database, 'sql'>,
  seal: Seal,
  ticket: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly PhotoFlag[]>> => {
  const rows = await readPhotos(pool, { ticket, ids: `{${ids.join(',')}}` });
  return new Map(rows.map((row) => [row.id, flagsOf(row, placeOf(seal, ticket, row))]));
};
