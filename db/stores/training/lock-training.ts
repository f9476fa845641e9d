import { sql } from 'drizzle-orm';
import { prepared } from '../../prepared.ts';

/** Until the transaction ends nobody else changes who has the training's seats. What counts them comes behind it, in a statement of its own. */
export const lockTraining = prepared<{ code: string }>(
  sql`select code from training where code = ${sql.placeholder('code')} for no key update`,
);
