import { createHash, randomInt } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { machineClock } from '../../bot/channels/telegram/emulator/clock.ts';
import {
  type CallRecord,
  createTelegramEmulator,
  type Phone,
} from '../../bot/channels/telegram/emulator/index.ts';
import type { Seen } from '../../bot/hall.ts';
import { source } from '../../bot/i18n/languages.ts';
import type { OpenHall } from '../hall.ts';
import type { Persona } from './personas.ts';
import { randomToken } from './random-token.ts';
import { type Chat, createChat } from './visitor/chat.ts';
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
  const byPhone = new Map<number, Chat>();
  const byContact = new Map<number, Chat>();
  const contacts = new Map<number, number>();
  const onCall = (call: CallRecord) => byPhone.get(Number(call.chat))?.called(call);
  const emulator = createTelegramEmulator({
    bots: [{ token, username: 'simulasi_bot', firstName: hall.city().agency.service }],
    clock: { now: () => hall.clock.now().getTime(), after: machineClock.after },
    seed: randomInt(2 ** 31),
    localLinks: true,
    fileBytes,
    onCall,
  });
  const sessionOf = (phone: Phone) =>
    hall.sessions.open({ channel: 'telegram', account, id: String(phone.person.id) }, false);

  const leave = ({ person }: Phone) => {
    byPhone.delete(person.id);
    byContact.delete(contacts.get(person.id) ?? -1);
    contacts.delete(person.id);
    emulator.reset(person.id);
  };

  let closed = false;
  let turn = 0;
  const open = (visitor: string, persona: Persona): Chat => {
    const { prefix, locales } = hall.city().agency;
    return createChat({
      persona,
      pickUp: () => {
        const id = userId(run, visitor, persona.key, turn++);
        return emulator.phone({ id, firstName: persona.name, languageCode: persona.language });
      },
      leave,
      speaks: async (phone) => (await sessionOf(phone)).contact.locale ?? locales[0] ?? source,
      now: hall.clock.now,
      ticket: new RegExp(`${prefix}-[0-9A-HJKMNP-TV-Z]{6}`, 'g'),
    });
  };
  const visitors = createVisitors({ most: visitorsMost, open });

  const settled = async (): Promise<void> => {
    await emulator.idle();
    while (tasks.size > 0) await Promise.allSettled(tasks);
  };

  return {
    account,
    emulator,
    visitors,
    saw: (seen: Seen): void => {
      if (seen.account === account) byContact.get(seen.contact)?.saw(seen);
    },
    /** Lets somebody do something with a phone, and waits until the service has answered; false where the phone cannot. */
    act: async (chat: Chat, deed: (phone: Phone) => void, pressed?: string): Promise<boolean> => {
      const phone = chat.phone();
      const { contact } = await sessionOf(phone);
      byPhone.set(phone.person.id, chat);
      byContact.set(contact.id, chat);
      contacts.set(phone.person.id, contact.id);
      chat.acts();
      try {
        deed(phone);
      } catch {
        return false;
      }
      if (pressed !== undefined) chat.pressed(pressed);
      await Promise.race([settled(), sleep(patience, undefined, { ref: false })]);
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
