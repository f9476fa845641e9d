import { type Chat, newChat, type Person } from './chat.ts';
import { hear } from './hear.ts';
import { enter, identity } from './identity.ts';
import { personChanges } from './person-changes.ts';
import { personMessages } from './person-messages.ts';
import { type PressOptions, press } from './press.ts';
import { reading } from './reading.ts';
import { report } from './statuses.ts';
import type { Desk } from './world.ts';

export type Phone = ReturnType<typeof phoneOf>;

/** One person with a chat with one number. Asking twice for the same number or user id gives the same chat. */
export function phoneOf(desk: Desk, person: Person) {
  const chat = chatOf(desk, person);
  return {
    /** As the person is now: numbers and ids may change. */
    person: chat.person,
    ...personMessages(desk, chat),
    ...personChanges(desk, chat),
    ...identity(desk, chat),
    ...reading(desk, chat),
    press: (what: string, options: PressOptions = {}): string => press(desk, chat, what, options),
    /** Reads what the bot has said, where people do not read at once. */
    read(): void {
      for (const shown of chat.messages.values()) {
        if (shown.from === 'person' || shown.status === 'read') continue;
        const { waId, userId } = chat.person;
        const to = waId === undefined ? { userId: userId ?? '' } : { waId };
        const sent = { id: shown.id, shown, chat, to, opaque: undefined, inWindow: true };
        void report(desk, { ...sent, category: shown.template ? 'utility' : 'service' }, 'read');
      }
    },
    /** What is sent to who has blocked the number never arrives, and nobody is told. */
    block(): void {
      chat.blocked = true;
    },
    unblock(): void {
      chat.blocked = false;
    },
    /** Leaves WhatsApp. */
    leave(): void {
      chat.gone = true;
    },
    /** Sends a hand-made message: `type` and what goes with it. */
    message: (type: string, content: object, extra: object = {}): string =>
      hear(desk, chat, { type, content, extra }),
  };
}

function chatOf(desk: Desk, person: Person): Chat {
  const { waId, userId } = person;
  if (waId === undefined && userId === undefined)
    throw new Error('a person has a number, a user id, or both');
  const byNumber = waId === undefined ? undefined : desk.byNumber.get(waId);
  const byUser = userId === undefined ? undefined : desk.byUser.get(userId);
  if (byNumber && byUser && byNumber !== byUser)
    throw new Error('the number and the user id belong to two people');
  const known = byNumber ?? byUser;
  if (known) return known;
  const chat = newChat(person, desk.world.messagesMax);
  enter(desk, chat);
  return chat;
}
