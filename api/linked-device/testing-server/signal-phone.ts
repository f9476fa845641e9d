import {
  addTransactionCapability,
  Curve,
  DEFAULT_CONNECTION_CONFIG,
  encodeWAMessage,
  initAuthCreds,
  proto,
  type SignalDataSet,
  unpadRandomMax16,
} from '@whiskeysockets/baileys';
import { silentLog } from '../silent-log.ts';
import { type KeyBundle, sessionFrom } from './key-bundle.ts';

/** A message between two devices, under the session that they share. */
export type Sealed = { type: 'pkmsg' | 'msg'; ciphertext: Uint8Array };

let turn: Promise<unknown> = Promise.resolve();

/**
 * One after another, over all phones of this process. libsignal lets everything that concerns one address wait in one row,
 * whoever asks, and runs the row as part of the first one's transaction: what another phone writes there may be lost.
 */
const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
  const own = turn.then(work);
  turn = own.catch(() => {});
  return own;
};

/** A phone's encryption: the same Signal as the client's, with a memory of its own. */
export const createSignalPhone = () => {
  const kept = new Map<string, unknown>();
  const creds = initAuthCreds();
  const keys = addTransactionCapability(
    {
      get: (type, ids) => Object.fromEntries(ids.map((id) => [id, kept.get(`${type}-${id}`) as never])),
      set: (data: SignalDataSet) => {
        for (const [type, byId] of Object.entries(data))
          for (const [id, value] of Object.entries(byId ?? {})) kept.set(`${type}-${id}`, value);
      },
    },
    silentLog,
    { maxCommitRetries: 1, delayBetweenTriesMs: 1 },
  );
  const signal = DEFAULT_CONNECTION_CONFIG.makeSignalRepository({ creds, keys }, silentLog);
  const { signedIdentityKey, signedPreKey, registrationId } = creds;
  let nextKey = 1;
  return {
    identity: signedIdentityKey,
    /** Each with a one-time key of its own. */
    bundle: async (): Promise<KeyBundle> => {
      const id = nextKey++;
      const once = Curve.generateKeyPair();
      await keys.set({ 'pre-key': { [id]: once } });
      return {
        registration: registrationId,
        identity: signedIdentityKey.public,
        signed: {
          id: signedPreKey.keyId,
          value: signedPreKey.keyPair.public,
          signature: signedPreKey.signature,
        },
        once: { id, value: once.public },
      };
    },
    /** `keys` are asked for only where there is no session yet. */
    seal: (jid: string, message: proto.IMessage, keysOf: () => KeyBundle): Promise<Sealed> =>
      inTurn(async () => {
        const { exists } = await signal.validateSession(jid);
        if (!exists) await signal.injectE2ESession({ jid, session: sessionFrom(keysOf()) });
        return signal.encryptMessage({ jid, data: encodeWAMessage(message) });
      }),
    open: (jid: string, { type, ciphertext }: Sealed): Promise<proto.Message> =>
      inTurn(async () => {
        const bytes = await signal.decryptMessage({ jid, type, ciphertext });
        return proto.Message.decode(unpadRandomMax16(bytes));
      }),
    /** A message for a group, and the key that its members need to open it. */
    sealForGroup: async (group: string, meId: string, message: proto.IMessage) => {
      const data = encodeWAMessage(message);
      const { ciphertext, senderKeyDistributionMessage } = await inTurn(() =>
        signal.encryptGroupMessage({ group, meId, data }),
      );
      return {
        ciphertext,
        key: { groupId: group, axolotlSenderKeyDistributionMessage: senderKeyDistributionMessage },
      };
    },
    /** Forgets a session, as a phone does that was set up anew. */
    forget: (jid: string) => inTurn(() => signal.deleteSession([jid])),
  };
};

export type SignalPhone = ReturnType<typeof createSignalPhone>;
