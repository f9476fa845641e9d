import { Curve, proto, WA_CERT_DETAILS } from '@whiskeysockets/baileys';

type KeyPair = ReturnType<typeof Curve.generateKeyPair>;

/** The root of trust of this process. The client's own root is a setting that nothing protects: the test's takes its place. */
let root: KeyPair | undefined;

const trustedRoot = (): KeyPair => {
  root ??= Curve.generateKeyPair();
  WA_CERT_DETAILS.PUBLIC_KEY = Buffer.from(root.public);
  return root;
};

/** The key that a client in another process must trust (`WA_CERT_DETAILS.PUBLIC_KEY`). */
export const rootKey = (): Uint8Array => trustedRoot().public;

/** A chain of certificates for a server's key, from a root that the client of this process trusts. */
export const certificateFor = (key: Uint8Array): Uint8Array => {
  const authority = trustedRoot();
  const between = Curve.generateKeyPair();
  const { Details } = proto.CertChain.NoiseCertificate;
  const intermediate = Details.encode({
    serial: 1,
    issuerSerial: WA_CERT_DETAILS.SERIAL,
    key: between.public,
  }).finish();
  const leaf = Details.encode({ serial: 2, issuerSerial: 1, key }).finish();
  return proto.CertChain.encode({
    intermediate: { details: intermediate, signature: Curve.sign(authority.private, intermediate) },
    leaf: { details: leaf, signature: Curve.sign(between.private, leaf) },
  }).finish();
};
