import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Seen } from '../../bot/hall.ts';
import { source } from '../../bot/i18n/languages.ts';
import { chooseChat } from '../../db/stores/person.ts';
import type { OpenHall } from '../hall.ts';
import type { Persona } from './personas.ts';
import type { Handset } from './phone/handset.ts';
import { randomToken } from './random-token.ts';
import type { Skins } from './skins/index.ts';
import type { Skin } from './skins/skin.ts';
import type { SkinName } from './skins/skin-name.ts';
import { type Chat, createChat } from './visitor/chat.ts';
import { createPosts } from './visitor/posts.ts';
import { createRegister } from './visitor/register.ts';
import { staffCalls } from './visitor/staff-calls.ts';
import { createVisitors } from './visitor/visitors.ts';

type Parts = {
  hall: OpenHall;
  account: string;
  skins: Skins;
  tasks: ReadonlySet<Promise<unknown>>;
  due?: () => Promise<unknown>;
};

export type Stage = ReturnType<typeof openStage>;

/** More visitors than this are not remembered at once. */
const visitorsMost = 300;
/** An answer that takes longer than this is not waited for (milliseconds). */
const patience = 4_000;

/** A number that belongs to one visitor, one persona and one turn of this process, and to no real person: beyond every id given out. */
const holderNumber = (...parts: readonly (string | number)[]): number => {
  const digest = createHash('sha256').update(parts.join('|')).digest();
  return 2 ** 50 + digest.readUIntBE(0, 6);
};

/** What stands behind the page: the platforms, the visitors, and which of them a message or call belongs to. */
export const openStage = ({ hall, account, skins, tasks, due }: Parts) => {
  const run = randomToken();
  /** Nobody can tell a visitor's cookie from it. */
  const circleOf = (visitor: string) => createHash('sha256').update(`${run}|${visitor}`).digest('base64url');
  const sessionOf = ({ address }: Handset) => hall.sessions.open(address, false);
  const posts = createPosts(hall);
  const register = createRegister({
    contactOf: async (phone) => (await sessionOf(phone)).contact,
    taken: (chat, { id, address }) =>
      posts.take({ id, channel: address.channel }, circleOf(chat.visitor), chat.persona.hat),
  });
  const skinOf = (name: SkinName): Skin => {
    const skin = skins.get(name);
    if (!skin) throw new Error(`no ${name} here`);
    return skin;
  };

  let closed = false;
  let turn = 0;
  const open = (visitor: string, skinName: SkinName, persona: Persona): Chat => {
    const { prefix, locales } = hall.city().agency;
    const skin = skinOf(skinName);
    const chat = createChat({
      visitor,
      skin: skinName,
      persona,
      pickUp: () => {
        const number = holderNumber(run, visitor, skinName, persona.key, turn++);
        return skin.pickUp({ number, name: persona.name, language: persona.language });
      },
      leave: (phone) => {
        register.forget(phone);
        skin.putAway(phone);
      },
      speaks: async (phone) => (await sessionOf(phone)).contact.locale ?? locales[0] ?? source,
      missed: () => {
        for (const other of visitors.seen(visitor)?.chats.values() ?? [])
          if (other !== chat) other.tell({ kind: 'elsewhere' });
      },
      now: hall.clock.now,
      ticket: new RegExp(`${prefix}-[0-9A-HJKMNP-TV-Z]{6}`, 'g'),
    });
    return chat;
  };
  const visitors = createVisitors({ most: visitorsMost, open });

  const callStaff = staffCalls({
    visitors,
    register,
    choose: async (phone) => {
      const { contact } = await sessionOf(phone);
      await chooseChat(hall.database.sql, contact.id, hall.clock.now());
    },
  });

  const settled = async (skin: SkinName): Promise<void> => {
    await skinOf(skin).idle();
    while (tasks.size > 0) await Promise.allSettled(tasks);
  };

  return {
    account,
    skins,
    visitors,
    called: register.called,
    saw: (seen: Seen): void => {
      if (seen.account === account) register.saw(seen);
    },
    /** Lets somebody do something with a phone, and waits until the service has answered; false where the phone cannot. */
    act: async (chat: Chat, deed: (phone: Handset) => void, pressed?: string): Promise<boolean> => {
      await register.take(chat);
      const greeted = chat.persona.hat === 'citizen' ? await callStaff(chat.visitor, chat.skin) : [];
      const phone = chat.phone();
      chat.acts();
      try {
        deed(phone);
      } catch {
        return false;
      }
      if (pressed !== undefined) chat.pressed(pressed);
      await Promise.race([settled(chat.skin), sleep(patience, undefined, { ref: false })]);
      for (const one of greeted) one.read();
      if (greeted.length > 0)
        for (const one of visitors.seen(chat.visitor)?.chats.values() ?? []) one.tell({ kind: 'elsewhere' });
      return true;
    },
    moveClock: async (seconds: number): Promise<void> => {
      await hall.clock.shift(seconds);
      for (const chat of visitors.all()) chat.tell({ kind: 'clock' });
      await due?.();
      await hall.deliver();
    },
    isClosed: () => closed,
    /** Ends every open stream. */
    close: (): void => {
      closed = true;
      for (const chat of visitors.all()) chat.tell({ kind: 'fresh' });
      for (const skin of skins.values()) skin.close();
    },
  };
};
