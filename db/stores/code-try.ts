import { sql } from 'drizzle-orm';
import { prepared, type Runner } from '../prepared.ts';
import type { Seal } from '../sealed.ts';
import { tellStaff } from './tell-staff.ts';

const p = sql.placeholder;

const rememberTry = prepared(
  sql`insert into code_try (contact_id, at) values (${p('contact')}, ${p('now')})`,
);

/** Counts a code that a chat tried, of whatever kind, right or wrong: all kinds share one measure (`tryLimits`). */
export const countTry = async (runner: Runner, contact: number, now: Date): Promise<void> => {
  await rememberTry(runner, { contact, now: now.toISOString() });
};

/** So many codes tried in an hour by everybody together are no longer mistakes (`reliability.md` section 6). */
const alarmTries = 100;

const countTries = prepared<{ count: number }>(
  sql`select count(*)::int as count from code_try where at > ${p('now')}::timestamptz - interval '1 hour'`,
);

/** Counts a wrong code against the chat. Too many at once, from whichever chats, alarm the administrators, once an hour. */
export const countWrongTry = async (
  runner: Runner,
  seal: Seal,
  contact: number,
  now: Date,
): Promise<void> => {
  const [, [tries]] = await Promise.all([
    countTry(runner, contact, now),
    countTries(runner, { now: now.toISOString() }),
  ]);
  const count = tries?.count ?? 0;
  if (count >= alarmTries)
    await tellStaff(runner, seal, 'admin', {
      say: { text: { key: 'link.alarm', with: { count } } },
      lane: 'interactive',
      dedupe: `codes:${now.toISOString().slice(0, 13)}`,
    });
};
