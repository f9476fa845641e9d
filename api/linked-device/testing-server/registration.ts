import { randomBytes } from 'node:crypto';
import type { BinaryNode, proto } from '@whiskeysockets/baileys';
import type { KeyBundle } from './key-bundle.ts';
import { bytesIn, inside, node, result, server } from './nodes.ts';
import { typedCode } from './pairing-code.ts';
import { signedForDevice } from './pairing-signature.ts';
import type { Stream } from './stream.ts';
import type { World } from './world.ts';

const empty = Buffer.alloc(0);

const bundleOf = (data: proto.ClientPayload.IDevicePairingRegistrationData): KeyBundle => ({
  registration: Buffer.from(data.eRegid ?? empty).readUInt32BE(0),
  identity: data.eIdent ?? empty,
  signed: {
    id: Buffer.from(data.eSkeyId ?? empty).readUIntBE(0, 3),
    value: data.eSkeyVal ?? empty,
    signature: data.eSkeySig ?? empty,
  },
});

/** How many QRs a device may show one after another. */
const refs = 5;

/** A device that wants to be linked: what it is told while its QR or code is on the screen, and what comes of it. */
export const createRegistration = (
  data: proto.ClientPayload.IDevicePairingRegistrationData,
  stream: Stream,
  world: World,
) => {
  const bundle = bundleOf(data);
  const { office, devices } = world;
  const waiting = Array.from({ length: refs }, () => randomBytes(16).toString('base64url'));
  let signed: ReturnType<typeof signedForDevice> | undefined;
  let asked: { code: Buffer } | undefined;
  let typed: Awaited<ReturnType<typeof typedCode>> | undefined;

  const succeed = (secret: Uint8Array) => {
    const index = devices.next();
    signed = signedForDevice(office.phone.identity, { identity: bundle.identity, secret, index });
    const [number, lid] = [office.number.replace('@', `:${index}@`), world.deviceJid(index)];
    stream.send(
      node('iq', { from: server, type: 'set', id: 'pair-success' }, [
        node('pair-success', {}, [
          node('device-identity', {}, signed.bytes),
          node('device', { jid: number, lid }),
          node('platform', { name: 'android' }),
        ]),
      ]),
    );
  };

  const linked = (answer: Uint8Array) => {
    if (!signed?.holdsFor(answer)) throw new Error('the device has not signed what the phone signed');
    devices.link(bundle);
    stream.send(node('stream:error', { code: '515' }));
    stream.close();
  };

  /** What a device says that asks for a code: first that it wants one, then what proves that it knows it. */
  const byCode = async (question: BinaryNode, reg: BinaryNode): Promise<void> => {
    if (reg.attrs.stage === 'companion_hello') {
      asked = { code: bytesIn(reg, 'link_code_pairing_wrapped_companion_ephemeral_pub') };
      const ref = node('link_code_pairing_ref', {}, Buffer.from('ref'));
      stream.send(result(question, [node('link_code_companion_reg', {}, [ref])]));
      return;
    }
    const bundleBytes = bytesIn(reg, 'link_code_pairing_wrapped_key_bundle');
    const secret = typed?.secretIn(bundleBytes, bytesIn(reg, 'companion_identity_public'));
    stream.send(result(question));
    if (secret) succeed(secret);
  };

  return {
    begin: () =>
      stream.send(
        node('iq', { from: server, type: 'set', id: 'pair-device', xmlns: 'md' }, [
          node(
            'pair-device',
            {},
            waiting.map((ref) => node('ref', {}, Buffer.from(ref))),
          ),
        ]),
      ),
    heard: async (said: BinaryNode): Promise<void> => {
      const reg = inside(said, 'link_code_companion_reg');
      const proof = inside(said, 'pair-device-sign', 'device-identity');
      if (reg) await byCode(said, reg);
      else if (proof?.content instanceof Uint8Array) linked(proof.content);
    },
    /** The office's phone has scanned a QR. Gives whether it was this device's. */
    scan: (qr: string): boolean => {
      const [ref, , identity, secret] = (qr.split('#')[1] ?? '').split(',');
      if (!ref || !waiting.includes(ref) || !secret) return false;
      if (!Buffer.from(identity ?? '', 'base64').equals(bundle.identity)) return false;
      succeed(Buffer.from(secret, 'base64'));
      return true;
    },
    /** A code was typed into the office's phone. */
    type: async (code: string): Promise<boolean> => {
      if (!asked) return false;
      typed = await typedCode(office.phone.identity, code, asked.code);
      stream.send(
        node('notification', { from: server, type: 'link_code_companion_reg', id: 'typed', t: '1' }, [
          node('link_code_companion_reg', { stage: 'primary_hello' }, [
            node('link_code_pairing_ref', {}, Buffer.from('ref')),
            node('primary_identity_pub', {}, office.phone.identity.public),
            node('link_code_pairing_wrapped_primary_ephemeral_pub', {}, typed.answer),
          ]),
        ]),
      );
      return true;
    },
  };
};

export type Registration = ReturnType<typeof createRegistration>;
