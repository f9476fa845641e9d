import { type SQL, sql } from 'drizzle-orm';
import { prepared, type Runner } from '../prepared.ts';
import type { Seal } from '../sealed.ts';

/** What the public page calls it (`privacy.keep.…`); several rules may stand behind one line, all of the same days. */
export type Told =
  | 'drafts'
  | 'letters'
  | 'unread'
  | 'text'
  | 'link'
  | 'photos'
  | 'closing-photos'
  | 'ratings'
  | 'questions'
  | 'survey'
  | 'survey-marks'
  | 'survey-comments'
  | 'wishes'
  | 'sensitive'
  | 'sensitive-link'
  | 'account'
  | 'audit'
  | 'rights'
  | 'consent'
  | 'staff'
  | 'training'
  | 'refused-certificates'
  | 'reminders'
  | 'award'
  | 'exercise-answers'
  | 'self-check';

/** Takes away at most so many of what is older than `before` (an instant), and tells how many it took. */
export type Take = (runner: Runner, blanks: { before: string; most: number }, seal: Seal) => Promise<number>;

/**
 * One thing that is kept for a while. `after`: what the days are counted from; `end`: whether the row goes, only loses
 * the person, or is destroyed with everything below it; `law`: why it is kept so long and no longer.
 */
export type Rule = {
  table: string;
  days: number;
  after: 'event' | 'closing' | 'leaving';
  end: 'deleted' | 'unlinked' | 'destroyed';
  law: string;
  told?: Told;
  take: Take;
};

const p = sql.placeholder;

/** The instant before which everything is old, and how many rows at most. */
export const before = sql`${p('before')}::timestamptz`;
const most = sql`${p('most')}::int`;

const counted = (statement: SQL): Take => {
  const run = prepared(statement);
  return async (runner, { before, most }) => (await run(runner, { before, most })).length;
};

const chosen = (table: string, old: SQL): SQL =>
  sql`${sql.raw(table)}.ctid = any(array(select ${sql.raw(table)}.ctid from ${sql.raw(table)} where ${old} limit ${most}))`;

/** Deletes rows that are old. */
export const deleting = (table: string, old: SQL): Take =>
  counted(sql`delete from ${sql.raw(table)} where ${chosen(table, old)} returning 1 as gone`);

/** Takes something away from rows that are old; `old` must no longer hold afterwards, or the taking never ends. */
export const emptying = (table: string, set: SQL, old: SQL): Take =>
  counted(sql`update ${sql.raw(table)} set ${set} where ${chosen(table, old)} returning 1 as emptied`);
