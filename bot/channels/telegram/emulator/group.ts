import { newChat } from './chat.ts';
import { emit } from './emit.ts';
import { personMessages } from './person-messages.ts';
import { type Person, wireUser } from './phone.ts';
import { type PressOptions, pressInline } from './press.ts';
import { reading } from './reading.ts';
import type { WireChat } from './wire.ts';
import { type Desk, unixNow } from './world.ts';

/** A supergroup; `id` is negative, as on Telegram (`-100…`). With `forum` it has topics. */
export type GroupSetting = { id: number; title: string; forum?: boolean; members?: readonly Person[] };

export type Group = ReturnType<typeof groupOf>;

/** A staff group the bot is in. Members write through `as(person)`; topics belong to its forum. */
export function groupOf(desk: Desk, { id, title, forum = false, members = [] }: GroupSetting) {
  const { account, world } = desk;
  const wire: WireChat = { id, type: 'supergroup', title, ...(forum && { is_forum: true as const }) };
  const chat = account.chats.get(id) ?? newChat(wire, world.messagesMax);
  account.chats.set(id, chat);
  const join = (person: Person) => {
    const user = wireUser(person);
    chat.members.set(person.id, user);
    account.met.add(person.id);
    return user;
  };
  for (const person of members) join(person);

  function botBecomes(by: Person, was: string, is: string): number {
    chat.blocked = is === 'kicked' || is === 'left';
    const membership = (status: string) => ({ user: account.user, status });
    const event = { chat: chat.wire, from: wireUser(by), date: unixNow(world) };
    const change = { old_chat_member: membership(was), new_chat_member: membership(is) };
    return emit(desk, 'my_chat_member', { ...event, ...change }, `member:${id}`);
  }

  return {
    ...reading(desk, chat),
    topics: () => [...chat.topics].map(([thread, topic]) => ({ thread, ...topic })),
    addBot: (by: Person) => botBecomes(by, 'left', 'member'),
    removeBot: (by: Person) => botBecomes(by, 'member', 'kicked'),
    as(person: Person) {
      const user = join(person);
      return {
        ...personMessages(desk, chat, user, person.phoneNumber ?? `+6200000${person.id}`),
        press(what: string, options: PressOptions = {}): number {
          const pressed = pressInline(desk, chat, user, what, options);
          if (pressed === undefined)
            throw new Error(`${person.firstName} sees no button "${what}" in ${title}`);
          return pressed;
        },
      };
    },
  };
}
