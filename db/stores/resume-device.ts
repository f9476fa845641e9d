import { sql } from 'drizzle-orm';
import type { Pools } from '../pools.ts';
import { prepared } from '../prepared.ts';

/** What an operator's word lifted: a pause of sending, a stop that waited for a person, or neither. */
export type DeviceResumed = { wasPaused: boolean; wasStopped: boolean };

const p = sql.placeholder;

const resume = prepared<DeviceResumed>(sql`
with before as (
  select state, paused_until from linked_device_health where account = ${p('account')} for update
), silence as (
  delete from pause where channel = 'whatsapp-linked' and account = ${p('account')} returning until
), lifted as (
  update linked_device_health h set paused_until = null, paused_why = null,
    state = case when b.state = 'stopped' then 'waiting' else b.state end,
    why = case when b.state = 'stopped' then 'resumed' else h.why end,
    since = case when b.state = 'stopped' then now() else h.since end,
    failures = case when b.state = 'stopped' then 0 else h.failures end
  from before b where h.account = ${p('account')}
)
select coalesce((select paused_until > hall_now() from before), false)
    or exists (select 1 from silence where until > now()) as "wasPaused",
  coalesce((select state = 'stopped' from before), false) as "wasStopped"`);

/**
 * Lets a linked device send again, and try again where it had stopped: its health says so, which a running service reads.
 * What has been counted stays.
 */
export const resumeDevice = async (
  { sql: pool }: Pick<Pools, 'sql'>,
  account: string,
): Promise<DeviceResumed> => {
  const [row] = await resume(pool, { account });
  return row ?? { wasPaused: false, wasStopped: false };
};
