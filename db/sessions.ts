import type { Address } from '../bot/conversation/inbound.ts';
import { hatsOf } from '../bot/domain/roles.ts';
import { namesSeveral } from '../bot/domain/whose-chat.ts';
import type { Change, City, Committed, Letter, Session, Sessions, Taken } from '../bot/ports.ts';
import type { Database } from './database.ts';
import { keyOfAddress } from './key-of-address.ts';
import { releaseLetters } from './letter-ways.ts';
import { openChanged, openNamed } from './named-contact.ts';
import { openPapers, sealPapers } from './papers.ts';
import { createRecent } from './recent.ts';
import type { Seal } from './sealed.ts';
import { type ContactRow, contactById, findContact, makeContact } from './stores/contact.ts';
import { addressOf, sealAddress } from './stores/contact-address.ts';
import { findHold, type Turn } from './stores/inbox.ts';
import { addLetters } from './stores/letter.ts';
import { offerMenu } from './stores/offer-menu.ts';
import { createWriteChange } from './write-change.ts';

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

/** Sessions kept in memory between two messages of a person; each write is guarded by the revision, so a stale one only costs a reload. */
const keptMost = 5_000;

/** The key of a message, as the inbox knows it. */
export const keyOfMessage = (seal: Seal, { channel, account }: Address, id: string): string =>
  seal.hash('message', channel, account, id).toString('hex');

const opened = (row: ContactRow, seal: Seal): Session => {
  return {
    contact: {
      id: row.id,
      address: addressOf(seal, row),
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

/** A session in memory, and the ids by which its contact was named when it was read. */
type Kept = { session: Session; called: readonly string[] };

const nameOf = ({ channel, account, id }: Address): string => `${channel}|${account}|${id}`;

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
  const recent = createRecent<Kept>(cache ? keptMost : 0);
  const write = createWriteChange(database, seal, { together: cache, city });

  const loadNamed = async (address: Address, known: readonly string[]): Promise<ContactRow> => {
    const { row, changed } = await openNamed(database, seal, address, known);
    for (const one of changed) recent.delete(nameOf(one));
    return row;
  };

  const load = async (address: Address): Promise<ContactRow> => {
    const key = keyOfAddress(seal, address);
    const [row] = await findContact(pool, { key });
    if (row) return row;
    const { channel, account } = address;
    await makeContact(pool, { key, channel, account, address: sealAddress(seal, address) });
    const [made] = await findContact(pool, { key });
    if (!made) throw new Error('a contact could not be made');
    return made;
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
    open: async (address, fresh, known = []) => {
      const called = [address.id, ...known];
      const kept = fresh ? undefined : recent.get(nameOf(address));
      if (kept && called.every((id) => kept.called.includes(id))) return kept.session;
      const row = await (namesSeveral(address.channel) ? loadNamed(address, known) : load(address));
      const session = opened(row, seal);
      recent.set(nameOf(session.contact.address), { session, called });
      return session;
    },

    changed: async (address, identity) => {
      const { row, changed } = await openChanged(database, seal, address, identity);
      for (const one of changed) recent.delete(nameOf(one));
      return opened(row, seal);
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
        now: (isUnspoken(change) ? session.spokeAt : change.now)?.toISOString() ?? null,
      };
      const { claim, letters, untold } = await write(session, change, turn);
      const name = nameOf(address);
      if (claim?.won) {
        if (claim.hold && address.channel.startsWith('whatsapp-'))
          await releaseLetters(pool, { contact: id });
        const now = written(session, change);
        if (isReadAnew(change)) recent.delete(name);
        else recent.set(name, { session: now, called: recent.get(name)?.called ?? [address.id] });
        const taken = letters.flatMap((letter, i) => takenOf(now.contact, change.letters[i], letter));
        return { kind: 'done', hold: claim.hold, taken, ...(untold && { untold }) };
      }
      recent.delete(name);
      return claim?.known ? { kind: 'repeated' } : { kind: 'stale' };
    },

    post: async (session, letters) => {
      for (const letter of letters) await Promise.all(addLetters(pool, seal, session.contact, [letter]));
    },

    offer: async (to, contact, menu) => {
      await offerMenu(database, seal, contact, menu);
      recent.delete(nameOf(to));
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

/** Whoever is linked, let go or joined speaks as somebody else from now on, and whoever has other ids is reached elsewhere: they are read anew. */
const isReadAnew = ({ effects }: Change): boolean =>
  effects.some(({ do: what }) => /^(staff\.(link|unlink)|contact\.identity|person\.join)$/.test(what));

/** The platform spoke and not the person, so that no hours of free words begin. */
const isUnspoken = ({ effects }: Change): boolean =>
  effects.some(({ do: what }) => what === 'contact.identity');

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
