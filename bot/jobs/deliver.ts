import type { AnyChannel, Sent } from '../channels/channel.ts';
import { remedyFor } from '../channels/remedy.ts';
import { fit } from '../conversation/fit.ts';
import type { Address } from '../conversation/inbound.ts';
import type { Reply } from '../conversation/reply.ts';
import { translate } from '../i18n/translate.ts';
import type { Outbox, Taken } from '../ports.ts';

/** What delivering needs from the house. */
export type Delivery = {
  outbox: Outbox;
  channels: () => readonly AnyChannel[];
  /** The open question of a contact as it stands, for letters that only say "ask". */
  question: (to: Address) => Promise<{ reply: Reply; locale: string } | undefined>;
  /** Milliseconds to wait before sending to this contact. */
  pace: (contact: number, bulk: boolean) => number;
  wait: (milliseconds: number) => Promise<void>;
  locale: () => string;
  /** Told of letters that a person must look at; without any text. */
  alarm: (letter: { id: number; channel: string; failure: string; detail: string }) => void;
};

/** Of which contact and lane, if not of all. */
export type Which = { contact?: number; bulk?: boolean; taken?: readonly Taken[] };

/** Letters taken at once: enough to keep the wire busy, few enough to end within their lease. */
const atOnce = 25;

const sendAll = async (channel: AnyChannel, letter: Taken, reply: Reply, locale: string): Promise<Sent> => {
  const shown = fit(reply, channel.can, (text) => translate(locale, text));
  let last: Sent = { ok: true, id: undefined };
  for (const wire of channel.encode(letter.to, shown)) {
    last = await channel.send(wire);
    if (!last.ok) return last;
  }
  return last;
};

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
  await delivery.wait(delivery.pace(letter.contact, letter.bulk));

  const sent = await sendAll(channel, letter, reply, asked?.locale ?? letter.locale ?? delivery.locale());
  if (sent.ok) return outbox.sent(letter, sent.id, reply.about);
  const remedy = remedyFor(sent, letter.attempts);
  if (sent.failure === 'misconfigured' || remedy.kind === 'end')
    delivery.alarm({ id: letter.id, channel: channel.name, failure: sent.failure, detail: sent.detail });
  if (remedy.kind === 'end') {
    await outbox.ended(letter, remedy.state, sent.failure);
    return true;
  }
  if (remedy.pause) await outbox.pause(letter.to, remedy.seconds);
  await outbox.later(letter, remedy.seconds, sent.failure);
  return false;
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
