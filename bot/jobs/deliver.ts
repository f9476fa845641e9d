import type { AnyChannel } from '../channels/channel.ts';
import type { Address } from '../conversation/inbound.ts';
import type { Reply } from '../conversation/reply.ts';
import type { Outbox, Taken } from '../ports.ts';
import type { MediaShelf } from './attach.ts';
import { sendLetter } from './send-letter.ts';

/** What delivering needs from the house. */
export type Delivery = {
  outbox: Outbox;
  channels: () => readonly AnyChannel[];
  /** The open question of a contact as it stands, for letters that only say "ask". */
  question: (to: Address) => Promise<{ reply: Reply; locale: string } | undefined>;
  /** Milliseconds to wait before sending to this contact, at this address. */
  pace: (contact: number, bulk: boolean, to?: Address) => number;
  wait: (milliseconds: number) => Promise<void>;
  locale: () => string;
  /** Where photos lie; without it letters with photos are left to a process that has it. */
  media?: MediaShelf | undefined;
  /** Told of letters that a person must look at; without any text. */
  alarm: (letter: { id: number; channel: string; failure: string; detail: string }) => void;
};

/** Of which contact and lane, if not of all. */
export type Which = { contact?: number; bulk?: boolean; taken?: readonly Taken[] };

/** Letters taken at once: enough to keep the wire busy, few enough to end within their lease. */
const atOnce = 25;

/** Whether another letter of this contact can go now. */
const deliverOne = async (delivery: Delivery, letter: Taken): Promise<boolean> => {
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
  const reply = letter.say === 'ask' ? asked?.reply : letter.say;
  if (!reply) {
    await outbox.ended(letter, 'dropped', 'nothing to ask any more');
    return true;
  }
  const locale = asked?.locale ?? letter.locale ?? delivery.locale();
  return sendLetter(delivery, { channel, letter, reply, locale });
};

/**
 * Sends what waits in the outbox, of one contact or of all, in order for each contact, until nothing more is due;
 * `taken` are letters that need not be claimed. Returns how many were taken. Safe to run in any number of processes.
 */
export const createDeliver =
  (delivery: Delivery) =>
  async ({ taken = [], ...only }: Which = {}): Promise<number> => {
    let count = 0;
    for (let letters = taken; ; letters = []) {
      if (letters.length === 0)
        letters = await delivery.outbox.claim({ accounts: delivery.channels(), most: atOnce, ...only });
      if (letters.length === 0) return count;
      count += letters.length;
      const more = await Promise.all(letters.map((letter) => deliverOne(delivery, letter)));
      if (only.contact !== undefined && !more.includes(true)) return count;
    }
  };
