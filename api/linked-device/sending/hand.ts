import type { AnyMessageContent } from '@whiskeysockets/baileys';
import { HeldBack, type LinkedSocket } from '../../../bot/channels/whatsapp-linked/send.ts';
import { createGate } from '../../../bot/jobs/gate.ts';
import type { Clock } from '../../../bot/ports.ts';
import { within } from '../../within.ts';
import type { Socket } from '../library.ts';
import type { Ack, Acknowledgements } from './acknowledgements.ts';
import type { Allowance } from './allowance.ts';
import { hesitation } from './hesitation.ts';
import type { Marks } from './marks.ts';

/** What a hand needs. `dice` gives 0 to 1. */
export type HandParts = {
  socketOf: () => Pick<Socket, 'sendMessage' | 'assertSessions'> | undefined;
  allowance: Pick<Allowance, 'take'>;
  acks: Pick<Acknowledgements, 'expect' | 'forget'>;
  marks: Pick<Marks, 'note'>;
  idOf: (content: AnyMessageContent, letter: string | undefined) => string;
  dice: () => number;
  wait: (milliseconds: number) => Promise<void>;
  clock: Clock;
};

/** WhatsApp's refusal, with its code where the client's own errors carry theirs. */
class Refused extends Error {
  readonly output: { statusCode: number };
  constructor(statusCode: number) {
    super('refused');
    this.output = { statusCode };
  }
}

/** Nobody knows whether a message arrived: no word came, or the connection ended. */
class NotAcknowledged extends Error {
  override readonly name = 'NotAcknowledged';
}

/** So long one may wait for those before it, and for the server's word; a file must get there first. All of it falls within a letter's lease (milliseconds). */
const longestQueue = 5_000;
const patience = 10_000;
const patienceWithFile = 120_000;

/** Seconds after which what found no place tries again. */
const soon = 1;

/** A session that is no more: with a new one the same message may be taken. */
const staleSession = 479;

const hasFile = (content: AnyMessageContent): boolean =>
  'image' in content || 'video' in content || 'audio' in content;

/**
 * The hand that writes on the linked device: one message after another, each after a little while, each done when WhatsApp's
 * server has it. So the message behind one that is refused has not gone yet, and people get theirs in order.
 */
export const createHand = (parts: HandParts): LinkedSocket => {
  const { socketOf, allowance, acks, marks, idOf, dice, wait, clock } = parts;
  const gate = createGate(1);

  const openSocket = () => {
    const socket = socketOf();
    if (!socket) throw new HeldBack('not connected', soon);
    return socket;
  };
  const told = async (
    jid: string,
    content: AnyMessageContent,
    how: { messageId: string; useUserDevicesCache?: boolean },
  ): Promise<Ack> => {
    const socket = openSocket();
    const word = acks.expect(how.messageId, socket);
    try {
      const handedOver = socket.sendMessage(jid, content, how);
      const both = Promise.all([word, handedOver]);
      const [ack] = (await within(both, hasFile(content) ? patienceWithFile : patience)) ?? [];
      if (ack === undefined || ack === 'lost') throw new NotAcknowledged();
      return ack;
    } finally {
      acks.forget(how.messageId);
    }
  };
  const writeAnew = async (jid: string, content: AnyMessageContent, messageId: string): Promise<Ack> => {
    await openSocket().assertSessions([jid], true);
    return told(jid, content, { messageId, useUserDevicesCache: false });
  };

  return {
    sendMessage: (jid, content, { letter } = {}) => {
      const since = clock.now().getTime();
      return gate(async () => {
        if (clock.now().getTime() - since > longestQueue) throw new HeldBack('busy', soon);
        openSocket();
        await wait(hesitation(content, dice()));
        await allowance.take();
        const messageId = idOf(content, letter);
        marks.note(messageId, letter);
        const first = await told(jid, content, { messageId });
        const ack = first.code === staleSession ? await writeAnew(jid, content, messageId) : first;
        if (ack.code !== undefined) throw new Refused(ack.code);
        return { key: { id: messageId } };
      });
    },
  };
};
