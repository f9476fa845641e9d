import type { AnyMessageContent } from '@whiskeysockets/baileys';
import type { Failure, Files, Sent } from '../channel.ts';
import type { Wire } from './encode.ts';
import { messageContent } from './message-content.ts';

/** What sending needs of the client's socket. `letter`: which letter of ours it is; the client itself makes nothing of that. */
export type LinkedSocket = {
  sendMessage: (
    jid: string,
    content: AnyMessageContent,
    how?: { messageId?: string; letter?: string },
  ) => Promise<{ key: { id?: string | null } } | undefined>;
};

/** Nothing goes for so many seconds; `message` says why. The letter's tries do not count. */
export class HeldBack extends Error {
  readonly seconds: number;
  constructor(why: string, seconds: number) {
    super(why);
    this.seconds = seconds;
  }
}

/** While there is no connection nothing goes, and no letter's tries count: so many seconds until the next look. */
const reconnecting = 10;

/** The status that the client's own errors (Boom) carry. */
const statusOf = (error: unknown): number | undefined => {
  const status = (error as { output?: { statusCode?: unknown } } | null)?.output?.statusCode;
  return typeof status === 'number' ? status : undefined;
};

const rejections = new Set<number | undefined>([400, 406, 421, 479]);

/**
 * Refusals by meaning, the client's own and WhatsApp's in an acknowledgement (463: our account may not write to them now; 421
 * and 479: addressed wrongly, or under a session that is no more). Where nothing says whether the message went out, nobody knows.
 */
export const failureOf = (status: number | undefined): Failure => {
  if (status === 463) return 'restricted';
  if (status === 401 || status === 403) return 'misconfigured';
  if (status === 404) return 'unreachable';
  if (status === 429) return 'throttled';
  return rejections.has(status) ? 'rejected' : 'unknown';
};

const named = (error: unknown, status: number | undefined): string =>
  status === undefined ? (error instanceof Error ? error.name : 'fault') : `${status}`;

/** A file of ours that was not handed in is our fault and would be missing the next time too. */
const lacksFile = (wire: Wire, files: Files | undefined): boolean =>
  'media' in wire && !files?.has(wire.media);

/** Sends one message by the socket that is open now. Done means that it has done what it promises and named the message. Without a socket everything waits. */
export const createSend =
  (socketOf: () => LinkedSocket | undefined) =>
  async (wire: Wire, files?: Files): Promise<Sent> => {
    const socket = socketOf();
    if (!socket)
      return { ok: false, failure: 'throttled', retryAfter: reconnecting, detail: 'not connected' };
    if (lacksFile(wire, files)) return { ok: false, failure: 'rejected', detail: 'no file' };
    try {
      const how = wire.letter === undefined ? {} : { letter: wire.letter };
      const message = await socket.sendMessage(wire.jid, messageContent(wire, files), how);
      const id = message?.key.id;
      return id ? { ok: true, id } : { ok: false, failure: 'unknown', detail: 'no id' };
    } catch (error) {
      if (error instanceof HeldBack)
        return { ok: false, failure: 'throttled', retryAfter: error.seconds, detail: error.message };
      const status = statusOf(error);
      const failure = failureOf(status);
      const detail = named(error, status);
      return { ok: false, failure, detail, ...(failure === 'throttled' && { retryAfter: 60 }) };
    }
  };
