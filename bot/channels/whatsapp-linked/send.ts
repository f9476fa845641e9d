import type { AnyMessageContent } from '@whiskeysockets/baileys';
import type { Failure, Files, Sent } from '../channel.ts';
import type { Wire } from './encode.ts';
import { messageContent } from './message-content.ts';

/** What sending needs of the client's socket. */
export type LinkedSocket = {
  sendMessage: (
    jid: string,
    content: AnyMessageContent,
  ) => Promise<{ key: { id?: string | null } } | undefined>;
};

/** While there is no connection nothing goes, and no letter's tries count: so many seconds until the next look. */
const reconnecting = 10;

/** The status that the client's own errors (Boom) carry. */
const statusOf = (error: unknown): number | undefined => {
  const status = (error as { output?: { statusCode?: unknown } } | null)?.output?.statusCode;
  return typeof status === 'number' ? status : undefined;
};

/** The client's refusals by meaning; where it does not say whether the message went out, nobody knows. */
export const failureOf = (status: number | undefined): Failure => {
  if (status === 401 || status === 403) return 'misconfigured';
  if (status === 404) return 'unreachable';
  if (status === 429) return 'throttled';
  return status === 400 || status === 406 ? 'rejected' : 'unknown';
};

const named = (error: unknown, status: number | undefined): string =>
  status === undefined ? (error instanceof Error ? error.name : 'fault') : `${status}`;

/** A file of ours that was not handed in is our fault and would be missing the next time too. */
const lacksFile = (wire: Wire, files: Files | undefined): boolean =>
  'media' in wire && !files?.has(wire.media);

/**
 * Sends one message by the socket that is open now. Done means that the client has handed it over and named it; whether
 * the server kept it is told later, by an event. Without a socket everything waits.
 */
export const createSend =
  (socketOf: () => LinkedSocket | undefined) =>
  async (wire: Wire, files?: Files): Promise<Sent> => {
    const socket = socketOf();
    if (!socket)
      return { ok: false, failure: 'throttled', retryAfter: reconnecting, detail: 'not connected' };
    if (lacksFile(wire, files)) return { ok: false, failure: 'rejected', detail: 'no file' };
    try {
      const message = await socket.sendMessage(wire.jid, messageContent(wire, files));
      const id = message?.key.id;
      return id ? { ok: true, id } : { ok: false, failure: 'unknown', detail: 'no id' };
    } catch (error) {
      const status = statusOf(error);
      const failure = failureOf(status);
      const detail = named(error, status);
      return { ok: false, failure, detail, ...(failure === 'throttled' && { retryAfter: 60 }) };
    }
  };
