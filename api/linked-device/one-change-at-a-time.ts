import type { SignalKeyStoreWithTransaction } from '@whiskeysockets/baileys';

/** Who is known by which number: written beside what waits for it, and shared with no session. */
const apart = new Set(['lid-mapping']);

const everything = 'every session';

/**
 * Lets all changes of a client's keys go one after another. The client locks a message that it sends by our own name and one
 * that it opens by the name of its sender, so that both can change the session with one person at the same time: the later
 * write takes away what the earlier one has learned, and what comes next cannot be opened any more. A change waits for
 * answers of WhatsApp only, never for another message to be taken, so that the line goes on.
 */
export const oneChangeAtATime = (keys: SignalKeyStoreWithTransaction): void => {
  const { transaction } = keys;
  keys.transaction = (work, name) => transaction(work, apart.has(name) ? name : everything);
};
