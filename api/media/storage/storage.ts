import type { PhotoKey } from '../../../bot/media.ts';

/**
 * Where photos lie: a folder or an S3-compatible store. Private: nothing here has an address of its own. `put` over an
 * existing key replaces it whole; `get` of an unknown one is null; `delete` of an unknown one is fine. Throws when the
 * store cannot be reached or is full.
 */
export type Storage = {
  put: (key: PhotoKey, bytes: Uint8Array, type: string) => Promise<void>;
  get: (key: PhotoKey) => Promise<Uint8Array | null>;
  delete: (key: PhotoKey) => Promise<void>;
  list: (state: 'raw' | 'clean') => Promise<PhotoKey[]>;
};
