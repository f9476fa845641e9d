import { sql } from 'drizzle-orm';
import type { Address } from '../bot/conversation/inbound.ts';
import type { Database } from './database.ts';
import { prepared } from './prepared.ts';
import type { Seal } from './sealed.ts';

const p = sql.placeholder;

/** After so many failures of one message it is set aside, so that its chat goes on (`channels.md` section 1). */
export const failuresMost = 5;

const countFailure = prepared<{
  attempts: number;
}>(sql`insert into dead_update (key, channel, account, reason) values (${p('key')}, ${p('channel')}, ${p('account')}, ${p('reason')})
    on conflict (key) do update set attempts = dead_update.attempts + 1, reason = excluded.reason returning attempts`);

const keepDead = prepared<{ aside: number }>(
  sql`update dead_update set dead_at = now(), payload = ${p('payload')} where key = ${p('key')} and dead_at is null returning 1 as aside`,
);

/** What becomes of a message that failed: it is to be given again, it is set aside now, or it was already. */
export type Failed = 'again' | 'aside' | 'known';

/** Counts the failures of a message; after enough of them it is set aside, sealed, for an operator. */
export const createDeadUpdates =
  ({ sql: pool }: Pick<Database, 'sql'>, seal: Seal) =>
  async (
    key: string,
    from: Pick<Address, 'channel' | 'account'>,
    reason: string,
    payload: unknown,
  ): Promise<Failed> => {
    const id = Buffer.from(key, 'hex');
    const [row] = await countFailure(pool, { key: id, channel: from.channel, account: from.account, reason });
    if (!row || row.attempts < failuresMost) return 'again';
    const kept = await keepDead(pool, {
      key: id,
      payload: seal.seal('dead-letter', `dead|${key}`, JSON.stringify(payload)),
    });
    return kept.length > 0 ? 'aside' : 'known';
  };

const lostCodes = new Set([
  'CONNECTION_CLOSED',
  'CONNECTION_ENDED',
  'CONNECTION_DESTROYED',
  'CONNECT_TIMEOUT',
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ENOENT',
  'ETIMEDOUT',
]);

/** What workerd says of a socket that could not be opened or was cut; it gives no code. */
const lostSocket = /^(connection attempt failed|proxy request failed|Network connection lost)/i;

/** Whether a failure is the database being away (class 08, 53, 57, 58, or a broken socket) and not the message's fault. */
export const isDatabaseAway = (error: unknown): boolean => {
  for (let fault = error; fault instanceof Error; fault = fault.cause) {
    const code = (fault as Error & { code?: unknown }).code;
    if (typeof code === 'string' && (lostCodes.has(code) || /^(08|53|57|58)/.test(code))) return true;
    if (code === undefined && lostSocket.test(fault.message)) return true;
  }
  return false;
};
