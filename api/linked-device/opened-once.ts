import { createHash } from 'node:crypto';
import type { SignalDataTypeMap, UserFacingSocketConfig } from '@whiskeysockets/baileys';

type MakeRepository = NonNullable<UserFacingSocketConfig['makeSignalRepository']>;
type Repository = ReturnType<MakeRepository>;
type Sealed = Parameters<Repository['decryptMessage']>[0];

/** The client knows no such keys, and hands them on to the store all the same. */
export const openedMessage = 'opened-message';
const kind = openedMessage as string as keyof SignalDataTypeMap;

const nameOf = ({ jid, ciphertext }: Sealed): string =>
  createHash('sha256').update(jid).update(ciphertext).digest('base64');

/**
 * The client's encryption, with what it opened kept until the message has been ticked off. A message opens only once, and
 * the client drops what it has opened when the connection ends before the tick: WhatsApp then sends the message again, and
 * nobody could read it. So it is written down in the transaction that uses up its key, read from there when it comes
 * again, and taken away with the next message, for the client handles one after another. Once the connection has
 * ended nothing is opened any more: it comes again on the next one.
 */
export const openingOnce =
  (make: MakeRepository, isOpen: () => boolean): MakeRepository =>
  (auth, logger, pnToLid) => {
    const repository = make(auth, logger, pnToLid);
    const { keys } = auth;
    if (!('transaction' in keys)) return repository;
    let last: string | undefined;

    const open = (sealed: Sealed, name: string): Promise<Uint8Array> =>
      keys.transaction(async () => {
        const bytes = await repository.decryptMessage(sealed);
        await keys.set({
          [kind]: { [name]: bytes, ...(last !== undefined && last !== name && { [last]: null }) },
        });
        return bytes;
      }, sealed.jid);

    const decryptMessage: Repository['decryptMessage'] = async (sealed) => {
      if (!isOpen()) return new Promise(() => {});
      const name = nameOf(sealed);
      try {
        return await open(sealed, name);
      } catch (error) {
        const { [name]: opened } = await keys.get(kind, [name]);
        if (!(opened instanceof Uint8Array)) throw error;
        return opened;
      } finally {
        last = name;
      }
    };

    return { ...repository, decryptMessage };
  };
