/** An id by which a platform names somebody; `firm` ones name a person, the others are numbers that may change hands. */
export type Id = { id: string; firm: boolean };

/** An id that is known, and whose it is. */
export type Alias = Id & { contact: number };

/**
 * Whose an event is. `gains` are ids that are theirs from now on, whoever had them; `loses` are their own that are nobody's
 * any more; `suspends` are contacts whose link as an employee ends.
 */
export type Whose = {
  contact: number | 'new';
  gains: readonly string[];
  loses: readonly string[];
  suspends: readonly number[];
};

/** Whose id changed. `loses` as above; `address`: the id by which they are reached from now on, where one of the new ones is theirs. */
export type Changed = Pick<Whose, 'gains' | 'loses'> & { contact: number; address: string | undefined };

/** Channels that name one person by several ids (`channels.md` sections 3.1 and 4.1). */
export const namesSeveral = (channel: string): boolean => channel.startsWith('whatsapp-');

/** Whether an id names a person: business-scoped (`ID.1349…`) or linked (`…@lid`). Everything else is a number. */
export const isFirm = (id: string): boolean => /^[A-Z]{2}\.\S|@lid$/.test(id);

const idsOf = (ids: readonly Id[]): string[] => ids.map(({ id }) => id);

const present = (contact: number | undefined): contact is number => contact !== undefined;

const ownersIn =
  (known: readonly Alias[]) =>
  ({ id }: Id): number | undefined =>
    known.find((alias) => alias.id === id)?.contact;

const hasFirm = (contact: number | undefined, known: readonly Alias[]): boolean =>
  known.some((alias) => alias.contact === contact && alias.firm);

/** Who is meant: by an id that is firm, else by a number; not by the number of somebody who has another firm id than the one named. */
const meant = (named: readonly Id[], known: readonly Alias[]): number | undefined => {
  const owner = ownersIn(known);
  const firm = named.filter(({ firm }) => firm);
  const byFirm = firm.map(owner).find(present);
  const byNumber = named.map(owner).find(present);
  return byFirm ?? (firm.length > 0 && hasFirm(byNumber, known) ? undefined : byNumber);
};

/** A person has one number at a time: once another is named, the former ones may be somebody else's. */
const formerNumbers = (contact: number, named: readonly Id[], known: readonly Alias[]): string[] =>
  named.some(({ firm }) => !firm)
    ? idsOf(known.filter((alias) => alias.contact === contact && !alias.firm)).filter(
        (id) => !idsOf(named).includes(id),
      )
    : [];

/**
 * Whose a message is. `known` holds all ids of everybody who has one of those named. A firm id decides, and the number
 * named beside it is its owner's now. A firm id that is new takes over a number's contact only where that has no firm id;
 * else somebody new stands there, and whoever had the number no longer speaks as an employee. Nobody is ever merged.
 */
export const whoseChat = (named: readonly Id[], known: readonly Alias[]): Whose => {
  const owner = ownersIn(known);
  const contact = meant(named, known);
  const names = named.some(({ firm }) => firm);
  const taken = named.filter((one) => names && !one.firm && present(owner(one)) && owner(one) !== contact);
  const fresh = named.filter((one) => !present(owner(one)));
  const gains = idsOf([...fresh, ...taken]);
  const former = [...new Set(taken.map(owner).filter(present))];
  if (contact === undefined) return { contact: 'new', gains, loses: [], suspends: former };
  const loses = names ? formerNumbers(contact, named, known) : [];
  return { contact, gains, loses, suspends: former.filter((one) => !hasFirm(one, known)) };
};

/**
 * Whose id the platform says has changed; undefined where nobody is known by what they were. What somebody else has stays
 * theirs, and the numbers that were left may be given to others.
 */
export const whoseChanged = (
  was: readonly Id[],
  now: readonly Id[],
  known: readonly Alias[],
): Changed | undefined => {
  const owner = ownersIn(known);
  const contact = meant(was, known);
  if (contact === undefined) return undefined;
  const gains = now.filter((one) => !present(owner(one)));
  const mine = now.filter((one) => gains.includes(one) || owner(one) === contact);
  const left = was.filter((one) => !one.firm && owner(one) === contact && !idsOf(now).includes(one.id));
  const loses = [...new Set([...idsOf(left), ...formerNumbers(contact, mine, known)])];
  const address = (mine.find(({ firm }) => firm) ?? mine[0])?.id;
  return { contact, gains: idsOf(gains), loses, address };
};
