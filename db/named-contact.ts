import type { Address, Inbound } from '../bot/conversation/inbound.ts';
import { isFirm, type Whose, whoseChanged, whoseChat } from '../bot/domain/whose-chat.ts';
import type { Database } from './database.ts';
import { Overtaken } from './overtaken.ts';
import type { Runner } from './prepared.ts';
import type { Seal } from './sealed.ts';
import type { ContactRow } from './stores/contact.ts';
import { addressOf, loseAddress, sealAddress, setAddress } from './stores/contact-address.ts';
import {
  aliasesOf,
  findNamed,
  giveIds,
  idsOf,
  lockContacts,
  makeNamed,
  type NamedRow,
  raiseRevisions,
  type SaidId,
  takeIds,
} from './stores/contact-ids.ts';
import { suspendLink } from './stores/suspend-link.ts';

/** A contact, and the addresses of those whose ids changed when it was found: what is remembered of them no longer holds. */
export type NamedContact = { row: ContactRow; changed: readonly Address[] };

/** Messages of one person at one moment, each naming something new: looked up again, so many times at most. */
const tries = 5;

const keysOf = (ids: readonly SaidId[]): string[] => ids.map(({ id }) => id);

/**
 * Where one of those concerned is reached afterwards: by the id that names the person where there is one; nowhere, once
 * their number is another's. Tells whether what is remembered of them no longer holds.
 */
const settleOne = async (
  tx: Runner,
  seal: Seal,
  row: NamedRow,
  { contact, gains, loses }: Whose,
  from: Address,
): Promise<boolean> => {
  const here = addressOf(seal, row);
  const [key = ''] = keysOf(idsOf(seal, here, [here.id]));
  if (row.id !== contact) {
    if (gains.includes(key)) await loseAddress(tx, seal, row.id, here);
    return row.ids.some(({ id }) => gains.includes(id));
  }
  const moves = key === '' || loses.includes(key) || (isFirm(from.id) && !isFirm(here.id));
  if (moves) await setAddress(tx, seal, row.id, from);
  return moves || loses.length > 0;
};

/** Writes what an event says of ids, all or nothing. Throws `Overtaken` where somebody else did so meanwhile. */
const settle = async (
  tx: Runner,
  seal: Seal,
  from: Address,
  ids: readonly SaidId[],
  locked: readonly number[],
): Promise<Address[]> => {
  await lockContacts(tx, locked);
  const rows = await findNamed(tx, keysOf(ids));
  if (rows.some(({ id }) => !locked.includes(id))) throw new Overtaken();
  const whose = whoseChat(ids, aliasesOf(rows));
  const { channel, account } = from;
  const contact =
    whose.contact === 'new'
      ? await makeNamed(tx, { channel, account, address: sealAddress(seal, from) })
      : whose.contact;
  await takeIds(tx, contact, whose.loses);
  await giveIds(
    tx,
    contact,
    ids.filter(({ id }) => whose.gains.includes(id)),
    locked,
  );
  for (const suspended of whose.suspends) await suspendLink(tx, seal, suspended);
  const changed: NamedRow[] = [];
  for (const row of rows) if (await settleOne(tx, seal, row, whose, from)) changed.push(row);
  await raiseRevisions(
    tx,
    changed.map(({ id }) => id),
  );
  return changed.map((row) => addressOf(seal, row));
};

const unlessOvertaken = (error: unknown): Address[] => {
  if (error instanceof Overtaken) return [];
  throw error;
};

/** Nothing is to be written: the ids are those that are known, and the contact can be reached. */
const isSettled = (row: NamedRow, { gains, loses }: Whose, seal: Seal): boolean =>
  gains.length === 0 && loses.length === 0 && addressOf(seal, row).id !== '';

/** Finds or makes the contact whose ids an event names: one query where nothing is new, else what is new is written first. */
export const openNamed = async (
  { sql: pool }: Pick<Database, 'sql'>,
  seal: Seal,
  from: Address,
  known: readonly string[] = [],
): Promise<NamedContact> => {
  const ids = idsOf(seal, from, [from.id, ...known]);
  const changed: Address[] = [];
  for (let attempt = 1; attempt <= tries; attempt++) {
    const rows = await findNamed(pool, keysOf(ids));
    const whose = whoseChat(ids, aliasesOf(rows));
    const row = rows.find(({ id }) => id === whose.contact);
    if (row && isSettled(row, whose, seal)) return { row, changed };
    const concerned = rows.map(({ id }) => id);
    changed.push(
      ...(await pool.begin((tx) => settle(tx, seal, from, ids, concerned)).catch(unlessOvertaken)),
    );
  }
  throw new Error('ids changed too often to tell whose they are');
};

/** The contact whose ids the platform says have changed, as yet unchanged; where nobody was known by the former ones, whoever the new ones name. */
export const openChanged = async (
  database: Pick<Database, 'sql'>,
  seal: Seal,
  from: Address,
  { was, now }: NonNullable<Inbound['identity']>,
): Promise<NamedContact> => {
  const former = idsOf(seal, from, was);
  const rows = await findNamed(database.sql, keysOf(former));
  const found = whoseChanged(former, [], aliasesOf(rows))?.contact;
  const row = rows.find(({ id }) => id === found);
  if (row) return { row, changed: [] };
  const [first = from.id, ...others] = now;
  return openNamed(database, seal, { ...from, id: first }, others);
};
