import type { LinkedSocket } from '../../bot/channels/whatsapp-linked/send.ts';
import type { Database } from '../../db/database.ts';
import { createLinkedDeviceStore } from '../../db/linked-device.ts';
import { LinkedDeviceTaken } from '../../db/linked-device-faults.ts';
import type { Seal } from '../../db/sealed.ts';
import { faultOf, type Log } from '../log.ts';
import { type AuthState, createAuthState, isLinked } from './auth-state.ts';
import { createHearing } from './hearing.ts';
import { hushSignal } from './hushed-signal.ts';
import { type Library, LinkedDeviceRefused, loadLibrary, type Socket } from './library.ts';
import { createMessageRows, type Taking } from './message-rows.ts';
import { type Connection, endSocket, openSocket } from './open-socket.ts';
import { openedMessage } from './opened-once.ts';
import { codeOfClose, remedyForClose, stableAfter, waitBefore } from './remedy-for-close.ts';

/** A device's surroundings. `account` is the channel's; `dice` gives 0 to 1; `baileys` stands in for the real client in tests. */
export type LinkedDeviceParts = Connection &
  Pick<Taking, 'take' | 'failed'> & {
    database: Pick<Database, 'sql'>;
    seal: Seal;
    log: Log;
    account: string;
    now: () => Date;
    dice: () => number;
    baileys?: Library;
  };

/** The device while the service runs. `socket` is there while it is connected. */
export type LinkedDevice = {
  begin: () => Promise<void>;
  stop: () => Promise<void>;
  socket: () => LinkedSocket | undefined;
};

const channel = 'whatsapp-linked';

/** A message that never came again is too old to be answered by then. */
const openedDays = 2;

/** The one owner of the client: connects with the stored credentials, hands on what people say, and comes back after faults as the table of closes tells. */
export const createLinkedDevice = (parts: LinkedDeviceParts): LinkedDevice => {
  const { log, account, now } = parts;
  const store = createLinkedDeviceStore(parts.database, parts.seal, account);
  const rows = createMessageRows({
    take: parts.take,
    failed: parts.failed,
    lost: () => log.error({ event: 'linked-message-lost', channel }),
  });
  const hear = createHearing({ account, now, log, rows });
  let auth: AuthState | undefined;
  let socket: Socket | undefined;
  let isOpen = false;
  let ended = false;
  let failures = 0;
  let openedAt = 0;
  let timer: NodeJS.Timeout | undefined;
  let unhush = () => {};

  const end = (code: string) => {
    if (ended) return;
    ended = true;
    isOpen = false;
    clearTimeout(timer);
    log.error({ event: 'linked-device-stopped', channel, code });
    if (socket) void endSocket(socket);
  };

  const broken = (error: unknown) =>
    end(error instanceof LinkedDeviceTaken ? 'replaced' : faultOf(error).code);

  const closed = async (baileys: Library, error: unknown) => {
    isOpen = false;
    if (ended) return;
    const code = codeOfClose(error);
    const remedy = remedyForClose(code);
    if (remedy.do === 'stop') {
      end(remedy.why);
      await auth?.settled();
      if (remedy.wipe) await store.wipe().catch(() => {});
      return;
    }
    if (openedAt > 0 && now().getTime() - openedAt > stableAfter) failures = 0;
    openedAt = 0;
    if (remedy.when === 'at once') return connect(baileys);
    log.warn({ event: 'linked-device-closed', channel, code: String(code ?? 'network') });
    timer = setTimeout(() => connect(baileys), waitBefore(failures, parts.dice()));
    failures += 1;
  };

  const connect = (baileys: Library) => {
    if (ended || !auth) return;
    const state = auth;
    const own = openSocket(baileys, state, parts);
    socket = own;
    own.ev.on('creds.update', () => void state.save().catch(() => {}));
    own.ev.on('messages.upsert', (event) => hear(baileys, event));
    own.ev.on('connection.update', ({ connection, lastDisconnect, qr }) => {
      if (own !== socket) return;
      if (qr !== undefined) end('pair-again');
      if (connection === 'open') {
        isOpen = true;
        openedAt = now().getTime();
        log.info({ event: 'linked-device-open', channel });
      }
      if (connection === 'close') void closed(baileys, lastDisconnect?.error);
    });
  };

  return {
    begin: async () => {
      const baileys = parts.baileys ?? (await loadLibrary());
      unhush = hushSignal();
      try {
        auth = await createAuthState(baileys, store, broken);
        if (!isLinked(auth.creds))
          throw new LinkedDeviceRefused(
            'No WhatsApp number is linked: run "npm run pendopo -- whatsapp pair".',
          );
        await store.forget(openedMessage, openedDays);
      } catch (error) {
        unhush();
        throw error;
      }
      connect(baileys);
    },
    stop: async () => {
      ended = true;
      isOpen = false;
      clearTimeout(timer);
      if (socket) await endSocket(socket);
      await rows.end();
      await auth?.settled();
      unhush();
    },
    socket: () => (isOpen ? socket : undefined),
  };
};
