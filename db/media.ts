import { sql } from 'drizzle-orm';
import type { MediaKind } from '../bot/conversation/inbound.ts';
import type { Refusal, TakenPlace } from '../bot/media.ts';
import type { Database } from './database.ts';
import { prepared } from './prepared.ts';
import { type PhotoClaim, refuseMedia } from './refuse-media.ts';
import type { Seal } from './sealed.ts';

const p = sql.placeholder;

/** How long one try may take, fetching, cleaning and storing together, before another process may take it up (seconds). */
const leaseSeconds = 180;

/**
 * A photo, voice note or video taken up: what to fetch and from which bot. `file` is the platform's own id, `size` what
 * the platform says of it; `staff`: whoever sent it speaks as an employee.
 */
export type TakenPhoto = PhotoClaim & {
  kind: MediaKind;
  staff: boolean;
  contact: number;
  channel: string;
  account: string;
  file: string;
  size: number | null;
};

/** What is kept of a file; pixels, likeness and place of photos only. */
export type Made = {
  size: number;
  width?: number;
  height?: number;
  likeness?: Uint8Array;
  place?: TakenPlace;
};

/** What is known of the photos that are not ready yet. Marks of one who took too long change nothing and give false. */
export type MediaStore = {
  /** Takes up one photo that is due: of the bots named, and with `raw` also one that only waits to be cleaned. */
  claim: (what: {
    accounts: readonly { name: string; account: string }[];
    raw: boolean;
  }) => Promise<TakenPhoto | undefined>;
  clean: (claim: PhotoClaim, made: Made) => Promise<boolean>;
  raw: (claim: PhotoClaim) => Promise<boolean>;
  /** Puts it off; `forgiven` when the fault was ours, so that the try does not count. */
  later: (claim: PhotoClaim, seconds: number, forgiven?: boolean) => Promise<void>;
  refuse: (claim: PhotoClaim & { contact: number }, why: Refusal) => Promise<boolean>;
  stateOf: (id: string) => Promise<'wanted' | 'raw' | 'clean' | 'refused' | undefined>;
  /** Whether each may be shown already, a module's picture always; what never will be is left out. */
  ready: (ids: readonly string[]) => Promise<ReadonlyMap<string, boolean>>;
};

type Row = Omit<TakenPhoto, 'file'> & { file: Uint8Array };

const claimPhoto = prepared<Row>(sql`
with due as (
  select id from media
  where state in ('wanted', 'raw') and not_before <= now()
    and (state = 'raw' and ${p('raw')}::boolean or state = 'wanted' and channel || '|' || account = any(${p('accounts')}::text[]))
  order by not_before limit 1 for update skip locked
)
update media m set attempts = attempts + 1, not_before = now() + make_interval(secs => ${p('lease')})
from due where m.id = due.id
returning m.id, m.contact_id::int as contact, m.channel, m.account, m.kind, m.file, m.state, m.attempts, m.size,
  exists (select 1 from staff_link s where s.contact_id = m.contact_id and s.ended_at is null) as staff`);

const held = sql`id = ${p('id')} and state = ${p('state')} and attempts = ${p('attempts')}`;

const markClean =
  prepared(sql`update media set state = 'clean', width = ${p('width')}, height = ${p('height')}, size = ${p('size')},
      likeness = ${p('likeness')}::bytea, taken_lat = ${p('lat')}::float8, taken_lng = ${p('lng')}::float8
    where ${held} returning id`);

const markRaw = prepared(
  sql`update media set state = 'raw', attempts = 0, not_before = now() where ${held} returning id`,
);

const markLater = prepared(sql`update media set not_before = now() + make_interval(secs => ${p('seconds')}),
    attempts = attempts - ${p('forgiven')}::int where ${held}`);

const readState = prepared<{ state: 'wanted' | 'raw' | 'clean' | 'refused' }>(
  sql`select state from media where id = ${p('id')}`,
);

const readReady = prepared<{ id: string; ready: boolean }>(
  sql`select id, state = 'clean' as ready from media where id = any(${p('ids')}::uuid[]) and state <> 'refused'
    union all select id, true from module_picture where id = any(${p('ids')}::uuid[])`,
);

/** Photos on PostgreSQL, taken up by lease with the count of tries as its fence: any number of processes may share the work. */
export const createMediaStore = ({ sql: pool }: Pick<Database, 'sql'>, seal: Seal): MediaStore => ({
  claim: async ({ accounts, raw }) => {
    const names = accounts.map(({ name, account }) => `${name}|${account}`);
    const [row] = await claimPhoto(pool, { accounts: `{${names.join(',')}}`, raw, lease: leaseSeconds });
    return row && { ...row, file: seal.open('file', `media|${row.id}`, row.file) };
  },
  clean: async ({ id, state, attempts }, { size, width, height, likeness, place }) => {
    const { lat = null, lng = null } = place ?? {};
    const pixels = { width: width ?? null, height: height ?? null, likeness: likeness ?? null };
    return (await markClean(pool, { id, state, attempts, size, ...pixels, lat, lng })).length > 0;
  },
  raw: async ({ id, state, attempts }) => (await markRaw(pool, { id, state, attempts })).length > 0,
  later: async ({ id, state, attempts }, seconds, forgiven = false) => {
    await markLater(pool, { id, state, attempts, seconds, forgiven: forgiven ? 1 : 0 });
  },
  refuse: (claim, why) => refuseMedia(pool, seal, claim, why),
  stateOf: async (id) => (await readState(pool, { id }))[0]?.state,
  ready: async (ids) => {
    const rows = await readReady(pool, { ids: `{${ids.join(',')}}` });
    return new Map(rows.map(({ id, ready }) => [id, ready]));
  },
});
