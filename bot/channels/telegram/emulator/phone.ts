import { type Chat, newChat } from './chat.ts';
import { emit, emitRaw } from './emit.ts';
import { personMessages } from './person-messages.ts';
import { type PressOptions, pressInline } from './press.ts';
import { reading } from './reading.ts';
import type { WireUpdate, WireUser } from './wire.ts';
import { type Desk, unixNow } from './world.ts';

export type Person = {
  id: number;
  firstName: string;
  username?: string;
  languageCode?: string;
  /** An invented number; left out, one that nobody can have is used. */
  phoneNumber?: string;
};

export const wireUser = ({ id, firstName, username, languageCode = 'id' }: Person): WireUser => ({
  id,
  is_bot: false,
  first_name: firstName,
  ...(username !== undefined && { username }),
  language_code: languageCode,
});

export type Phone = ReturnType<typeof phoneOf>;

/** One person with a private chat with one bot. Asking twice for the same id gives the same chat. */
export function phoneOf(desk: Desk, person: Person) {
  const user = wireUser(person);
  const chat = privateChat(desk, user);
  const sends = personMessages(desk, chat, user, person.phoneNumber ?? `+6200000${person.id}`);

  function membership(was: 'member' | 'kicked', is: 'member' | 'kicked'): number {
    chat.blocked = is === 'kicked';
    const bot = desk.account.user;
    const until = is === 'kicked' ? { until_date: 0 } : {};
    return emit(
      desk,
      'my_chat_member',
      {
        chat: chat.wire,
        from: user,
        date: unixNow(desk.world),
        old_chat_member: { user: bot, status: was },
        new_chat_member: { user: bot, status: is, ...until },
      },
      `member:${chat.wire.id}`,
    );
  }

  return {
    person,
    ...sends,
    ...reading(desk, chat),
    /**
     * Taps a button, by label or data: under a message first, then in place of the keyboard, where it types its
     * label, shares the contact, or shares `at`.
     */
    press(what: string, options: PressOptions & { at?: { lat: number; lon: number } } = {}): number {
      const inline = pressInline(desk, chat, user, what, options);
      if (inline !== undefined) return inline;
      const key = chat.keyboard?.rows.flat().find((one) => one.text === what);
      if (!key) throw new Error(`${person.firstName} sees no button "${what}"`);
      if (chat.keyboard?.oneTime) chat.keyboard = undefined;
      if (key.request_contact) return sends.sendContact();
      if (key.request_location)
        return sends.sendLocation(options.at?.lat ?? -7.3305, options.at?.lon ?? 110.5084);
      return sends.type(key.text);
    },
    block: () => membership('member', 'kicked'),
    unblock: () => membership('kicked', 'member'),
    /** Sends a hand-made update; a missing `update_id` is given the next one. */
    update(raw: Record<string, unknown>, queue = `chat:${person.id}`): number {
      const kind = Object.keys(raw).find((key) => key !== 'update_id') ?? 'unknown';
      const given = raw.update_id;
      const update: WireUpdate = {
        ...raw,
        update_id: typeof given === 'number' ? given : desk.account.nextUpdate++,
      };
      return emitRaw(desk, update, kind, queue);
    },
  };
}

function privateChat({ account, world }: Desk, user: WireUser): Chat {
  const known = account.chats.get(user.id);
  if (known) return known;
  const { id, first_name, username } = user;
  const wire = { id, type: 'private' as const, first_name, ...(username !== undefined && { username }) };
  const chat = newChat(wire, world.messagesMax);
  account.chats.set(id, chat);
  return chat;
}
