import type { SignalDataSet, SignalKeyStore } from '@whiskeysockets/baileys';
import { openedMessage } from '../../linked-device/keeping/opened-once.ts';
import type { Library } from '../../linked-device/library.ts';

/** The one-time keys stay where linking has put them; what lies opened is never read again here. */
const elsewhere: readonly string[] = ['pre-key', openedMessage];

/** Keys in memory in front of those on the disk: each message changes some, which would cost a dialogue much of its time. */
const inFrontOf = (lasting: SignalKeyStore, kept: Map<string, unknown>): SignalKeyStore => ({
  get: async (type, ids) => {
    if (type === 'pre-key') return lasting.get(type, ids);
    return Object.fromEntries(
      ids.flatMap((id) => {
        const found = kept.get(`${type} ${id}`);
        return found === undefined ? [] : [[id, found as never]];
      }),
    );
  },
  set: async (data: SignalDataSet) => {
    for (const [type, byId] of Object.entries(data)) {
      if (elsewhere.includes(type)) continue;
      for (const [id, value] of Object.entries(byId ?? {}))
        if (value === null) kept.delete(`${type} ${id}`);
        else kept.set(`${type} ${id}`, value);
    }
    if (data['pre-key']) await lasting.set({ 'pre-key': data['pre-key'] });
  },
});

/** The client with most of its keys in memory, for as long as a process lasts; how they are kept is tested where they are kept. */
export const withKeysInMemory = (client: Library): Library => {
  const kept = new Map<string, unknown>();
  return {
    ...client,
    makeWASocket: (config) => {
      const { creds, keys } = config.auth;
      return client.makeWASocket({ ...config, auth: { creds, keys: inFrontOf(keys, kept) } });
    },
  };
};
