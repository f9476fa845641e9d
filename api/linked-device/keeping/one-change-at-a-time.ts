import type { SignalKeyStoreWithTransaction } from '@whiskeysockets/baileys';

/** Who is known by which number: written beside what waits for it, and shared with no session. */
const apart = new Set(['lid-mapping']);

const everything = 'every session';

/**
 * Lets all changes of a client's keys go one after another. The client locks a message that it sends by our own name and one
 * that it opens by the name of its sender, so that both can change the session with one person at the same time. What is
 * more, libsignal lets everything that concerns one person wait in one row and runs the row as part of the first one's
 * transaction, which may have ended: what the later one writes is lost, and what comes next cannot be opened any more. A change
 * waits for answers of WhatsApp only, never for another message to be taken, so that the line goes on.
 */
export const oneChangeAtATime = (keys: SignalKeyStoreWithTransaction): void => {
  const { transaction } = keys;
  keys.transaction = (work, name) => transaction(work, apart.has(name) ? name : everything);
};
