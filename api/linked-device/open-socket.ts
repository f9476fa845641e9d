import type { BinaryNode, proto } from '@whiskeysockets/baileys';
import { within } from '../within.ts';
import type { AuthState } from './auth-state.ts';
import type { Keeping } from './keeping/keeping.ts';
import { keepingSessions } from './keeping/kept-sessions.ts';
import { openingOnce } from './keeping/opened-once.ts';
import type { Stanza } from './keeping/stanza.ts';
import { createLine } from './keeping/stored-first.ts';
import type { Library, Socket } from './library.ts';
import type { SaidAgain } from './sent-text.ts';
import { silentLog } from './silent-log.ts';

/**
 * How the client connects: `url` only where it is not WhatsApp's own; `sentText` what we said in a message, so that a phone which
 * could not open it gets it again; `keeping` where messages that come are kept, which is nowhere while a device is only linked;
 * `watch` is shown each socket as it opens.
 */
export type Connection = {
  url?: string | undefined;
  sentText: (jid: string, id: string) => Promise<SaidAgain | undefined>;
  keeping?: Keeping;
  watch?: (socket: Socket) => void;
};

type Listener = (node: BinaryNode) => Promise<void>;

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
 * Waits for the changes of keys that a connection has under way: what a phone has been sent and this device has not written
 * down is a person whose next messages nobody can open.
 */
export const changesWritten = async ({ authState: { keys } }: Socket): Promise<void> => {
  await within(
    keys.transaction(async () => {}, 'end'),
    answerWithin,
  );
};

/**
 * What the client does on something that came fails when the connection ends in the same moment, and it catches only some
 * of that: one failure that nobody caught would end the whole service. `instead` may come between what comes and the client.
 */
const catchFailures = (
  { ws }: Socket,
  instead: (name: string, listener: Listener) => Listener = (_, listener) => listener,
): void => {
  for (const name of ws.eventNames()) {
    if (typeof name !== 'string' || !name.startsWith('CB:')) continue;
    const listeners = ws.rawListeners(name);
    ws.removeAllListeners(name);
    for (const listener of listeners)
      ws.on(
        name,
        instead(name, async (node) => {
          try {
            await listener.call(ws, node);
          } catch {
            // The connection is ending: what was not ticked off comes again.
          }
        }),
      );
  }
};

/** Puts what is written down first between the connection and the client. */
const lineOf = (
  baileys: Library,
  auth: AuthState,
  socket: Socket,
  keeping: Keeping,
): ((listener: Listener) => Listener) => {
  const own = () => [auth.creds.me?.id, auth.creds.me?.lid];
  const tick = ({ node, id }: Stanza) =>
    socket.sendReceipt(node.attrs.from ?? '', undefined, [id], 'inactive');
  return (give) => {
    const line = createLine({ baileys, keeping, own, give, tick, end: (why) => void socket.end(why) });
    socket.ev.on('connection.update', ({ connection }) => {
      if (connection === 'open') line.open();
    });
    socket.registerSocketEndHandler(async () => line.close());
    return async (node) => line.came(node);
  };
};

const messageOf = (said: SaidAgain): proto.IMessage => {
  if (typeof said === 'string') return { extendedTextMessage: { text: said } };
  const { lat: degreesLatitude, lon: degreesLongitude, name } = said;
  return { locationMessage: { degreesLatitude, degreesLongitude, ...(name !== undefined && { name }) } };
};

/**
 * Opens a connection. History is not read, groups are not decrypted, links are not looked at, the number is not shown as
 * online, and our own messages do not come back. What the client still holds when a connection ends is handed over first, and
 * one that a proxy refuses ends, which the client by itself never notices.
 */
export const openSocket = (
  baileys: Library,
  auth: AuthState,
  { url, sentText, keeping, watch }: Connection,
): Socket => {
  const { makeSignalRepository } = baileys.DEFAULT_CONNECTION_CONFIG;
  const socket: Socket = baileys.makeWASocket({
    makeSignalRepository: openingOnce(
      keepingSessions(makeSignalRepository),
      () => socket.ws.isOpen,
      (name) => keeping?.isKept(name) ?? false,
    ),
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
      const said = remoteJid && id ? await sentText(remoteJid, id) : undefined;
      return said === undefined ? undefined : messageOf(said);
    },
  });
  const stored = keeping && lineOf(baileys, auth, socket, keeping);
  catchFailures(socket, (name, listener) => (stored && name === 'CB:message' ? stored(listener) : listener));
  socket.ws.on('unexpected-response', () => void socket.end(new Error('WebSocket Error (refused)')));
  socket.registerSocketEndHandler(async () => {
    socket.ev.flush();
  });
  watch?.(socket);
  return socket;
};
