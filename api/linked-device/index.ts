import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '../../db/database.ts';
import { createLinkedDeviceStore } from '../../db/linked-device.ts';
import { LinkedDeviceUnreadable } from '../../db/linked-device-faults.ts';
import type { HealthBook } from '../../db/linked-device-health.ts';
import { createLinkedDeviceMessages } from '../../db/linked-device-messages.ts';
import type { Seal } from '../../db/sealed.ts';
import { faultOf, type Log } from '../log.ts';
import { createAuthState, isLinked } from './auth-state.ts';
import { createTally } from './health/tally.ts';
import { hushSignal } from './hushed-signal.ts';
import { createHearing } from './keeping/hearing.ts';
import { createKeeping } from './keeping/keeping.ts';
import { createMessageRows, type Taking } from './keeping/message-rows.ts';
import { openedMessage } from './keeping/opened-once.ts';
import { createUnopenedWatch, type Unopened } from './keeping/unopened.ts';
import { type Library, loadLibrary, type Socket } from './library.ts';
import type { Connection } from './open-socket.ts';
import { holdDevice, type LeaseTimes, leaseOf, leaseTimes } from './owning/ownership.ts';
import { createTelling } from './owning/telling.ts';
import { beginTerm, type Term, type TermEnd } from './owning/term.ts';
import { createTrouble } from './owning/trouble.ts';
import { byWholeName } from './whole-name.ts';

/** A device's surroundings. `account` is the channel's; `dice` gives 0 to 1; `times` and `baileys`, the client, are others in tests. */
export type LinkedDeviceParts = Omit<Connection, 'keeping'> &
  Pick<Taking, 'take' | 'failed'> & {
    database: Pick<Database, 'sql'>;
    seal: Seal;
    log: Log;
    account: string;
    health: HealthBook;
    now: () => Date;
    dice: () => number;
    /** Asks whoever wrote what nobody could open to send it again; `patience` is how long their phone is waited for (milliseconds). */
    sendAgain?: (what: Unopened) => Promise<unknown>;
    patience?: number;
    times?: LeaseTimes;
    baileys?: Library;
  };

/** The device while the service runs. `socket` is there while this process holds the device and is connected. */
export type LinkedDevice = {
  /** Looks once, and goes on looking. Gives what a person must do first, if anything. Throws `LinkedDeviceRefused`, `LinkedDeviceUnreadable`. */
  begin: () => Promise<string | undefined>;
  stop: () => Promise<void>;
  socket: () => Socket | undefined;
};

const channel = 'whatsapp-linked';

/** A message that never came again is too old to be answered by then. */
const openedDays = 2;

/** A number that has just been linked waits no longer for its service (milliseconds). */
const untilLinked = 3_000;

const unlinked =
  'No WhatsApp number is linked: run "npm run pendopo -- whatsapp pair". The service connects by itself then.';

/** What a look at the device finds: it can be used, another has it, nobody has linked it, or a person must act first. */
type Found = Term | 'held' | 'unlinked' | 'stopped';

/**
 * One process's part in the device: it stands by until the device is linked and free, uses it for as long as it is the one
 * owner, and stands by again.
 */
export const createLinkedDevice = (parts: LinkedDeviceParts): LinkedDevice => {
  const { database, seal, log, account, now, dice, times = leaseTimes } = parts;
  let names: Term['names'] = () => undefined;
  const lost = () => log.error({ event: 'linked-message-lost', channel });
  const keeping = createKeeping(createLinkedDeviceMessages(database, seal, account, openedMessage), lost);
  const rows = createMessageRows({
    take: async (inbound) => parts.take(await byWholeName(inbound, names())),
    failed: parts.failed,
    lost,
  });
  const tally = createTally(parts.health);
  const watch = createUnopenedWatch({
    log,
    now,
    ask: async (what) => parts.sendAgain?.(what),
    ...(parts.patience !== undefined && { wait: parts.patience }),
  });
  const hear = createHearing({ account, now, log, rows, keeping, tally, watch });
  const lease = leaseOf(database, account, times);
  const trouble = createTrouble({ now, dice });
  const telling = createTelling(parts.health);
  const ending = new AbortController();
  let term: Term | undefined;
  let life: Promise<void> = Promise.resolve();
  let unhush = () => {};

  const take = async (baileys: Library): Promise<Found> => {
    const hold = await holdDevice(lease, times);
    if (!hold) return 'held';
    try {
      const store = createLinkedDeviceStore(database, seal, account, hold.fence);
      await store.forget(openedMessage, openedDays);
      const begun = await beginTerm({
        baileys,
        hold,
        store,
        connection: { ...parts, keeping },
        log,
        trouble,
        telling,
        hear,
      });
      names = begun.names;
      return begun;
    } catch (error) {
      await hold.release();
      throw error;
    }
  };

  const look = async (baileys: Library): Promise<Found> => {
    const memory = createLinkedDeviceStore(database, seal, account);
    if (isLinked((await createAuthState(baileys, memory, () => {})).creds)) return take(baileys);
    telling.tell('unlinked');
    return 'unlinked';
  };

  /** A look of one that stands by: only a process that a person has just begun tries what has stopped. */
  const lookAgain = async (baileys: Library): Promise<Found> => {
    try {
      return (await telling.isStopped()) ? 'stopped' : await look(baileys);
    } catch (error) {
      log.warn({ event: 'linked-device-unseen', channel, ...faultOf(error) });
      if (error instanceof LinkedDeviceUnreadable) await telling.stopped('unreadable');
      return 'held';
    }
  };

  const waitAfter = (what: Exclude<Found, Term> | TermEnd): number => {
    if (what === 'unlinked') return Math.min(untilLinked, times.standby);
    const wait = times.standby * (1 + dice() / 4);
    return what === 'broken' ? Math.max(wait, trouble.failed(undefined).wait) : wait;
  };

  const live = async (baileys: Library, first: Found): Promise<void> => {
    let found = first;
    while (!ending.signal.aborted) {
      if (typeof found === 'object') term = found;
      const came = typeof found === 'object' ? await found.over : found;
      term = undefined;
      await sleep(waitAfter(came), undefined, { signal: ending.signal }).catch(() => {});
      if (!ending.signal.aborted) found = await lookAgain(baileys);
    }
    if (typeof found === 'object') {
      found.end();
      await found.over;
    }
  };

  return {
    begin: async () => {
      const baileys = parts.baileys ?? (await loadLibrary());
      unhush = hushSignal();
      try {
        const found = await look(baileys);
        if (typeof found === 'object') term = found;
        life = live(baileys, found);
        return found === 'unlinked' ? unlinked : undefined;
      } catch (error) {
        unhush();
        throw error;
      }
    },
    stop: async () => {
      ending.abort();
      term?.end();
      await life;
      await rows.end();
      await watch.end();
      await keeping.settled();
      await telling.settled();
      await tally.settled();
      unhush();
    },
    socket: () => term?.socket(),
  };
};
