import type { Storage } from '../media/storage/storage.ts';

/** A store of photos that ends with the test. */
export const memoryStorage = (): Storage => {
  const files = new Map<string, Uint8Array>();
  return {
    put: async (key, bytes) => void files.set(key, bytes),
    get: async (key) => files.get(key) ?? null,
    delete: async (key) => void files.delete(key),
    list: async (state) =>
      [...files.keys()].filter((key): key is `raw/${string}` | `clean/${string}` =>
        key.startsWith(`${state}/`),
      ),
  };
};
