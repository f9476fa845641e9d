import { createHash, randomInt } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { machineClock } from '../../bot/channels/telegram/emulator/clock.ts';
import { createTelegramEmulator, type Phone } from '../../bot/channels/telegram/emulator/index.ts';
import type { Seen } from '../../bot/hall.ts';
import { source } from '../../bot/i18n/languages.ts';
import type { OpenHall } from '../hall.ts';
import { type Persona, personas } from './personas.ts';
import { randomToken } from './random-token.ts';
import { type Chat, createChat } from './visitor/chat.ts';
import { createPosts } from './visitor/posts.ts';
import { createRegister } from './visitor/register.ts';
import { createVisitors } from './visitor/visitors.ts';

type Parts = {
  hall: OpenHall;
  token: string;
  account: string;
  tasks: ReadonlySet<Promise<unknown>>;
  due?: () => Promise<unknown>;
};

export type Stage = ReturnType<typeof openStage>;

/** More visitors than this are not remembered at once. */
const visitorsMost = 300;
const fileBytes = 64 * 1024 * 1024;
/** An answer that takes longer than this is not waited for (milliseconds). */
const patience = 4_000;

/** A Telegram id that belongs to one visitor, one persona and one turn of this process, and to no real person: beyond every id given out. */
const userId = (...parts: readonly (string | number)[]): number => {
  const digest = createHash('sha256').update(parts.join('|')).digest();
  return 2 ** 50 + digest.readUIntBE(0, 6);
};

/** What stands behind the page: the emulator, its visitors, and which of them a message or call belongs to. */
export const openStage = ({ hall, token, account, tasks, due }: Parts) => {
  const run = randomToken();
  /** Nobody can tell a visitor's cookie from it. */
  const circleOf = (visitor: string) => createHash('sha256').update(`${run}|${visitor}`).digest('base64url');
  const emulator = createTelegramEmulator({
    bots: [{ token, username: 'simulasi_bot', firstName: hall.city().agency.service }],
    clock: { now: () => hall.clock.now().getTime(), after: machineClock.after },
    seed: randomInt(2 ** 31),
    localLinks: true,
    fileBytes,
    onCall: (call) => register.called(call),
  });
  const sessionOf = (phone: Phone) =>
    hall.sessions.open({ channel: 'telegram', account, id: String(phone.person.id) }, false);
  const posts = createPosts(hall);
  const register = createRegister({
    contactOf: async (phone) => (await sessionOf(phone)).contact,
    taken: (chat, { id, address }) =>
      posts.take({ id, channel: address.channel }, circleOf(chat.visitor), chat.persona.hat),
  });

  const leave = (phone: Phone) => {
    register.forget(phone);
    emulator.reset(phone.person.id);
  };

  let closed = false;
  let turn = 0;
  const open = (visitor: string, persona: Persona): Chat => {
    const { prefix, locales } = hall.city().agency;
    return createChat({
      visitor,
      persona,
      pickUp: () => {
        const id = userId(run, visitor, persona.key, turn++);
        return emulator.phone({ id, firstName: persona.name, languageCode: persona.language });
      },
      leave,
      speaks: async (phone) => (await sessionOf(phone)).contact.locale ?? locales[0] ?? source,
      missed: () => {
        for (const [key, chat] of visitors.seen(visitor)?.chats ?? [])
          if (key !== persona.key) chat.tell({ kind: 'elsewhere' });
      },
      now: hall.clock.now,
      ticket: new RegExp(`${prefix}-[0-9A-HJKMNP-TV-Z]{6}`, 'g'),
    });
  };
  const visitors = createVisitors({ most: visitorsMost, open });

  /** Before a citizen writes, the officers of the same visitor have begun their chats: a bot may write to nobody first. */
  const callStaff = async (visitor: string): Promise<Chat[]> => {
    const staff = personas.filter(({ hat }) => hat !== 'citizen').map((one) => visitors.chat(visitor, one));
    const fresh = staff.filter((chat) => !register.isKnown(chat.phone()));
    for (const chat of fresh) {
      await register.take(chat);
      chat.acts();
      chat.phone().type('/start');
    }
    return fresh;
  };

  const settled = async (): Promise<void> => {
    await emulator.idle();
    while (tasks.size > 0) await Promise.allSettled(tasks);
  };

  return {
    account,
    emulator,
    visitors,
    saw: (seen: Seen): void => {
      if (seen.account === account) register.saw(seen);
    },
    /** Lets somebody do something with a phone, and waits until the service has answered; false where the phone cannot. */
    act: async (chat: Chat, deed: (phone: Phone) => void, pressed?: string): Promise<boolean> => {
      await register.take(chat);
      const greeted = chat.persona.hat === 'citizen' ? await callStaff(chat.visitor) : [];
      const phone = chat.phone();
      chat.acts();
      try {
        deed(phone);
      } catch {
        return false;
      }
      if (pressed !== undefined) chat.pressed(pressed);
      await Promise.race([settled(), sleep(patience, undefined, { ref: false })]);
      for (const one of greeted) one.read();
      if (greeted.length > 0) chat.tell({ kind: 'elsewhere' });
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
      emulator.close();
    },
  };
};
