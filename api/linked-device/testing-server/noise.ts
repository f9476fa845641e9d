import {
  aesDecryptGCM,
  aesEncryptGCM,
  Curve,
  hkdf,
  NOISE_MODE,
  NOISE_WA_HEADER,
  proto,
  sha256,
} from '@whiskeysockets/baileys';
import { certificateFor } from './certificate.ts';

const none = new Uint8Array();

const nonce = (counter: number): Buffer => {
  const bytes = Buffer.alloc(12);
  bytes.writeUInt32BE(counter, 8);
  return bytes;
};

/** What both sides have agreed on: what was said so far as one hash, and the key that follows from it. */
const agreement = () => {
  let hash: Uint8Array = Buffer.from(NOISE_MODE);
  let salt: Uint8Array = hash;
  let key: Uint8Array = hash;
  let counter = 0;
  const pair = (secret: Uint8Array): [Buffer, Buffer] => {
    const keys = Buffer.from(hkdf(secret, 64, { salt: Buffer.from(salt), info: '' }));
    return [keys.subarray(0, 32), keys.subarray(32)];
  };
  const say = (bytes: Uint8Array) => {
    hash = sha256(Buffer.concat([hash, bytes]));
  };
  return {
    say,
    mix: (secret: Uint8Array) => {
      [salt, key] = pair(secret);
      counter = 0;
    },
    seal: (bytes: Uint8Array): Uint8Array => {
      const sealed = aesEncryptGCM(bytes, key, nonce(counter++), hash);
      say(sealed);
      return sealed;
    },
    open: (sealed: Uint8Array): Uint8Array => {
      const bytes = aesDecryptGCM(sealed, key, nonce(counter++), hash);
      say(sealed);
      return bytes;
    },
    end: () => pair(none),
  };
};

/** Both directions after the handshake, each message under its number. */
export type Transport = {
  seal: (bytes: Uint8Array) => Uint8Array;
  open: (sealed: Uint8Array) => Uint8Array;
};

/** The answering side of WhatsApp's handshake (Noise XX, 25519, AES-GCM, SHA-256), with a certificate that the client takes for genuine. */
export const answerHandshake = () => {
  const own = Curve.generateKeyPair();
  const lasting = Curve.generateKeyPair();
  const agreed = agreement();
  return {
    /** The client's first message, and what it is answered. */
    hello: (frame: Uint8Array): Uint8Array => {
      const theirs = proto.HandshakeMessage.decode(frame).clientHello?.ephemeral ?? none;
      agreed.say(NOISE_WA_HEADER);
      agreed.say(theirs);
      agreed.say(own.public);
      agreed.mix(Curve.sharedKey(own.private, theirs));
      const known = agreed.seal(lasting.public);
      agreed.mix(Curve.sharedKey(lasting.private, theirs));
      const payload = agreed.seal(certificateFor(lasting.public));
      return proto.HandshakeMessage.encode({
        serverHello: { ephemeral: own.public, static: known, payload },
      }).finish();
    },
    /** The client's second message: who it says it is, and how both go on. */
    finish: (frame: Uint8Array): { payload: proto.ClientPayload; transport: Transport } => {
      const { clientFinish } = proto.HandshakeMessage.decode(frame);
      const theirs = agreed.open(clientFinish?.static ?? none);
      agreed.mix(Curve.sharedKey(own.private, theirs));
      const payload = proto.ClientPayload.decode(agreed.open(clientFinish?.payload ?? none));
      const [toUs, toThem] = agreed.end();
      let [heard, said] = [0, 0];
      return {
        payload,
        transport: {
          seal: (bytes) => aesEncryptGCM(bytes, toThem, nonce(said++), none),
          open: (sealed) => aesDecryptGCM(sealed, toUs, nonce(heard++), none),
        },
      };
    },
  };
};
