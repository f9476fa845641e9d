import { type BinaryNode, KEY_BUNDLE_TYPE, type SignalRepositoryWithLIDStore } from '@whiskeysockets/baileys';
import { bytesIn, childrenOf, inside, node } from './nodes.ts';

type SignedKey = { id: number; value: Uint8Array; signature: Uint8Array };
export type OneTimeKey = { id: number; value: Uint8Array };

/** What a phone or device publishes about itself, so that others can write to it; `once` is used for one session only. */
export type KeyBundle = {
  registration: number;
  identity: Uint8Array;
  signed: SignedKey;
  once?: OneTimeKey | undefined;
};

const big = (value: number, bytes: number): Buffer => {
  const written = Buffer.alloc(bytes);
  written.writeUIntBE(value, 0, bytes);
  return written;
};

const prefixed = (key: Uint8Array): Buffer => Buffer.concat([KEY_BUNDLE_TYPE, key]);

/** A bundle as it is told to whoever asks for it. */
export const bundleNode = (jid: string, { registration, identity, signed, once }: KeyBundle): BinaryNode =>
  node('user', { jid }, [
    node('registration', {}, big(registration, 4)),
    node('type', {}, KEY_BUNDLE_TYPE),
    node('identity', {}, identity),
    ...(once ? [node('key', {}, [node('id', {}, big(once.id, 3)), node('value', {}, once.value)])] : []),
    node('skey', {}, [
      node('id', {}, big(signed.id, 3)),
      node('value', {}, signed.value),
      node('signature', {}, signed.signature),
    ]),
  ]);

/** A bundle as the client's encryption takes it. */
export const sessionFrom = ({
  registration,
  identity,
  signed,
  once,
}: KeyBundle): Parameters<SignalRepositoryWithLIDStore['injectE2ESession']>[0]['session'] => ({
  registrationId: registration,
  identityKey: prefixed(identity),
  signedPreKey: { keyId: signed.id, publicKey: prefixed(signed.value), signature: signed.signature },
  ...(once && { preKey: { keyId: once.id, publicKey: prefixed(once.value) } }),
});

const numberIn = (from: BinaryNode | undefined, tag: string): number => {
  const bytes = bytesIn(from, tag);
  return bytes.readUIntBE(0, bytes.length);
};

const signedIn = (skey: BinaryNode | undefined): SignedKey => ({
  id: numberIn(skey, 'id'),
  value: bytesIn(skey, 'value'),
  signature: bytesIn(skey, 'signature'),
});

/** What a device hands in: its lasting keys, and the one-time keys it adds. */
export const uploadedIn = (from: BinaryNode): { bundle: KeyBundle; fresh: OneTimeKey[] } => ({
  bundle: {
    registration: numberIn(from, 'registration'),
    identity: bytesIn(from, 'identity'),
    signed: signedIn(inside(from, 'skey')),
  },
  fresh: childrenOf(inside(from, 'list') ?? node('list')).map((key) => ({
    id: numberIn(key, 'id'),
    value: bytesIn(key, 'value'),
  })),
});

/** The signed key that takes the earlier one's place. */
export const rotatedIn = (from: BinaryNode): SignedKey => signedIn(inside(from, 'rotate', 'skey'));
