import type { CallRecord, Phone } from '../../../bot/channels/telegram/emulator/index.ts';
import type { Seen } from '../../../bot/hall.ts';
import type { Contact } from '../../../bot/ports.ts';
import type { Chat } from './chat.ts';

type Parts = {
  /** The service's own record of whoever holds a phone. */
  contactOf: (phone: Phone) => Promise<Contact>;
  /** A phone is known to the service for the first time. */
  taken: (chat: Chat, contact: Contact) => Promise<void>;
};

/** Which chat a message or a call belongs to: phones are known by their Telegram id, and by the contact they are to the service. */
export const createRegister = ({ contactOf, taken }: Parts) => {
  const byPhone = new Map<number, Chat>();
  const byContact = new Map<number, Chat>();
  const going = new Map<number, { contact?: number; done: Promise<void> }>();

  const begin = async (chat: Chat, phone: Phone): Promise<void> => {
    const contact = await contactOf(phone);
    const entry = going.get(phone.person.id);
    if (!entry) return;
    entry.contact = contact.id;
    byPhone.set(phone.person.id, chat);
    byContact.set(contact.id, chat);
    await taken(chat, contact);
  };

  return {
    isKnown: (phone: Phone): boolean => going.has(phone.person.id),
    /** Makes a chat's phone known before anything is done with it, and only once. */
    take: (chat: Chat): Promise<void> => {
      const phone = chat.phone();
      const { id } = phone.person;
      const known = going.get(id);
      if (known) return known.done;
      const again = (error: unknown) => {
        going.delete(id);
        throw error;
      };
      const done = Promise.resolve()
        .then(() => begin(chat, phone))
        .catch(again);
      going.set(id, { done });
      return done;
    },
    forget: ({ person }: Phone): void => {
      byPhone.delete(person.id);
      byContact.delete(going.get(person.id)?.contact ?? -1);
      going.delete(person.id);
    },
    called: (call: CallRecord): void => byPhone.get(Number(call.chat))?.called(call),
    saw: (seen: Seen): void => byContact.get(seen.contact)?.saw(seen),
  };
};
