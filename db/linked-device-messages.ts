import { sql } from 'drizzle-orm';
import type { Database } from './database.ts';
import { prepared } from './prepared.ts';
import type { Seal } from './sealed.ts';
import { createTogether } from './together.ts';

/** What is known of a message that comes: nothing yet, that it is still to be decided, or that it has been. */
export type Known = 'new' | 'undecided' | 'decided';

/** A message as it came to a device, under its key. `stanza` is text whose meaning only the device knows; nothing where it does not open. */
export type KeptMessage = { key: string; place: number; stanza: string | undefined };

/** A message that has been decided, and the names of the keys under which it lies opened. */
export type DecidedMessage = { key: string; opened: readonly string[] };

/** What came to a device, written down before anything is done about it. */
export type LinkedDeviceMessages = {
  keyOf: (from: string, id: string) => string;
  /** All or nothing, in this order; each key once. */
  add: (messages: readonly { key: string; stanza: string }[]) => Promise<ReadonlyMap<string, Known>>;
  /** What is still to be decided behind a place, oldest first. */
  undecided: (behind: number, most: number) => Promise<readonly KeptMessage[]>;
  /** It is about to be given to the client again. Tells how often it was, this time too; 0 when there is nothing more to give. */
  giveAgain: (key: string) => Promise<number>;
  /** Only its key stays, so that a repeat is known. */
  decide: (message: DecidedMessage) => Promise<void>;
  /** What was never here comes again as something new. */
  forget: (key: string) => Promise<void>;
};

const purpose = 'linked-device';
const p = sql.placeholder;

/** The statement does not see what it writes: whatever it finds was there before. */
const addMessages = prepared<{ key: string; known: Known }>(sql`
with given as materialized (
  select decode(key, 'hex') as key, decode(stanza, 'base64') as stanza, place
  from json_to_recordset(${p('messages')}::text::json) as one (key text, stanza text, place int)
), added as (
  insert into linked_device_message (key, account, stanza)
  select key, ${p('account')}, stanza from given order by place on conflict do nothing
)
select encode(given.key, 'hex') as key,
  case when m.key is null then 'new' when m.stanza is null then 'decided' else 'undecided' end as known
from given left join linked_device_message m on m.key = given.key`);

const readUndecided = prepared<{ key: string; place: string; stanza: Uint8Array }>(sql`
select encode(key, 'hex') as key, id::text as place, stanza from linked_device_message
where account = ${p('account')} and stanza is not null and id > ${p('behind')}::bigint
order by id limit ${p('most')}::int`);

const countTry = prepared<{ tries: number }>(
  sql`update linked_device_message set tries = tries + 1
    where key = ${p('key')} and stanza is not null returning tries::int as tries`,
);

const emptyDecided = prepared(sql`
with opened as (
  delete from linked_device_key
  where account = ${p('account')} and type = ${p('type')} and key = any(${p('opened')}::bytea[])
)
update linked_device_message set stanza = null where key = any(${p('keys')}::bytea[])`);

const dropMessage = prepared(sql`delete from linked_device_message where key = ${p('key')}`);

/** At most so many messages are emptied by one statement. */
const togetherMost = 64;

const asBytes = (hex: string): string => `\\x${hex}`;

/** What came to a device, in PostgreSQL and sealed. `openedType` is the kind of key under which a message lies opened. */
export const createLinkedDeviceMessages = (
  { sql: pool }: Pick<Database, 'sql'>,
  seal: Seal,
  account: string,
  openedType: string,
): LinkedDeviceMessages => {
  const placeOf = (key: string): string => `message|${account}|${key}`;
  const sealed = (key: string, stanza: string): string =>
    seal.seal(purpose, placeOf(key), stanza).toString('base64');
  const opened = (key: string, stanza: Uint8Array): string | undefined => {
    try {
      return seal.open(purpose, placeOf(key), stanza);
    } catch {
      return undefined;
    }
  };
  const openedKey = (name: string): string =>
    asBytes(seal.hash(purpose, account, openedType, name).toString('hex'));

  const empty = async (messages: readonly DecidedMessage[]): Promise<readonly string[]> => {
    await emptyDecided(pool, {
      account,
      type: openedType,
      keys: messages.map(({ key }) => asBytes(key)),
      opened: messages.flatMap((one) => one.opened.map(openedKey)),
    });
    return messages.map(({ key }) => key);
  };

  const decided = createTogether({
    all: empty,
    alone: (one: DecidedMessage) => empty([one]).then(() => one.key),
    nameOf: ({ key }) => key,
    most: togetherMost,
  });

  return {
    keyOf: (from, id) => seal.hash(purpose, account, 'message', from, id).toString('hex'),

    add: async (messages) => {
      const given = messages.map(({ key, stanza }, place) => ({ key, stanza: sealed(key, stanza), place }));
      const rows = await addMessages(pool, { account, messages: JSON.stringify(given) });
      return new Map(rows.map(({ key, known }) => [key, known]));
    },

    undecided: async (behind, most) => {
      const rows = await readUndecided(pool, { account, behind, most });
      return rows.map(({ key, place, stanza }) => ({
        key,
        place: Number(place),
        stanza: opened(key, stanza),
      }));
    },

    giveAgain: async (key) => (await countTry(pool, { key: Buffer.from(key, 'hex') }))[0]?.tries ?? 0,

    decide: async (message) => {
      await decided(message);
    },

    forget: async (key) => {
      await dropMessage(pool, { key: Buffer.from(key, 'hex') });
    },
  };
};
