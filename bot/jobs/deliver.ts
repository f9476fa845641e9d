import type { AnyChannel } from '../channels/channel.ts';
import type { Address } from '../conversation/inbound.ts';
import type { Choice, Reply } from '../conversation/reply.ts';
import type { Account, Outbox, Taken } from '../ports.ts';
import type { MediaShelf } from './attach.ts';
import { bundleOf } from './bundle.ts';
import { knock, lookAgain } from './knock.ts';
import { pump } from './pump.ts';
import { type Ready, wiresOf } from './ready.ts';
import type { ReminderLetters } from './reminder-letters.ts';
import { sendLetter } from './send-letter.ts';
import type { Turns } from './turns.ts';
import { wayFor } from './way-for.ts';

/** What delivering needs from the house. */
export type Delivery = {
  outbox: Outbox;
  channels: () => readonly AnyChannel[];
  /** The open question of a contact as it stands, for letters that only say "ask". */
  question: (to: Address) => Promise<{ reply: Reply; locale: string } | undefined>;
  /** The words of letters that say `remind`, asked once for all that were taken together; of those left out nothing is to be said any more. */
  reminders?: ReminderLetters;
  /** Told of choices that a letter showed as numbered lines, so that they can be typed. */
  offered?: (to: Address, contact: number, choices: readonly Choice[]) => Promise<void>;
  /** Milliseconds to wait before sending to this contact, at this address. */
  pace: (contact: number, bulk: boolean, to?: Address) => number;
  /** Its place on the wire, last of all; without it nothing more is waited for. */
  turns?: Turns;
  /** Milliseconds for which the platform wants to hear nothing, as far as this process knows. */
  silent?: (of: Account) => number;
  wait: (milliseconds: number) => Promise<void>;
  /** Whether letters of all are still taken: not while the process ends. */
  goesOn?: () => boolean;
  locale: () => string;
  /** By the hall's clock, as people's own words are dated. */
  now: () => Date;
  /** Where photos lie; without it letters with photos are left to a process that has it. */
  media?: MediaShelf | undefined;
  /** Told of letters that a person must look at; without any text. */
  alarm: (letter: { id: number; channel: string; failure: string; detail: string }) => void;
};

/** Of which contact and lane, if not of all. */
export type Which = { contact?: number; bulk?: boolean; taken?: readonly Taken[] };

/** Letters taken at once for one contact, and in hand for all: enough to keep the wire busy, few enough to end within their lease. */
const atOnce = 25;
const inHand = 60;

/** So many letters are read in one message at most. */
const joinedMost = 4;

/** What came of a letter: whether another one of this contact can go now, or the contact that has it now. */
type Came = boolean | { moved: number };

/** With the letters that wait right behind it, where one message holds them and the platform counts messages. */
const sendJoined = async (delivery: Delivery, ready: Ready): Promise<boolean> => {
  const { outbox } = delivery;
  const { channel, letter } = ready;
  if (!letter.more || typeof letter.say === 'string' || !channel.can.letters)
    return sendLetter(delivery, ready);
  const behind = await outbox.behind(letter, joinedMost);
  const goes = (one: Taken, reply: Reply) =>
    wayFor(delivery.channels(), one, reply, delivery.locale(), delivery.now()) === 'send';
  const { reply, joined, rest } = bundleOf(channel, ready, behind, goes);
  for (const one of rest) await outbox.later(one, 0, '', true);
  const more = await sendLetter(delivery, { ...ready, reply, joined });
  return more || rest.length > 0;
};

const sendByWay = async (delivery: Delivery, ready: Ready): Promise<Came> => {
  const { outbox } = delivery;
  const { letter, reply } = ready;
  const way = wayFor(delivery.channels(), letter, reply, delivery.locale(), delivery.now());
  if (way === 'wait') {
    await outbox.wait(letter, lookAgain, 'outside window');
    return false;
  }
  if (way === 'drop') {
    await outbox.ended(letter, 'dropped', 'no chat of staff any more');
    return true;
  }
  if (way === 'send') return sendJoined(delivery, ready);
  if ('knock' in way) return knock(delivery, ready, way.knock);
  await outbox.move(letter, way.elsewhere);
  return { moved: way.elsewhere.contact };
};

const deliverOne = async (
  delivery: Delivery,
  letter: Taken,
  reminders: ReadonlyMap<number, Reply>,
): Promise<Came> => {
  const { outbox } = delivery;
  if (letter.stopped && letter.bulk) {
    await outbox.ended(letter, 'dropped', 'stopped');
    return true;
  }
  const channel = delivery
    .channels()
    .find(({ name, account }) => name === letter.to.channel && account === letter.to.account);
  if (!channel) {
    await outbox.later(letter, 60, 'no such account here');
    return false;
  }
  const asked = letter.say === 'ask' ? await delivery.question(letter.to) : undefined;
  const reply =
    letter.say === 'ask' ? asked?.reply : letter.say === 'remind' ? reminders.get(letter.id) : letter.say;
  if (!reply) {
    await outbox.ended(letter, 'dropped', 'nothing to say any more');
    return true;
  }
  const locale = asked?.locale ?? letter.locale ?? delivery.locale();
  const ready = { channel, letter, reply, locale };
  if (letter.arrived && wiresOf(ready).length === 1) return outbox.sent(letter, undefined, reply.about);
  return sendByWay(delivery, ready);
};

/**
 * Sends what waits in the outbox, of one contact or of all, in order for each contact, until nothing more is due;
 * `taken` are letters that need not be claimed. Returns how many were taken. Safe to run in any number of processes.
 */
export const createDeliver = (delivery: Delivery) => {
  const { goesOn = () => true, silent = () => 0 } = delivery;
  const claim = async (most: number, only: Which): Promise<readonly Taken[]> => {
    const accounts = delivery.channels().filter((account) => silent(account) === 0);
    return accounts.length === 0 ? [] : delivery.outbox.claim({ accounts, most, ...only });
  };
  const worded = async (letters: readonly Taken[]) => {
    const words = (await delivery.reminders?.(letters)) ?? new Map<number, Reply>();
    return letters.map((letter) => ({ letter, words }));
  };
  const toAll = (only: Which) =>
    pump(
      {
        take: async (most) => (goesOn() ? worded(await claim(most, only)) : []),
        work: ({ letter, words }) => deliverOne(delivery, letter, words),
      },
      inHand,
    );
  const deliver = async ({ taken = [], ...only }: Which = {}): Promise<number> => {
    if (only.contact === undefined) return toAll(only);
    let count = 0;
    for (let letters = taken; ; letters = []) {
      if (letters.length === 0) letters = await claim(atOnce, only);
      if (letters.length === 0) return count;
      count += letters.length;
      const ready = await worded(letters);
      const came = await Promise.all(ready.map(({ letter, words }) => deliverOne(delivery, letter, words)));
      for (const one of came)
        if (typeof one === 'object') count += await deliver({ ...only, contact: one.moved });
      if (!came.some(Boolean)) return count;
    }
  };
  return deliver;
};
