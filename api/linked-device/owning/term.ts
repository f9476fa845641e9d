import type { LinkedDeviceStore } from '../../../db/linked-device.ts';
import { LinkedDeviceTaken, LinkedDeviceUnreadable } from '../../../db/linked-device-faults.ts';
import { faultOf, type Log } from '../../log.ts';
import { type AuthState, createAuthState, isLinked } from '../auth-state.ts';
import type { Library, Socket } from '../library.ts';
import { type Connection, changesWritten, endSocket, openSocket } from '../open-socket.ts';
import type { NamePairs } from '../whole-name.ts';
import type { Hold } from './ownership.ts';
import { codeOfClose, remedyForClose } from './remedy-for-close.ts';
import type { Telling } from './telling.ts';
import type { Trouble } from './trouble.ts';

/**
 * Why a process lets the device go. `lost`: another may have it. `ended`: the process ends. `broken`: the memory failed, so
 * what the client knows is read anew. `stopped`: a person must act. `unlinked`: there was nothing to connect with.
 */
export type TermEnd = 'lost' | 'ended' | 'broken' | 'stopped' | 'unlinked';

/** The device in use by the process that holds it, from the first connection to letting it go. */
export type Term = {
  socket: () => Socket | undefined;
  /** What the client knows of people's names, open or not. */
  names: () => NamePairs | undefined;
  end: () => void;
  /** Known once nothing is sent or written any more and the lease is free. */
  over: Promise<TermEnd>;
};

export type TermParts = {
  baileys: Library;
  hold: Hold;
  /** Under the fence of the hold. */
  store: LinkedDeviceStore;
  connection: Connection;
  log: Log;
  trouble: Trouble;
  telling: Telling;
  hear: (baileys: Library, event: { messages: readonly unknown[] }) => void;
};

const channel = 'whatsapp-linked';

/** How a term is to end; `why` stands in the log, and in the book too where WhatsApp gave no code. */
type Ending =
  | { end: Exclude<TermEnd, 'stopped'> }
  | { end: 'stopped'; why: string; code?: number | undefined; wipe?: boolean };

const endingFor = (error: unknown): Ending => {
  if (error instanceof LinkedDeviceTaken) return { end: 'lost' };
  return error instanceof LinkedDeviceUnreadable ? { end: 'stopped', why: 'unreadable' } : { end: 'broken' };
};

/** Connects under a lease, hands on what people say, and comes back after faults as the table of closes tells. Throws `LinkedDeviceUnreadable`. */
export const beginTerm = async ({
  baileys,
  hold,
  store,
  connection,
  log,
  trouble,
  telling,
  hear,
}: TermParts): Promise<Term> => {
  const over = Promise.withResolvers<TermEnd>();
  let auth: AuthState | undefined;
  let socket: Socket | undefined;
  let isOpen = false;
  let ended = false;
  let timer: NodeJS.Timeout | undefined;

  const finish = async (ending: Ending) => {
    if (socket && ending.end === 'ended') await changesWritten(socket);
    if (socket) await endSocket(socket).catch(() => {});
    if (socket) await changesWritten(socket);
    await auth?.settled();
    if (ending.end === 'stopped') {
      if (ending.wipe) await store.wipe().catch(() => {});
      await telling.stopped(String(ending.code ?? ending.why));
    }
    await hold.release();
    over.resolve(ending.end);
  };

  const end = (ending: Ending) => {
    if (ended) return;
    ended = true;
    isOpen = false;
    clearTimeout(timer);
    if (ending.end === 'stopped') log.error({ event: 'linked-device-stopped', channel, code: ending.why });
    if (ending.end === 'lost') log.warn({ event: 'linked-device-lost', channel });
    void finish(ending);
  };

  const broken = (error: unknown) => {
    const ending = endingFor(error);
    if (!ended && ending.end === 'broken')
      log.error({ event: 'linked-device-broken', channel, ...faultOf(error) });
    end(ending);
  };

  const comeBack = (state: AuthState, code: number | undefined) => {
    const { wait, failures, isBroken, alarm } = trouble.failed(code);
    const why = String(code ?? 'network');
    log.warn({ event: 'linked-device-closed', channel, code: why });
    if (alarm) log.error({ event: 'linked-device-alarm', channel, code: alarm });
    telling.tell('waiting', isBroken ? 'breaker' : why, failures);
    timer = setTimeout(() => void again(state), wait);
  };

  /** What says that the device is taken or gone counts only from the owner's own connection: one that another has replaced hears it too. */
  const closed = async (state: AuthState, error: unknown) => {
    isOpen = false;
    if (ended) return;
    const code = codeOfClose(error);
    const remedy = remedyForClose(code);
    if (remedy.do === 'stop')
      return end(
        (await hold.isOurs())
          ? { end: 'stopped', why: remedy.why, wipe: remedy.wipe, code }
          : { end: 'lost' },
      );
    if (remedy.when === 'at once' && trouble.mayRestart()) void again(state);
    else comeBack(state, code);
  };

  const again = async (state: AuthState) => {
    if (socket) await changesWritten(socket);
    if (ended) return;
    telling.reconnecting();
    connect(state);
  };

  const connect = (state: AuthState) => {
    telling.tell('connecting', undefined, trouble.failures());
    const own = openSocket(baileys, state, connection);
    socket = own;
    own.ev.on('creds.update', () => void state.save().catch(() => {}));
    own.ev.on('messages.upsert', (event) => hear(baileys, event));
    own.ev.on('connection.update', ({ connection: now, lastDisconnect, qr }) => {
      if (own !== socket || ended) return;
      if (qr !== undefined) end({ end: 'stopped', why: 'pair-again' });
      if (now === 'open') {
        isOpen = true;
        trouble.opened();
        telling.tell('open');
        log.info({ event: 'linked-device-open', channel, id: hold.fence });
      }
      if (now === 'close') void closed(state, lastDisconnect?.error);
    });
  };

  auth = await createAuthState(baileys, store, broken);
  hold.lost.addEventListener('abort', () => end({ end: 'lost' }));
  if (hold.lost.aborted) end({ end: 'lost' });
  else if (isLinked(auth.creds)) connect(auth);
  else end({ end: 'unlinked' });
  return {
    socket: () => (isOpen ? socket : undefined),
    names: () => socket?.signalRepository.lidMapping,
    end: () => end({ end: 'ended' }),
    over: over.promise,
  };
};
