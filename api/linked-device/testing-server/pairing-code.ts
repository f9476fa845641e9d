import { randomBytes } from 'node:crypto';
import {
  aesDecryptCTR,
  aesDecryptGCM,
  aesEncryptCTR,
  Curve,
  derivePairingCodeKey,
  hkdf,
} from '@whiskeysockets/baileys';

type KeyPair = ReturnType<typeof Curve.generateKeyPair>;

/** What a person's phone does with the code that they type: both sides come to one secret, and nobody between them does. */
export const typedCode = async (phone: KeyPair, code: string, wrapped: Buffer) => {
  const opening = await derivePairingCodeKey(code, wrapped.subarray(0, 32));
  const theirs = aesDecryptCTR(wrapped.subarray(48, 80), opening, wrapped.subarray(32, 48));
  const own = Curve.generateKeyPair();
  const [salt, iv] = [randomBytes(32), randomBytes(16)];
  const answer = Buffer.concat([
    salt,
    iv,
    aesEncryptCTR(own.public, await derivePairingCodeKey(code, salt), iv),
  ]);
  const shared = Curve.sharedKey(own.private, theirs);
  return {
    /** Goes to the device. */
    answer,
    /** What the device says then: the secret, if it and the phone mean each other. */
    secretIn: (bundle: Buffer, identity: Buffer): Buffer => {
      const key = Buffer.from(
        hkdf(shared, 32, {
          salt: bundle.subarray(0, 32),
          info: 'link_code_pairing_key_bundle_encryption_key',
        }),
      );
      const opened = aesDecryptGCM(bundle.subarray(44), key, bundle.subarray(32, 44), Buffer.alloc(0));
      const means = Buffer.concat([identity, phone.public]);
      if (!opened.subarray(0, 64).equals(means)) throw new Error('the device means another phone');
      const both = Buffer.concat([shared, Curve.sharedKey(phone.private, identity), opened.subarray(64)]);
      return Buffer.from(hkdf(both, 32, { info: 'adv_secret' }));
    },
  };
};
