import { setTimeout as sleep } from 'node:timers/promises';
import type { LinkedDeviceStore } from '../../db/linked-device.ts';
import { createAuthState, isLinked } from './auth-state.ts';
import { hushSignal } from './hushed-signal.ts';
import type { Library } from './library.ts';
import { endSocket, openSocket } from './open-socket.ts';
import { codeOfClose, remedyForClose, type StopReason } from './owning/remedy-for-close.ts';

/** What came of pairing. `timeout`: nobody scanned; `unreachable`: WhatsApp did not answer at all. */
export type Paired = 'linked' | 'already-linked' | 'timeout' | 'unreachable' | 'stopped' | StopReason;

/** `phone` in digits asks for a code to type instead of a QR; `again` forgets an earlier link; `show` is told each new QR text or code. */
export type Pairing = {
  baileys: Library;
  store: LinkedDeviceStore;
  url?: string | undefined;
  phone?: string | undefined;
  again?: boolean;
  show: (what: { qr: string } | { code: string }) => void;
  stopped: AbortSignal;
};

/** The client makes its own session right after it has opened; it must be kept too (milliseconds). */
const afterOpening = 1_000;

type Turn = Paired | 'again';

/**
 * Links this installation to a phone's WhatsApp and ends: it takes no messages meanwhile, the service does. Right after the
 * scan WhatsApp closes the connection once (515), and the link counts from the next one on.
 */
export const pairDevice = async (pairing: Pairing): Promise<Paired> => {
  const { baileys, store, stopped } = pairing;
  const unhush = hushSignal();
  try {
    if (pairing.again) await store.wipe();
    const first = await createAuthState(baileys, store, () => {});
    if (isLinked(first.creds)) return 'already-linked';
    await store.wipe();
    let fault: unknown;
    const auth = await createAuthState(baileys, store, (error) => {
      fault ??= error;
    });
    for (;;) {
      const turn = await connectOnce(pairing, auth);
      if (turn === 'linked') await sleep(afterOpening);
      await auth.settled();
      if (fault) throw fault;
      if (turn !== 'again') return turn;
      if (stopped.aborted) return 'stopped';
    }
  } finally {
    unhush();
  }
};

const connectOnce = async (
  { baileys, url, phone, show, stopped }: Pairing,
  auth: Awaited<ReturnType<typeof createAuthState>>,
): Promise<Turn> => {
  const socket = openSocket(baileys, auth, { url, sentText: async () => undefined });
  const { promise, resolve } = Promise.withResolvers<Turn>();
  const stop = () => resolve('stopped');
  stopped.addEventListener('abort', stop, { once: true });
  let shown = false;
  socket.ev.on('creds.update', () => void auth.save().catch(() => {}));
  socket.ev.on('connection.update', ({ connection, qr, lastDisconnect }) => {
    if (qr !== undefined && phone === undefined) show({ qr });
    if (qr !== undefined && phone !== undefined && !shown)
      socket.requestPairingCode(phone).then(
        (code) => show({ code }),
        () => resolve('unreachable'),
      );
    shown ||= qr !== undefined;
    if (connection === 'open') resolve('linked');
    if (connection !== 'close') return;
    const remedy = remedyForClose(codeOfClose(lastDisconnect?.error));
    if (remedy.do === 'stop') resolve(remedy.why);
    else if (remedy.when === 'at once') resolve('again');
    else resolve(shown ? 'timeout' : 'unreachable');
  });
  try {
    return await promise;
  } finally {
    stopped.removeEventListener('abort', stop);
    await auth.settled();
    await endSocket(socket);
  }
};
