import type { UserFacingSocketConfig } from '@whiskeysockets/baileys';

type MakeRepository = NonNullable<UserFacingSocketConfig['makeSignalRepository']>;

/**
 * The client's encryption, with sessions kept that are good. On its first message to somebody in each connection the client
 * puts a new session in the place of the one it has; what that person wrote meanwhile is sealed by the old one, and trying it
 * on the new one spoils that (libsignal steps the ratchet before it checks the code): then neither side can open anything. It
 * does so while it sends, which is one change of keys; a session that a phone could not open is renewed outside of one.
 */
export const keepingSessions =
  (make: MakeRepository): MakeRepository =>
  (auth, logger, pnToLid) => {
    const repository = make(auth, logger, pnToLid);
    const { keys } = auth;
    if (!('isInTransaction' in keys)) return repository;
    return {
      ...repository,
      injectE2ESession: async (given) => {
        if (keys.isInTransaction() && (await repository.validateSession(given.jid)).exists) return;
        await repository.injectE2ESession(given);
      },
    };
  };
