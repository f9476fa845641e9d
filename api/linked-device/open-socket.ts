import { within } from '../within.ts';
import type { AuthState } from './auth-state.ts';
import type { Library, Socket } from './library.ts';
import { openingOnce } from './opened-once.ts';
import { silentLog } from './silent-log.ts';

/** How the client connects: `url` only where it is not WhatsApp's own; `sentText` what we said in a message, so that a phone which could not open it gets it again. */
export type Connection = {
  url?: string | undefined;
  sentText: (jid: string, id: string) => Promise<string | undefined>;
};

const ofMany = /@(g\.us|broadcast|newsletter)$/;

/** A write of keys that fails is tried again a few times only: the connection must not hang on it for half a minute. */
const transactions = { maxCommitRetries: 3, delayBetweenTriesMs: 500 };

/**
 * How long one question to WhatsApp may wait for its answer. A message to somebody may take three, behind the wait for its
 * turn, and ends before the lease of its letter does: another would be sent beside it (milliseconds).
 */
const answerWithin = 6_000;

/** A server that has gone does not say goodbye, and the client would wait half a minute for it (milliseconds). */
const goodbye = 2_000;

/** Ends a connection, whether or not the other side answers; what the client still holds is handed over first. */
export const endSocket = async (socket: Socket): Promise<void> => {
  socket.ev.flush();
  await within(socket.end(undefined), goodbye);
};

/**
 * What the client does on something that came fails when the connection ends in the same moment, and it catches only some
 * of that: one failure that nobody caught would end the whole service.
 */
const catchFailures = ({ ws }: Socket): void => {
  for (const name of ws.eventNames()) {
    if (typeof name !== 'string' || !name.startsWith('CB:')) continue;
    const listeners = ws.rawListeners(name);
    ws.removeAllListeners(name);
    for (const listener of listeners)
      ws.on(name, async (...words: unknown[]) => {
        try {
          await listener.apply(ws, words);
        } catch {
          // The connection is ending: what was not ticked off comes again.
        }
      });
  }
};

/**
 * Opens a connection. History is not read, groups are not decrypted, links are not looked at, the number is not shown as
 * online, and our own messages do not come back. What the client still holds when a connection ends is handed over first, and
 * one that a proxy refuses ends, which the client by itself never notices.
 */
export const openSocket = (baileys: Library, auth: AuthState, { url, sentText }: Connection): Socket => {
  const { makeSignalRepository } = baileys.DEFAULT_CONNECTION_CONFIG;
  const socket: Socket = baileys.makeWASocket({
    makeSignalRepository: openingOnce(makeSignalRepository, () => socket.ws.isOpen),
    auth: { creds: auth.creds, keys: auth.keys },
    logger: silentLog,
    ...(url && { waWebSocketUrl: url }),
    syncFullHistory: false,
    shouldSyncHistoryMessage: () => false,
    generateHighQualityLinkPreview: false,
    markOnlineOnConnect: false,
    emitOwnEvents: false,
    countryCode: 'ID',
    defaultQueryTimeoutMs: answerWithin,
    transactionOpts: transactions,
    shouldIgnoreJid: (jid) => ofMany.test(jid),
    getMessage: async ({ remoteJid, id }) => {
      const text = remoteJid && id ? await sentText(remoteJid, id) : undefined;
      return text === undefined ? undefined : { extendedTextMessage: { text } };
    },
  });
  catchFailures(socket);
  socket.ws.on('unexpected-response', () => void socket.end(new Error('WebSocket Error (refused)')));
  socket.registerSocketEndHandler(async () => {
    socket.ev.flush();
  });
  return socket;
};
