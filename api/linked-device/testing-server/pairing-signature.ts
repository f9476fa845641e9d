import {
  Curve,
  hmacSign,
  proto,
  WA_ADV_ACCOUNT_SIG_PREFIX,
  WA_ADV_DEVICE_SIG_PREFIX,
} from '@whiskeysockets/baileys';

type KeyPair = ReturnType<typeof Curve.generateKeyPair>;

/** The phone's word that a device is one of its own; `secret` proves to the device that the phone has seen its QR or code. */
export const signedForDevice = (
  phone: KeyPair,
  device: { identity: Uint8Array; secret: Uint8Array; index: number },
): { bytes: Uint8Array; holdsFor: (answer: Uint8Array) => boolean } => {
  const details = proto.ADVDeviceIdentity.encode({
    rawId: 1,
    timestamp: 1,
    keyIndex: device.index,
    accountType: proto.ADVEncryptionType.E2EE,
    deviceType: proto.ADVEncryptionType.E2EE,
  }).finish();
  const said = Buffer.concat([WA_ADV_ACCOUNT_SIG_PREFIX, details, device.identity]);
  const identity = proto.ADVSignedDeviceIdentity.encode({
    details,
    accountSignatureKey: phone.public,
    accountSignature: Curve.sign(phone.private, said),
  }).finish();
  const bytes = proto.ADVSignedDeviceIdentityHMAC.encode({
    details: identity,
    hmac: hmacSign(identity, device.secret),
  }).finish();
  return {
    bytes,
    holdsFor: (answer) => {
      const { deviceSignature } = proto.ADVSignedDeviceIdentity.decode(answer);
      const signed = Buffer.concat([WA_ADV_DEVICE_SIG_PREFIX, details, device.identity, phone.public]);
      return Boolean(deviceSignature && Curve.verify(device.identity, signed, deviceSignature));
    },
  };
};
