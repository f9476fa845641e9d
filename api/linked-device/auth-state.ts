import type {
  AuthenticationCreds,
  SignalDataSet,
  SignalDataTypeMap,
  SignalKeyStore,
} from '@whiskeysockets/baileys';
import type { KeyChanges, LinkedDeviceStore } from '../../db/linked-device.ts';
import { LinkedDeviceUnreadable } from '../../db/linked-device-faults.ts';
import type { Library } from './library.ts';

/** What the client knows itself by, kept in the store. `save` writes what the client has changed; `settled` waits for writes under way. */
export type AuthState = {
  creds: AuthenticationCreds;
  keys: SignalKeyStore;
  save: () => Promise<void>;
  settled: () => Promise<void>;
};

/** Linked, and not only about to be: the phone has signed this device. */
export const isLinked = ({ account, me }: AuthenticationCreds): boolean =>
  account !== undefined && me !== undefined;

/**
 * The client's credentials and keys on the store. Keys go together with the credentials as they then are, in one
 * transaction, for half of either is a device that nobody can write to. `broken` is told when the store can no longer be
 * trusted; the device must then end. Throws `LinkedDeviceUnreadable`, never begins as somebody new by mistake.
 */
export const createAuthState = async (
  baileys: Library,
  store: LinkedDeviceStore,
  broken: (error: unknown) => void,
): Promise<AuthState> => {
  const { BufferJSON, initAuthCreds, proto } = baileys;
  const written = (value: unknown): string => JSON.stringify(value, BufferJSON.replacer);
  const read = (what: string, json: string) => {
    try {
      return JSON.parse(json, BufferJSON.reviver);
    } catch (error) {
      throw new LinkedDeviceUnreadable(what, error);
    }
  };

  let saved = await store.credentials();
  const creds: AuthenticationCreds = saved === undefined ? initAuthCreds() : read('credentials', saved);
  let pending: Promise<unknown> = Promise.resolve();

  const guarded = <T>(work: Promise<T>): Promise<T> => {
    pending = Promise.allSettled([pending, work]);
    work.catch(broken);
    return work;
  };

  const write = async (keys?: KeyChanges): Promise<void> => {
    const now = written(creds);
    const before = saved;
    if (now === before && !keys) return;
    saved = now;
    try {
      await store.write({ ...(now !== before && { credentials: now }), ...(keys && { keys }) });
    } catch (error) {
      if (saved === now) saved = before;
      throw error;
    }
  };

  const get = async <T extends keyof SignalDataTypeMap>(type: T, ids: string[]) => {
    const found = await store.keys(type, ids);
    const values: { [id: string]: SignalDataTypeMap[T] } = {};
    for (const [id, json] of found) {
      const value = read('keys', json);
      values[id] =
        type === 'app-state-sync-key' ? proto.Message.AppStateSyncKeyData.fromObject(value) : value;
    }
    return values;
  };

  const changesOf = (data: SignalDataSet): KeyChanges =>
    Object.fromEntries(
      Object.entries(data).map(([type, byId]) => [
        type,
        Object.fromEntries(
          Object.entries(byId ?? {}).map(([id, value]) => [
            id,
            value === null || value === undefined ? null : written(value),
          ]),
        ),
      ]),
    );

  return {
    creds,
    keys: {
      get: (type, ids) => guarded(get(type, ids)),
      set: (data) => guarded(write(changesOf(data))),
    },
    save: () => guarded(write()),
    settled: async () => {
      await pending;
    },
  };
};
