import { sql } from 'drizzle-orm';
import type { DeviceCount } from '../linked-device-health.ts';
import { prepared, type Runner } from '../prepared.ts';

/** What was counted on one day of the city's clock, or on all of them. */
export type DeviceCounts = { readonly [what in DeviceCount]: number };

/** What a device did over time, and for how many seconds more its holder is believed; 0 where nobody holds it. */
export type DevicePast = {
  leaseSeconds: number;
  /** The last seven days, today first; a day on which nothing was counted stands with zeros. */
  days: readonly ({ day: string } & DeviceCounts)[];
  total: DeviceCounts;
};

const p = sql.placeholder;

const findPast = prepared<DevicePast>(sql`
with own as (
  select * from linked_device_day where account = ${p('account')}
), week as (
  select (now() at time zone ${p('zone')}::text)::date - back as day from generate_series(0, 6) as back
)
select
  coalesce((select ceil(greatest(extract(epoch from expires_at - clock_timestamp()), 0))::int
    from linked_device_lease where account = ${p('account')}), 0) as "leaseSeconds",
  (select json_agg(json_build_object('day', w.day, 'heard', coalesce(o.heard, 0), 'sent', coalesce(o.sent, 0),
      'refused', coalesce(o.refused, 0), 'unopened', coalesce(o.unopened, 0), 'reconnects', coalesce(o.reconnects, 0)) order by w.day desc)
    from week w left join own o on o.day = w.day) as days,
  (select json_build_object('heard', coalesce(sum(heard), 0), 'sent', coalesce(sum(sent), 0), 'refused', coalesce(sum(refused), 0),
      'unopened', coalesce(sum(unopened), 0), 'reconnects', coalesce(sum(reconnects), 0)) from own) as total`);

/** The past of one device in figures; `zone` is the city's, for its midnight. */
export const devicePast = async (
  { sql: pool }: { sql: Runner },
  account: string,
  zone: string,
): Promise<DevicePast> => {
  const [row] = await findPast(pool, { account, zone });
  if (!row) throw new Error('the database gave no answer');
  return row;
};
