import { sql } from 'drizzle-orm';
import type { Pools } from './pools.ts';
import { prepared } from './prepared.ts';

/** `unlinked`: nobody has scanned the code yet. `waiting`: another try follows. `stopped`: a person must act. */
export type DeviceState = 'unlinked' | 'connecting' | 'open' | 'waiting' | 'stopped';

/** What is counted each day of the city's clock: messages heard, sent, refused by WhatsApp, not to be opened; and connections made anew. */
export type DeviceCount = 'heard' | 'sent' | 'refused' | 'unopened' | 'reconnects';

/** How a device is doing. Instants are ISO; `today` is what was counted since midnight. */
export type DeviceHealth = {
  state: DeviceState;
  since: string;
  why: string | null;
  failures: number;
  heardAt: string | null;
  pausedUntil: string | null;
  pausedWhy: string | null;
  /** The process that holds the device has been heard of within its lease. */
  owned: boolean;
  /** Messages stored and not yet decided. */
  undecided: number;
  today: { readonly [what in DeviceCount]: number };
};

/** Where a device says how it is doing, so that every process and the operator know. */
export type HealthBook = {
  /** While it connects, why it closed before and how often it failed stay to be seen. */
  tell: (state: DeviceState, why?: string, failures?: number) => Promise<void>;
  /** Gives today's new sum. */
  count: (what: DeviceCount, more?: number) => Promise<number>;
  /** Nothing is sent for so many seconds; a longer pause stays. */
  pause: (seconds: number, why: string) => Promise<void>;
  resume: () => Promise<void>;
  /** Nothing where no device was ever used. */
  read: () => Promise<DeviceHealth | undefined>;
};

const p = sql.placeholder;

const setState = prepared(sql`
insert into linked_device_health (account, state, why, failures)
values (${p('account')}, ${p('state')}, ${p('why')}, ${p('failures')}::int)
on conflict (account) do update set state = excluded.state,
  why = case when excluded.state = 'connecting' then coalesce(excluded.why, linked_device_health.why) else excluded.why end,
  failures = case when excluded.state = 'connecting' then greatest(excluded.failures, linked_device_health.failures) else excluded.failures end,
  since = case when linked_device_health.state = excluded.state then linked_device_health.since else now() end`);

const today = sql`(hall_now() at time zone ${p('zone')}::text)::date`;

const markHeard = sql`update linked_device_health set heard_at = now() where account = ${p('account')}`;

const counting = (what: DeviceCount) => {
  const column = sql.raw(what);
  const hears = what === 'heard' ? sql`with heard as (${markHeard})` : sql``;
  return prepared<{ sum: number }>(sql`${hears}
insert into linked_device_day (account, day, ${column}) values (${p('account')}, ${today}, ${p('more')}::int)
on conflict (account, day) do update set ${column} = linked_device_day.${column} + excluded.${column}
returning ${column} as sum`);
};

const counts: { readonly [what in DeviceCount]: ReturnType<typeof counting> } = {
  heard: counting('heard'),
  sent: counting('sent'),
  refused: counting('refused'),
  unopened: counting('unopened'),
  reconnects: counting('reconnects'),
};

const setPause = prepared(sql`
insert into linked_device_health (account, state, paused_until, paused_why)
values (${p('account')}, 'unlinked', hall_now() + make_interval(secs => ${p('seconds')}::float), ${p('why')})
on conflict (account) do update set paused_until = excluded.paused_until, paused_why = excluded.paused_why
where linked_device_health.paused_until is null or linked_device_health.paused_until < excluded.paused_until`);

const endPause = prepared(
  sql`update linked_device_health set paused_until = null, paused_why = null where account = ${p('account')}`,
);

const readHealth = prepared<Omit<DeviceHealth, 'today'> & DeviceHealth['today']>(sql`
select h.state, to_json(h.since) #>> '{}' as since, h.why, h.failures,
  to_json(h.heard_at) #>> '{}' as "heardAt",
  case when h.paused_until > hall_now() then to_json(h.paused_until) #>> '{}' end as "pausedUntil",
  case when h.paused_until > hall_now() then h.paused_why end as "pausedWhy",
  exists (select 1 from linked_device_lease l where l.account = h.account and l.expires_at > now()) as owned,
  (select count(*)::int from linked_device_message m where m.account = h.account and m.stanza is not null) as undecided,
  coalesce(d.heard, 0) as heard, coalesce(d.sent, 0) as sent, coalesce(d.refused, 0) as refused,
  coalesce(d.unopened, 0) as unopened, coalesce(d.reconnects, 0) as reconnects
from linked_device_health h
left join linked_device_day d on d.account = h.account and d.day = ${today}
where h.account = ${p('account')}`);

/** The book of one device; `zone` is the city's, for its midnight. */
export const createHealthBook = (
  { sql: pool }: Pick<Pools, 'sql'>,
  account: string,
  zone: string,
): HealthBook => ({
  tell: async (state, why, failures = 0) => {
    await setState(pool, { account, state, why: why ?? null, failures });
  },
  count: async (what, more = 1) => {
    const [row] = await counts[what](pool, { account, zone, more });
    return row?.sum ?? 0;
  },
  pause: async (seconds, why) => {
    await setPause(pool, { account, seconds, why });
  },
  resume: async () => {
    await endPause(pool, { account });
  },
  read: async () => {
    const [row] = await readHealth(pool, { account, zone });
    if (!row) return undefined;
    const { heard, sent, refused, unopened, reconnects, ...health } = row;
    return { ...health, today: { heard, sent, refused, unopened, reconnects } };
  },
});
