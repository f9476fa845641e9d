import { sql } from 'drizzle-orm';
import { prepared } from '../prepared.ts';
import { type Claim, claimed, claiming } from './inbox.ts';
import { posting } from './letter.ts';
import { filing } from './report.ts';

const turn = sql`turn`;

/**
 * *Kirim*, the commonest step with an effect, as one statement instead of a transaction of five: claim, report and
 * receipt, all or nothing. `letter` is the receipt's number when it was written as the writer's own to send. `noticed`: there
 * is somebody to be told. Its blanks
 * are those of a turn, a report and a letter together.
 */
export const fileAtOnce = prepared<Claim & { letter: number | null; noticed: boolean }>(
  sql`with ${claiming}, ${filing(turn)}, posted as (${posting(turn)})
  select ${claimed}, (select id from posted where mine) as letter, exists (select from noticed) as noticed`,
);
