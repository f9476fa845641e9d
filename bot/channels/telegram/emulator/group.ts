import { newChat } from './chat.ts';
import { emit } from './emit.ts';
import { personMessages } from './person-messages.ts';
import { type Person, wireUser } from './phone.ts';
import { type PressOptions, pressInline } from './press.ts';
import { reading } from './reading.ts';
import type { WireChat } from './wire.ts';
import { type Desk, unixNow } from './world.ts';

/**
 * A supergroup; `id` is negative, as on Telegram (`-100…`). With `forum` it has topics; `basic` makes it a group of the
 * old kind, which can become a supergroup. The bot is an administrator there unless it is a mere `member`.
 */
export type GroupSetting = {
  id: number;
  title: string;
  forum?: boolean;
  basic?: boolean;
  role?: 'administrator' | 'member';
  members?: readonly Person[];
};

export type Group = ReturnType<typeof groupOf>;

/** A staff group the bot is in. Members write through `as(person)`; topics belong to its forum. */
export function groupOf(desk: Desk, setting: GroupSetting) {
  const { id, title, forum = false, basic = false, role = 'administrator', members = [] } = setting;
  const { account, world } = desk;
  const type = basic ? 'group' : 'supergroup';
  const wire: WireChat = { id, type, title, ...(forum && { is_forum: true as const }) };
  const chat = account.chats.get(id) ?? newChat(wire, world.messagesMax);
  account.chats.set(id, chat);
  chat.role = role;
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
    /** Its owner turns topics on. */
    openForum(): void {
      chat.wire = { ...chat.wire, is_forum: true };
    },
    /** The group becomes a supergroup with a number of its own; the bot is told of it in both. */
    upgrade(to: number): void {
      groupOf(desk, { ...setting, id: to, basic: false });
      chat.movedTo = to;
      const notice = { from: [...chat.members.values()][0], date: unixNow(world) };
      const tell = (of: number, more: object) => {
        const at = account.chats.get(of)?.wire ?? wire;
        emit(
          desk,
          'message',
          { ...notice, message_id: account.nextMessage++, chat: at, ...more },
          `chat:${of}`,
        );
      };
      tell(id, { migrate_to_chat_id: to });
      tell(to, { migrate_from_chat_id: id });
    },
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
