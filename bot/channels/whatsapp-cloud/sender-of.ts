import { type Fields, listOf, textOf } from '../fields.ts';

/** The ids by which one event names one person: business-scoped, phone, and of linked portfolios. */
type Ids = { scoped: string | undefined; phone: string | undefined; parent: string | undefined };

/** An id that can be one: short, in one word. Numbers are written without `+`, as Meta mostly does. */
const idOf = (value: unknown): string | undefined => {
  const id = textOf(value)?.replace(/^\+(?=\d)/, '');
  return id && /^[\w.-]{1,160}$/.test(id) ? id : undefined;
};

const contactIds = (contact: Fields | undefined): Ids => ({
  scoped: idOf(contact?.user_id),
  phone: idOf(contact?.wa_id),
  parent: idOf(contact?.parent_user_id),
});

/** The contact of the same event that shares an id with the message; one that shares none is somebody else. */
const contactOf = (own: Ids, contacts: readonly Fields[]): Ids | undefined => {
  const all = contacts.map(contactIds);
  if (!own.scoped && !own.phone && !own.parent) return all.length === 1 ? all[0] : undefined;
  const apart = ({ scoped, phone }: Ids) =>
    (own.scoped && scoped && own.scoped !== scoped) || (own.phone && phone && own.phone !== phone);
  const same = ({ scoped, phone, parent }: Ids) =>
    (own.scoped && own.scoped === scoped) ||
    (own.phone && own.phone === phone) ||
    (own.parent && own.parent === parent);
  return all.find((contact) => same(contact) && !apart(contact));
};

/** Every id that an event gives for the sender of a message: its own first, then those of the contact it shares an id with. */
export const idsOf = (message: Fields, contacts: unknown): Ids => {
  const own = {
    scoped: idOf(message.from_user_id),
    phone: idOf(message.from),
    parent: idOf(message.from_parent_user_id),
  };
  const contact = contactOf(own, listOf(contacts));
  return {
    scoped: own.scoped ?? contact?.scoped,
    phone: own.phone ?? contact?.phone,
    parent: own.parent ?? contact?.parent,
  };
};

/** Ids in the order in which they name a person: since 2026 the business-scoped one is always there, a number is not (`channels.md` 3.1). */
export const inOrder = ({ scoped, phone, parent }: Ids): string[] => [
  ...new Set([scoped, phone, parent].flatMap((id) => (id ? [id] : []))),
];

/** Ids that stand in a field by their own names, as in `system` and `user_id_update`. */
export const namedIds = (scoped: unknown, phone: unknown, parent: unknown): string[] =>
  inOrder({ scoped: idOf(scoped), phone: idOf(phone), parent: idOf(parent) });
