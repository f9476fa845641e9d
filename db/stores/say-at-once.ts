import { sql } from 'drizzle-orm';
import { prepared } from '../prepared.ts';
import { type Claim, claimed, claiming } from './inbox.ts';
import { posting } from './letter.ts';

/**
 * A step without effects whose answer is a letter, as one statement: claim and letter, both or neither. `letter` is its
 * number when it was written as the writer's own to send. Its blanks are those of a turn and a letter together.
 */
export const sayAtOnce = prepared<Claim & { letter: number | null }>(
  sql`with ${claiming}, posted as (${posting(sql`turn`)})
  select ${claimed}, (select id from posted where mine) as letter`,
);
