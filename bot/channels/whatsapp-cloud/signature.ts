const algorithm = { name: 'HMAC', hash: 'SHA-256' } as const;

const shape = /^sha256=([0-9a-f]{64})$/;

const keyOf = (secret: string): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', new TextEncoder().encode(secret), algorithm, false, ['verify']);

/**
 * Whether a webhook comes from Meta: `X-Hub-Signature-256` is an HMAC of the raw bytes with the app's secret
 * (developers.facebook.com/docs/graph-api/webhooks/getting-started#validate-payloads). Compared by WebCrypto, in constant
 * time. Several secrets while one is being changed; without any, nothing is signed.
 */
export const signedBy = (
  secrets: readonly string[],
): ((raw: Uint8Array<ArrayBuffer>, header: string | undefined) => Promise<boolean>) => {
  const given = secrets.filter((secret) => secret !== '');
  let keys: Promise<readonly CryptoKey[]> | undefined;
  return async (raw, header) => {
    const [, hex] = shape.exec(header ?? '') ?? [];
    if (!hex) return false;
    keys ??= Promise.all(given.map(keyOf));
    const signature = Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
    const answers = (await keys).map((key) => crypto.subtle.verify(algorithm, key, signature, raw));
    return (await Promise.all(answers)).includes(true);
  };
};
