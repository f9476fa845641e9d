import { createDecipheriv, createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import type { MediaReference } from './media-reference.ts';

/** A file carries the first ten bytes of its authentication code at its end. */
const macBytes = 10;

/**
 * Opens a file as WhatsApp sealed it for both phones: AES-256-CBC under keys derived from the file's own (HKDF-SHA-256,
 * 112 bytes: vector, cipher key, code key), with a code over vector and body. Nothing when it was altered or the key is
 * another's.
 */
export const openedFile = (sealed: Uint8Array, { key, as }: MediaReference): Uint8Array | undefined => {
  const keys = Buffer.from(
    hkdfSync('sha256', Buffer.from(key, 'base64'), new Uint8Array(), `WhatsApp ${as} Keys`, 112),
  );
  const [iv, cipherKey, codeKey] = [keys.subarray(0, 16), keys.subarray(16, 48), keys.subarray(48, 80)];
  const body = sealed.subarray(0, -macBytes);
  const code = createHmac('sha256', codeKey).update(iv).update(body).digest().subarray(0, macBytes);
  if (sealed.length <= macBytes || !timingSafeEqual(code, sealed.subarray(-macBytes))) return undefined;
  try {
    const decipher = createDecipheriv('aes-256-cbc', cipherKey, iv);
    return new Uint8Array(Buffer.concat([decipher.update(body), decipher.final()]));
  } catch {
    return undefined;
  }
};
