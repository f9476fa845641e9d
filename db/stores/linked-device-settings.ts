import { sql } from 'drizzle-orm';
import type { LinkedDeviceSettings } from '../../bot/domain/linked-device-settings.ts';
import { prepared, type Runner } from '../prepared.ts';

const change = prepared<{ changed: boolean }>(sql`
with before as (
  select id, settings, jsonb_set(settings, '{linkedDevice}', coalesce(settings -> 'linkedDevice', '{}') || ${sql.placeholder('part')}::text::jsonb) as wanted
  from agency for update
)
update agency set settings = before.wanted from before where agency.id = before.id
returning before.settings is distinct from before.wanted as changed`);

/** Writes what the agency decides about its linked device; the rest stays. Says whether that changed anything. */
export const changeLinkedDevice = async (
  runner: Runner,
  part: Partial<LinkedDeviceSettings>,
): Promise<boolean> => (await change(runner, { part: JSON.stringify(part) }))[0]?.changed ?? false;
