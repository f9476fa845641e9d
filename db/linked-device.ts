import { sql } from 'drizzle-orm';
import type { Database } from './database.ts';
import { LinkedDeviceTaken, LinkedDeviceUnreadable } from './linked-device-faults.ts';
import { prepared, type Runner } from './prepared.ts';
import type { Seal } from './sealed.ts';

/** Keys by kind and name, as JSON; `null` takes one away. */
export type KeyChanges = { readonly [type: string]: { readonly [id: string]: string | null } };

/** A linked device's memory: credentials and keys as JSON whose meaning only its client knows. */
export type LinkedDeviceStore = {
  /** Throws `LinkedDeviceUnreadable`. */
  credentials: () => Promise<string | undefined>;
  keys: (type: string, ids: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  /** All or nothing. Throws `LinkedDeviceTaken`. */
  write: (what: { credentials?: string; keys?: KeyChanges }) => Promise<void>;
  /** Forgets the keys of one kind that were written before so many days. */
  forget: (type: string, days: number) => Promise<void>;
  /** Forgets the device whole. Throws `LinkedDeviceTaken`. */
  wipe: () => Promise<void>;
};

/** So many versions of the credentials are kept, for a person to mend what a client has spoiled. */
const versionsKept = 3;

const purpose = 'linked-device';
const p = sql.placeholder;

const readCredentials = prepared<{ version: number; credentials: Uint8Array }>(
  sql`select version, credentials from linked_device where account = ${p('account')} order by version desc limit 1`,
);

/** Nobody can take the device over before the transaction that asked has ended; of a process that froze in one, the server ends it. */
const readVersionAsOwner = prepared<{ version: number }>(sql`
select coalesce((select max(version) from linked_device where account = ${p('account')}), 0)::int as version,
  set_config('idle_in_transaction_session_timeout', '5s', true)
from linked_device_lease
where account = ${p('account')} and fence = ${p('fence')} and expires_at > clock_timestamp()
for share of linked_device_lease`);

const addCredentials = prepared<{ version: number }>(sql`
insert into linked_device (account, version, credentials) values (${p('account')}, ${p('version')}, ${p('credentials')})
on conflict do nothing returning version`);

const dropOlder = prepared(
  sql`delete from linked_device where account = ${p('account')} and version <= ${p('version')}`,
);

const readKeys = prepared<{ key: Uint8Array; sealed: Uint8Array }>(sql`
select key, sealed from linked_device_key
where account = ${p('account')} and type = ${p('type')} and key = any(${p('keys')}::bytea[])`);

const putKey = prepared(sql`
insert into linked_device_key (account, type, key, sealed) values (${p('account')}, ${p('type')}, ${p('key')}, ${p('sealed')})
on conflict (account, type, key) do update set sealed = excluded.sealed, at = now()`);

const dropKey = prepared(sql`
delete from linked_device_key where account = ${p('account')} and type = ${p('type')} and key = ${p('key')}`);

const dropOld = prepared(sql`
delete from linked_device_key
where account = ${p('account')} and type = ${p('type')} and at < now() - make_interval(days => ${p('days')}::int)`);

const wipeAll = prepared(sql`
with keys as (delete from linked_device_key where account = ${p('account')})
delete from linked_device where account = ${p('account')}`);

const opened = (seal: Seal, what: string, place: string, sealed: Uint8Array): string => {
  try {
    return seal.open(purpose, place, sealed);
  } catch (error) {
    throw new LinkedDeviceUnreadable(what, error);
  }
};

/** The fence of nobody: what is opened under it can be read and not written. */
const nobody = 0;

/**
 * A linked device in PostgreSQL, sealed. Writes go one after another, each with all its keys in one transaction, and only
 * under the fence of the lease that holds the device then; a version that somebody else has written ends the writing too.
 */
export const createLinkedDeviceStore = (
  { sql: pool }: Pick<Database, 'sql'>,
  seal: Seal,
  account: string,
  fence = nobody,
): LinkedDeviceStore => {
  let known = 0;
  let last: Promise<unknown> = Promise.resolve();
  const hash = (type: string, id: string): Buffer => seal.hash(purpose, account, type, id);
  const keyPlace = (type: string, id: string): string => `key|${account}|${type}|${id}`;

  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(work, work);
    last = turn.catch(() => {});
    return turn;
  };

  const writeKeys = async (runner: Runner, changes: KeyChanges): Promise<void> => {
    const rows = Object.entries(changes).flatMap(([type, byId]) =>
      Object.entries(byId).map(([id, json]) => {
        const at = { account, type, key: hash(type, id) };
        return json === null
          ? dropKey(runner, at)
          : putKey(runner, { ...at, sealed: seal.seal(purpose, keyPlace(type, id), json) });
      }),
    );
    await Promise.all(rows);
  };

  const writeCredentials = async (runner: Runner, json: string): Promise<void> => {
    const version = known + 1;
    const credentials = seal.seal(purpose, `credentials|${account}|${version}`, json);
    const [added] = await addCredentials(runner, { account, version, credentials });
    if (!added) throw new LinkedDeviceTaken();
    await dropOlder(runner, { account, version: version - versionsKept });
  };

  return {
    credentials: async () => {
      const [row] = await readCredentials(pool, { account });
      known = row?.version ?? 0;
      return row && opened(seal, 'credentials', `credentials|${account}|${row.version}`, row.credentials);
    },

    keys: async (type, ids) => {
      const byKey = new Map(ids.map((id) => [hash(type, id).toString('hex'), id]));
      const keys = [...byKey.keys()].map((hex) => `\\x${hex}`);
      const rows = keys.length > 0 ? await readKeys(pool, { account, type, keys }) : [];
      return new Map(
        rows.flatMap(({ key, sealed }) => {
          const id = byKey.get(Buffer.from(key).toString('hex'));
          return id === undefined ? [] : [[id, opened(seal, 'keys', keyPlace(type, id), sealed)] as const];
        }),
      );
    },

    write: ({ credentials, keys }) =>
      inTurn(async () => {
        await pool.begin(async (own) => {
          const [now] = await readVersionAsOwner(own, { account, fence });
          if (now?.version !== known) throw new LinkedDeviceTaken();
          if (credentials !== undefined) await writeCredentials(own, credentials);
          if (keys) await writeKeys(own, keys);
        });
        if (credentials !== undefined) known += 1;
      }),

    forget: async (type, days) => {
      await dropOld(pool, { account, type, days });
    },

    wipe: () =>
      inTurn(async () => {
        await pool.begin(async (own) => {
          const [now] = await readVersionAsOwner(own, { account, fence });
          if (!now) throw new LinkedDeviceTaken();
          await wipeAll(own, { account });
        });
        known = 0;
      }),
  };
};
