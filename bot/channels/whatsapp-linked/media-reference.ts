import { type Fields, textOf } from '../fields.ts';
import { bytesOf } from './protobuf-fields.ts';

/** What keys of a file are derived from beside its own: the word stands in WhatsApp's key derivation. */
export type Sealing = 'Image' | 'Video' | 'Audio' | 'Document';

/** A file on WhatsApp's servers: where it lies (a path, never a host), and the key that opens it. */
export type MediaReference = { path: string; key: string; as: Sealing };

const whatsappHost = /^https:\/\/[a-z0-9.-]+\.whatsapp\.net(\/.*)$/;

const pathOf = (file: Fields): string | undefined => {
  const direct = textOf(file.directPath);
  const path = direct ?? whatsappHost.exec(textOf(file.url) ?? '')?.[1];
  return path?.startsWith('/') && !path.startsWith('//') ? path : undefined;
};

const keyBytes = 32;

/**
 * A file's id for the house: everything that is needed to fetch and open it, as one opaque word. It holds the file's key,
 * so it is kept sealed and never logged. Nothing when the message does not say enough.
 */
export const mediaIdOf = (file: Fields, as: Sealing): string | undefined => {
  const path = pathOf(file);
  const key = bytesOf(file.mediaKey);
  if (!path || key?.length !== keyBytes) return undefined;
  const reference: MediaReference = { path, key: Buffer.from(key).toString('base64'), as };
  return Buffer.from(JSON.stringify(reference)).toString('base64url');
};

const sealings: readonly unknown[] = ['Image', 'Video', 'Audio', 'Document'] satisfies Sealing[];

/** Reads a media id of ours; nothing for what is none. */
export const readMediaId = (id: string): MediaReference | undefined => {
  try {
    const { path, key, as } = JSON.parse(Buffer.from(id, 'base64url').toString('utf8'));
    const ours = typeof path === 'string' && typeof key === 'string' && sealings.includes(as);
    return ours ? { path, key, as } : undefined;
  } catch {
    return undefined;
  }
};
