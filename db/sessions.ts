import type { Address, ChannelName } from '../bot/conversation/inbound.ts';
import { hatsOf } from '../bot/domain/roles.ts';
import type { Change, City, Committed, Letter, Session, Sessions, Taken } from '../bot/ports.ts';
import type { Database } from './database.ts';
import { openPapers, sealPapers } from './papers.ts';
import { createRecent } from './recent.ts';
import type { Seal } from './sealed.ts';
import { type ContactRow, contactById, findContact, makeContact } from './stores/contact.ts';
import { findHold, type Turn } from './stores/inbox.ts';
import { addLetters } from './stores/letter.ts';
import { createWriteChange } from './write-change.ts';

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

/** Sessions kept in memory between two messages of a person; each write is guarded by the revision, so a stale one only costs a reload. */
const keptMost = 5_000;

/** The key of a contact or a message, as the inbox and the contact table know it. */
export const keyOfAddress = (seal: Seal, { channel, account, id }: Address): Buffer =>
  seal.hash('contact', channel, account, id);
export const keyOfMessage = (seal: Seal, { channel, account }: Address, id: string): string =>
  seal.hash('message', channel, account, id).toString('hex');

const opened = (row: ContactRow, seal: Seal): Session => {
  return {
    contact: {
      id: row.id,
      address: {
        channel: row.channel as ChannelName,
        account: row.account,
        id: seal.open('address', `${row.channel}|${row.account}`, row.address),
      },
      locale: row.locale ?? undefined,
      noticed: row.noticed,
      stopped: row.stopped,
      hats: row.staff ? hatsOf({ ...row.staff, active: true }) : [],
    },
    ...openPapers(seal, row.id, row.sealed),
    revision: row.revision,
    lastKey: row.last_key ? hex(row.last_key) : undefined,
    spokeAt: row.spoke_at ? new Date(row.spoke_at) : undefined,
  };
};

/** Without a city conversations go on, but nothing can be done to a report. */
const unknownCity = (): City => {
  throw new Error('these sessions know no city');
};

/** Sessions on PostgreSQL. `cache: false` where memory must not outlive a message, nor one wait for another (a Worker). */
export const createSessions = (
  database: Pick<Database, 'sql' | 'keyed'>,
  seal: Seal,
  { cache = true, city = unknownCity }: { cache?: boolean; city?: () => City } = {},
): Sessions => {
  const { sql: pool } = database;
  const recent = createRecent<Session>(cache ? keptMost : 0);
  const write = createWriteChange(database, seal, { together: cache, city });

  const load = async (address: Address): Promise<Session> => {
    const key = keyOfAddress(seal, address);
    const [row] = await findContact(pool, { key });
    if (row) return opened(row, seal);
    const { channel, account, id } = address;
    await makeContact(pool, {
      key,
      channel,
      account,
      address: seal.seal('address', `${channel}|${account}`, id),
    });
    const [made] = await findContact(pool, { key });
    if (!made) throw new Error('a contact could not be made');
    return opened(made, seal);
  };

  const written = (session: Session, change: Change): Session => ({
    ...session,
    contact: after(session.contact, change),
    talk: change.talk,
    parked: change.parked,
    menu: change.menu,
    revision: session.revision + 1,
    lastKey: change.key,
    spokeAt: change.now,
  });

  return {
    open: async (address, fresh) => {
      const name = `${address.channel}|${address.account}|${address.id}`;
      const known = fresh ? undefined : recent.get(name);
      if (known) return known;
      const session = await load(address);
      recent.set(name, session);
      return session;
    },

    of: async (contact) => {
      const [row] = await contactById(pool, { id: contact });
      return row && opened(row, seal);
    },

    commit: async (session, change): Promise<Committed> => {
      const { id, address } = session.contact;
      const { talk, parked, menu } = change;
      const turn: Turn = {
        contact: id,
        channel: address.channel,
        account: address.account,
        revision: session.revision,
        key: change.key,
        form: talk?.form ?? null,
        sealed: sealPapers(seal, id, { talk, parked, menu })?.toString('base64') ?? null,
        now: change.now.toISOString(),
      };
      const { claim, letters, untold } = await write(session, change, turn);
      const name = `${address.channel}|${address.account}|${address.id}`;
      if (claim?.won) {
        const now = written(session, change);
        if (changesHats(change)) recent.delete(name);
        else recent.set(name, now);
        const taken = letters.flatMap((letter, i) => takenOf(now.contact, change.letters[i], letter));
        return { kind: 'done', hold: claim.hold, taken, ...(untold && { untold }) };
      }
      recent.delete(name);
      return claim?.known ? { kind: 'repeated' } : { kind: 'stale' };
    },

    post: async (session, letters) => {
      for (const letter of letters) await Promise.all(addLetters(pool, seal, session.contact, [letter]));
    },

    held: async ({ contact: { id, address } }) => {
      const [found] = await findHold(pool, {
        contact: id,
        channel: address.channel,
        account: address.account,
      });
      return found?.hold ?? false;
    },
  };
};

/** Whoever is linked or let go speaks as somebody else from now on, and is read anew. */
const changesHats = ({ effects }: Change): boolean =>
  effects.some(({ do: what }) => what === 'staff.link' || what === 'staff.unlink');

/** A letter that was written as ours, as if it had just been claimed. */
const takenOf = (
  { id: contact, address: to, locale, stopped }: Session['contact'],
  letter: Letter | undefined,
  id: number | undefined,
): Taken[] =>
  letter && id !== undefined
    ? [
        {
          id,
          contact,
          fence: 1,
          attempts: 1,
          bulk: letter.lane === 'bulk',
          to,
          say: letter.say,
          locale,
          stopped,
        },
      ]
    : [];

/** The contact as it is after what the message settled about it. */
const after = (contact: Session['contact'], { effects }: Change): Session['contact'] => {
  const now = { ...contact };
  for (const effect of effects) {
    if (effect.do === 'contact.locale') now.locale = effect.locale;
    if (effect.do === 'contact.noticed') now.noticed = true;
    if (effect.do === 'contact.stop') now.stopped = true;
    if (effect.do === 'contact.resume') now.stopped = false;
  }
  return now;
};
