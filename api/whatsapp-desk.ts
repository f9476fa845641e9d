import type { Status } from '../bot/channels/channel.ts';
import type { Inbound } from '../bot/conversation/inbound.ts';
import type { LetterDesk } from './letter-desk.ts';

/** What a webhook of WhatsApp is read and answered with. */
export type WhatsAppDeskParts = {
  parse: (payload: unknown) => Inbound[];
  statuses: (payload: unknown) => Status[];
  desk: LetterDesk;
  /** Writes what became of messages of ours. */
  settle: (statuses: readonly Status[]) => Promise<unknown>;
  /** Marks a message as read and shows that we write. */
  seen: (message: string) => Promise<unknown>;
};

/** `again`: at least one part was not written; the parts that were have no second effect. */
export type WhatsAppDesk = {
  take: (payload: unknown) => Promise<{ kind: 'taken' | 'again'; after: Promise<unknown>[] }>;
};

const sender = ({ from }: Inbound): string => from.id;

/** The messages of each person, in the order they came. */
const byPerson = (messages: readonly Inbound[]): Inbound[][] => {
  const people = new Map<string, Inbound[]>();
  for (const message of messages) {
    const theirs = people.get(sender(message));
    if (theirs) theirs.push(message);
    else people.set(sender(message), [message]);
  }
  return [...people.values()];
};

/** Takes webhooks, which may hold messages of several people and what became of ours, in any order. */
export const createWhatsAppDesk = ({
  parse,
  statuses,
  desk,
  settle,
  seen,
}: WhatsAppDeskParts): WhatsAppDesk => ({
  take: async (payload) => {
    const after: Promise<unknown>[] = [];
    const inOrder = async (messages: readonly Inbound[]): Promise<boolean> => {
      for (const message of messages) {
        if (!message.identity) after.push(seen(message.id).catch(() => {}));
        const taken = await desk.take(message, message);
        if (taken.kind === 'again') return false;
        after.push(...taken.after);
      }
      return true;
    };
    const told = statuses(payload);
    const settled =
      told.length === 0
        ? true
        : await settle(told).then(
            () => true,
            () => false,
          );
    const heard = await Promise.all(byPerson(parse(payload)).map(inOrder));
    return { kind: settled && heard.every(Boolean) ? 'taken' : 'again', after };
  },
});
