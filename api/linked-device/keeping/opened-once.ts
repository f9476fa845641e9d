import { createHash } from 'node:crypto';
import type { SignalDataTypeMap, UserFacingSocketConfig } from '@whiskeysockets/baileys';
import { oneChangeAtATime } from './one-change-at-a-time.ts';

type MakeRepository = NonNullable<UserFacingSocketConfig['makeSignalRepository']>;
type Repository = ReturnType<MakeRepository>;

/** The client knows no such keys, and hands them on to the store all the same. */
export const openedMessage = 'opened-message';
const kind = openedMessage as string as keyof SignalDataTypeMap;

/** Under what name a sealed message lies opened. */
export const openedName = (ciphertext: Uint8Array): string =>
  createHash('sha256').update(ciphertext).digest('base64');

/**
 * The client's encryption, with what it opened kept until the message has been decided. A message opens only once: what is
 * given to the client again, after a kill or because its tick was lost, nobody could read. So what `isKept` is written down in
 * the transaction that uses up its key, and read from there when it comes again. Once the connection has ended, or when
 * nothing can be written, nothing is opened any more: it comes again on the next one.
 */
export const openingOnce =
  (make: MakeRepository, isOpen: () => boolean, isKept: (name: string) => boolean): MakeRepository =>
  (auth, logger, pnToLid) => {
    const repository = make(auth, logger, pnToLid);
    const { keys } = auth;
    if (!('transaction' in keys)) return repository;
    oneChangeAtATime(keys);
    const never = () => new Promise<never>(() => {});

    const openedBefore = async (name: string): Promise<Uint8Array | undefined> => {
      const { [name]: bytes } = await keys.get(kind, [name]);
      return bytes instanceof Uint8Array ? bytes : undefined;
    };

    const decryptMessage: Repository['decryptMessage'] = async (sealed) => {
      if (!isOpen()) return never();
      const name = openedName(sealed.ciphertext);
      if (!isKept(name)) return repository.decryptMessage(sealed);
      let isOpened = false;
      try {
        return await keys.transaction(async () => {
          const bytes = await repository.decryptMessage(sealed);
          isOpened = true;
          await keys.set({ [kind]: { [name]: bytes } });
          return bytes;
        }, sealed.jid);
      } catch (error) {
        const bytes = await (isOpened ? never() : openedBefore(name).catch(never));
        if (!bytes) throw error;
        return bytes;
      }
    };

    return { ...repository, decryptMessage };
  };
