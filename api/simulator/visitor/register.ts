import type { Seen } from '../../../bot/hall.ts';
import type { Contact } from '../../../bot/ports.ts';
import type { Handset } from '../phone/handset.ts';
import type { Call } from '../skins/skin.ts';
import type { Chat } from './chat.ts';

type Parts = {
  /** The service's own record of whoever holds a phone. */
  contactOf: (phone: Handset) => Promise<Contact>;
  /** A phone is known to the service for the first time. */
  taken: (chat: Chat, contact: Contact) => Promise<void>;
};

/** Which chat a message or a call belongs to: phones are known by their key, and by the contact they are to the service. */
export const createRegister = ({ contactOf, taken }: Parts) => {
  const byPhone = new Map<string, Chat>();
  const byContact = new Map<number, Chat>();
  const going = new Map<string, { contact?: number; done: Promise<void> }>();

  const begin = async (chat: Chat, phone: Handset): Promise<void> => {
    const contact = await contactOf(phone);
    const entry = going.get(phone.key);
    if (!entry) return;
    entry.contact = contact.id;
    byPhone.set(phone.key, chat);
    byContact.set(contact.id, chat);
    await taken(chat, contact);
  };

  return {
    isKnown: (phone: Handset): boolean => going.has(phone.key),
    /** Makes a chat's phone known before anything is done with it, and only once. */
    take: (chat: Chat): Promise<void> => {
      const phone = chat.phone();
      const { key } = phone;
      const known = going.get(key);
      if (known) return known.done;
      const again = (error: unknown) => {
        going.delete(key);
        throw error;
      };
      const done = Promise.resolve()
        .then(() => begin(chat, phone))
        .catch(again);
      going.set(key, { done });
      return done;
    },
    forget: ({ key }: Handset): void => {
      byPhone.delete(key);
      byContact.delete(going.get(key)?.contact ?? -1);
      going.delete(key);
    },
    called: (call: Call): void => byPhone.get(call.to ?? '')?.called(call),
    saw: (seen: Seen): void => byContact.get(seen.contact)?.saw(seen),
  };
};
