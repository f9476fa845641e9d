import postgres from 'postgres';
import { DatabaseRefused } from './refused.ts';

const oldest = 150_000;

/**
 * Asks the operator's server whether it can serve us, and says in one sentence what is wrong with
 * DATABASE_URL; the password is never repeated. PostgreSQL 15 is the oldest that we test with.
 */
export async function checkServer(url: string): Promise<void> {
  const target = read(url);
  const sql = postgres(url, { max: 1, connect_timeout: 5, onnotice: () => {} });
  try {
    const [row] = await sql<{ number: number }[]>`
      select current_setting('server_version_num')::int as number`;
    const refusal = tooOld(row?.number ?? 0);
    if (refusal) throw refusal;
  } catch (error) {
    throw error instanceof DatabaseRefused ? error : explain(error, target);
  } finally {
    await sql.end({ timeout: 1 });
  }
}

/** `server_version_num` as PostgreSQL counts: 150004 is 15.4. */
export function tooOld(number: number): DatabaseRefused | undefined {
  if (number >= oldest) return undefined;
  const shown = `${Math.floor(number / 10_000)}.${number % 10_000}`;
  return new DatabaseRefused(`The server of DATABASE_URL is PostgreSQL ${shown}: 15 or newer is needed.`);
}

type Target = { at: string; user: string; name: string };

function read(url: string): Target {
  const parsed = URL.parse(url);
  if (!parsed || !/^postgres(ql)?:$/.test(parsed.protocol)) {
    throw new DatabaseRefused('DATABASE_URL is not an address like postgres://user:password@host:5432/name.');
  }
  return {
    at: `${parsed.hostname || 'localhost'}:${parsed.port || '5432'}`,
    user: decodeURIComponent(parsed.username),
    name: decodeURIComponent(parsed.pathname.slice(1)),
  };
}

function explain(error: unknown, { at, user, name }: Target): DatabaseRefused {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
  switch (code) {
    case '28P01':
    case '28000':
      return new DatabaseRefused(
        `The server of DATABASE_URL (${at}) refuses the user ${user} or the password.`,
      );
    case '3D000':
      return new DatabaseRefused(
        `The server of DATABASE_URL (${at}) has no database named ${name}: create it.`,
      );
    case '53300':
      return new DatabaseRefused(`The server of DATABASE_URL (${at}) takes no more connections.`);
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return new DatabaseRefused(`The host of DATABASE_URL (${at}) is unknown: check its name.`);
    default:
      return new DatabaseRefused(`The server of DATABASE_URL (${at}) cannot be reached (${code}).`);
  }
}
