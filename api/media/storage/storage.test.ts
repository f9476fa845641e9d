import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type PhotoKey, photoKey } from '../../../bot/media.ts';
import { s3Server } from '../testing/s3-server.ts';
import { createDiskStorage } from './disk.ts';
import { createS3Storage } from './s3.ts';
import type { Storage } from './storage.ts';

type Place = { storage: Storage; close: () => Promise<void> };

const onDisk = async (): Promise<Place> => {
  const folder = await mkdtemp(join(tmpdir(), 'pendopo-photos-'));
  return { storage: createDiskStorage(join(folder, 'media')), close: () => rm(folder, { recursive: true }) };
};

const inS3 = async (): Promise<Place> => {
  const server = await s3Server();
  return { storage: createS3Storage(server.settings), close: server.close };
};

describe.each([
  ['a folder', onDisk],
  ['an S3-compatible store', inS3],
])('photos in %s', (_, open) => {
  const inPlace = async (work: (storage: Storage) => Promise<void>) => {
    const { storage, close } = await open();
    await work(storage).finally(close);
  };
  const clean = () => photoKey('clean', randomUUID());

  test('come back byte by byte, also when the bytes are a part of a larger buffer', () =>
    inPlace(async (storage) => {
      const key = clean();
      const bytes = randomBytes(300_000).subarray(1000, 250_000);
      await storage.put(key, bytes, 'image/jpeg');
      expect(Buffer.from((await storage.get(key)) ?? []).equals(bytes)).toBe(true);
    }));

  test('are replaced whole', () =>
    inPlace(async (storage) => {
      const key = clean();
      await storage.put(key, Buffer.alloc(5000, 1), 'image/jpeg');
      await storage.put(key, Buffer.from([9]), 'image/jpeg');
      expect([...((await storage.get(key)) ?? [])]).toEqual([9]);
    }));

  test('that were never there are null, and deleting one twice is fine', () =>
    inPlace(async (storage) => {
      const key = clean();
      expect(await storage.get(key)).toBeNull();
      await storage.put(key, Buffer.from([1]), 'image/jpeg');
      await storage.delete(key);
      await storage.delete(key);
      expect(await storage.get(key)).toBeNull();
    }));

  test('are listed all, by their state', () =>
    inPlace(async (storage) => {
      expect(await storage.list('raw')).toEqual([]);
      const keys = Array.from({ length: 5 }, clean);
      const raw = photoKey('raw', randomUUID());
      for (const key of [...keys, raw]) await storage.put(key, Buffer.from([1]), 'image/jpeg');
      expect((await storage.list('clean')).toSorted()).toEqual(keys.toSorted());
      expect(await storage.list('raw')).toEqual([raw]);
    }));

  test.each([
    '../app.key',
    'clean/../../app.key',
    'clean/..',
    '/etc/passwd',
    'clean/x',
    'other/5d1f7c54-7a04-4c0c-9c1e-2f2b7d0b3a11',
    'clean/5d1f7c54-7a04-4c0c-9c1e-2f2b7d0b3a11\0',
    'clean/5d1f7c54-7a04-4c0c-9c1e-2f2b7d0b3a11/..',
    'clean\\5d1f7c54-7a04-4c0c-9c1e-2f2b7d0b3a11',
    '',
  ])('go nowhere else: %j is no name of a photo', (name) =>
    inPlace(async (storage) => {
      const key = name as PhotoKey;
      await expect(storage.put(key, Buffer.from([1]), 'image/jpeg')).rejects.toThrow('not a key');
      await expect(storage.get(key)).rejects.toThrow('not a key');
      await expect(storage.delete(key)).rejects.toThrow('not a key');
    }),
  );
});
