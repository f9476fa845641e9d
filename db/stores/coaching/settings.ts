import { sql } from 'drizzle-orm';
import type { CoachingSettings } from '../../../bot/domain/coaching/coaching-settings.ts';
import { prepared, type Runner } from '../../prepared.ts';

const change = prepared<{ changed: boolean }>(sql`
with before as (
  select id, settings, jsonb_set(settings, '{coaching}', coalesce(settings -> 'coaching', '{}') || ${sql.placeholder('part')}::text::jsonb) as wanted
  from agency for update
)
update agency set settings = before.wanted from before where agency.id = before.id
returning before.settings is distinct from before.wanted as changed`);

/** Writes when the agency offers help to an office; the rest stays. Says whether that changed anything. */
export const changeCoaching = async (runner: Runner, part: Partial<CoachingSettings>): Promise<boolean> =>
  (await change(runner, { part: JSON.stringify(part) }))[0]?.changed ?? false;
