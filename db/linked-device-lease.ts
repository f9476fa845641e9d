import { sql } from 'drizzle-orm';
import type { Pools } from './pools.ts';
import { prepared } from './prepared.ts';

/** How long an owner is believed without a word, and how often it speaks (seconds). */
export const leaseSeconds = 30;
export const heartbeatSeconds = 10;

/** The right to use one device, for one process at a time. */
export type DeviceLease = {
  /** The fence of a new owner; nothing while somebody else holds the device. */
  take: () => Promise<number | undefined>;
  /** False when it is ours no more. */
  renew: (fence: number) => Promise<boolean>;
  /** The next one need not wait. */
  release: (fence: number) => Promise<void>;
};

const p = sql.placeholder;
const until = sql`clock_timestamp() + make_interval(secs => ${p('seconds')}::float)`;

const takeFree = prepared<{ fence: number }>(sql`
insert into linked_device_lease (account, owner, fence, expires_at)
values (${p('account')}, ${p('owner')}::uuid, 1, ${until})
on conflict (account) do update
  set owner = excluded.owner, fence = linked_device_lease.fence + 1, expires_at = excluded.expires_at
  where linked_device_lease.expires_at <= clock_timestamp()
returning fence::int as fence`);

const renewOwn = prepared<{ fence: number }>(sql`
update linked_device_lease set expires_at = ${until}
where account = ${p('account')} and owner = ${p('owner')}::uuid and fence = ${p('fence')} and expires_at > clock_timestamp()
returning fence::int as fence`);

const endOwn = prepared(sql`
update linked_device_lease set expires_at = clock_timestamp()
where account = ${p('account')} and owner = ${p('owner')}::uuid and fence = ${p('fence')}`);

/** The lease on a device, as one process (`owner`, a UUID) asks for it. Time is the database's. */
export const createDeviceLease = (
  { sql: pool }: Pick<Pools, 'sql'>,
  account: string,
  owner: string,
  seconds = leaseSeconds,
): DeviceLease => ({
  take: async () => (await takeFree(pool, { account, owner, seconds }))[0]?.fence,
  renew: async (fence) => (await renewOwn(pool, { account, owner, fence, seconds })).length > 0,
  release: async (fence) => {
    await endOwn(pool, { account, owner, fence });
  },
});
