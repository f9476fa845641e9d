import { sendInOrder, wiresOf } from '../bot/answer.ts';
import type { AnyChannel } from '../bot/channels/channel.ts';
import { fit } from '../bot/conversation/fit.ts';
import { type Inbound, isRecorded } from '../bot/conversation/inbound.ts';
import { say, type Text } from '../bot/conversation/reply.ts';
import type { Handle, Handled } from '../bot/handle.ts';
import { translate } from '../bot/i18n/translate.ts';
import type { Taken } from '../bot/ports.ts';
import { type Failed, failuresMost } from '../db/dead-updates.ts';
import { within } from './within.ts';

/** What a desk that answers by letters needs of the house. */
export type LetterDeskParts = {
  channel: AnyChannel;
  handle: Handle;
  keyOf: (inbound: Inbound) => string;
  /** Sends what waits for a contact, soon; `taken` is ours to send already. */
  deliver: (what: { contact: number; taken: readonly Taken[] }) => Promise<unknown>;
  /** Tells others what happened to reports, soon. */
  announce: () => Promise<unknown>;
  /** Sends whatever waits for anybody. */
  sweep: () => Promise<unknown>;
  /** Fetches and cleans photos that are wanted. */
  media: () => Promise<unknown>;
  /** Counts a failure, and tells whether the message is set aside. */
  failed: (key: string, inbound: Inbound, error: unknown, payload: unknown) => Promise<Failed>;
  isDatabaseAway: (error: unknown) => boolean;
};

/** What became of a message: committed, with what goes on behind it; or not written, and to be given again. */
export type TakenMessage = { kind: 'taken'; after: Promise<unknown>[] } | { kind: 'again' };

export type LetterDesk = {
  take: (inbound: Inbound, payload: unknown) => Promise<TakenMessage>;
  /** Sets a message aside that was begun too often already. False when it could not. */
  giveUp: (inbound: Inbound, error: unknown, payload: unknown) => Promise<boolean>;
};

/** A database that takes a connection and says nothing would hold the caller for ever; the platform asks again (milliseconds). */
const patience = 10_000;

/** A task that goes on behind the answer: it may fail before anybody waits for it. */
const behind = (task: Promise<unknown>): Promise<unknown> => {
  task.catch(() => {});
  return task;
};

/** Takes messages of a channel whose answers are letters: whoever gives one may forget it once it is taken. What is secret is said at once instead, and kept nowhere. */
export const createLetterDesk = (parts: LetterDeskParts): LetterDesk => {
  const { channel } = parts;

  const afterwards = (handled: Handled, inbound: Inbound): Promise<unknown>[] => [
    ...(handled.secret ? [behind(sendInOrder(wiresOf(handled, inbound, channel), channel.send))] : []),
    ...(handled.letters
      ? [behind(parts.deliver({ contact: handled.session.contact.id, taken: handled.taken }))]
      : []),
    ...(handled.news ? [behind(parts.announce())] : []),
    ...(handled.writes ? [behind(parts.sweep())] : []),
    ...(isRecorded(inbound.content) ? [behind(parts.media())] : []),
  ];

  const apologise = async ({ from }: Inbound): Promise<void> => {
    const speak = (text: Text) => translate('id', text);
    for (const wire of channel.encode(from, fit({ text: say('trouble') }, channel.can, speak)))
      await channel.send(wire);
  };

  /** Set aside after the fifth failure, with an apology to whoever wrote (a former number may be somebody else's); before that the platform gives it again. */
  const failed = async (
    key: string,
    inbound: Inbound,
    error: unknown,
    payload: unknown,
  ): Promise<TakenMessage> => {
    if (parts.isDatabaseAway(error)) return { kind: 'again' };
    const came = await parts.failed(key, inbound, error, payload).catch((): Failed => 'again');
    if (came === 'again') return { kind: 'again' };
    const mayApologise = came === 'aside' && !inbound.identity;
    return { kind: 'taken', after: mayApologise ? [behind(apologise(inbound))] : [] };
  };

  return {
    take: async (inbound, payload) => {
      const key = parts.keyOf(inbound);
      try {
        const handled = await within(parts.handle(inbound, key), patience);
        return handled ? { kind: 'taken', after: afterwards(handled, inbound) } : { kind: 'again' };
      } catch (error) {
        return failed(key, inbound, error, payload);
      }
    },

    giveUp: async (inbound, error, payload) => {
      for (let counted = 0; counted < failuresMost; counted++)
        if ((await failed(parts.keyOf(inbound), inbound, error, payload)).kind === 'taken') return true;
      return false;
    },
  };
};
