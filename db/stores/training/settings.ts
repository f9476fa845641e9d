import { sql } from 'drizzle-orm';
import type { AgencySettings } from '../../../bot/domain/agency.ts';
import { isUnfit, type Unfit } from '../../../bot/domain/training/settings/known-setting.ts';
import { withDecided } from '../../../bot/domain/training/settings/known-training-settings.ts';
import type { OwnTrainingSettings } from '../../../bot/domain/training/training-settings.ts';
import type { Database } from '../../database.ts';
import { prepared } from '../../prepared.ts';
import { lookAgainAtAll } from './look-again.ts';

const p = sql.placeholder;

const findSettings = prepared<{ settings: AgencySettings }>(sql`select settings from agency for update`);

const write = prepared<{ changed: boolean }>(sql`
with before as (
  select id, settings, jsonb_set(settings, '{training}', ${p('training')}::text::jsonb) as wanted from agency for update
)
update agency set settings = before.wanted from before where agency.id = before.id
returning before.settings -> 'training' is distinct from before.wanted -> 'training' as changed`);

/**
 * Decides something about learning, seen from how it stands at that very moment, and lets everybody's reminders be thought
 * over again. Gives the settings as they are afterwards, or why it cannot be.
 */
export const changeTraining = (
  { sql: pool }: Pick<Database, 'sql'>,
  decide: (now: AgencySettings) => OwnTrainingSettings | Unfit,
): Promise<{ settings: AgencySettings; changed: boolean } | Unfit> =>
  pool.begin(async (tx) => {
    const [found] = await findSettings(tx, {});
    if (!found) throw new Error('there is no agency');
    const part = decide(found.settings);
    if (isUnfit(part)) return part;
    const training = withDecided(found.settings.training ?? {}, part);
    const [written] = await write(tx, { training: JSON.stringify(training) });
    const changed = written?.changed ?? false;
    if (changed) await lookAgainAtAll(tx, {});
    return { settings: { ...found.settings, training }, changed };
  });
