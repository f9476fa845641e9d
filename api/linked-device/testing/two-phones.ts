import {
  addTransactionCapability,
  DEFAULT_CONNECTION_CONFIG,
  initAuthCreds,
  type SignalDataSet,
} from '@whiskeysockets/baileys';
import { silentLog } from '../silent-log.ts';

/** A phone with the real client's encryption and a memory of its own. */
const phone = () => {
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
  return { creds, repository: DEFAULT_CONNECTION_CONFIG.makeSignalRepository({ creds, keys }, silentLog) };
};

const jid = '6281200000001@s.whatsapp.net';

/** Has one phone open a session with another twice, which closes the first: what libsignal tells the console with all its keys. */
export const closeASession = async (): Promise<void> => {
  const [mine, theirs] = [phone(), phone()];
  const { signedIdentityKey, signedPreKey, registrationId } = theirs.creds;
  const session = {
    registrationId,
    identityKey: prefixed(signedIdentityKey.public),
    signedPreKey: {
      keyId: signedPreKey.keyId,
      publicKey: prefixed(signedPreKey.keyPair.public),
      signature: signedPreKey.signature,
    },
    preKey: { keyId: 1, publicKey: prefixed(initAuthCreds().signedPreKey.keyPair.public) },
  };
  await mine.repository.injectE2ESession({ jid, session });
  await mine.repository.injectE2ESession({ jid, session });
};

const prefixed = (key: Uint8Array): Uint8Array => Buffer.concat([Buffer.of(5), key]);
