import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { photoKey } from '../../../bot/media.ts';
import { createDiskStorage } from './disk.ts';

let outside: string;
let folder: string;

beforeEach(async () => {
  outside = await mkdtemp(join(tmpdir(), 'pendopo-photos-'));
  folder = join(outside, 'media');
});
afterEach(() => rm(outside, { recursive: true }));

const modeOf = async (path: string) => ((await stat(path)).mode & 0o777).toString(8);

test.skipIf(process.platform === 'win32')(
  'only the service may enter the folders and read the files',
  async () => {
    const key = photoKey('clean', randomUUID());
    await createDiskStorage(folder).put(key, Buffer.from([1]), 'image/jpeg');
    expect(await modeOf(folder)).toBe('700');
    expect(await modeOf(join(folder, 'clean'))).toBe('700');
    expect(await modeOf(join(folder, key))).toBe('600');
  },
);

test('a reader sees the old photo or the new one whole, never a part', async () => {
  const storage = createDiskStorage(folder);
  const key = photoKey('clean', randomUUID());
  const size = 2_000_000;
  await storage.put(key, Buffer.alloc(size, 0), 'image/jpeg');
  let writing = true;
  const writes = (async () => {
    for (let n = 1; n <= 15; n++) await storage.put(key, Buffer.alloc(size, n), 'image/jpeg');
    writing = false;
  })();
  let reads = 0;
  for (; writing; reads++) {
    const bytes = (await storage.get(key)) ?? Buffer.alloc(0);
    expect(bytes.length).toBe(size);
    expect(bytes[0]).toBe(bytes[size - 1]);
  }
  await writes;
  expect(reads).toBeGreaterThan(0);
});

test('two who write one photo at once leave one of the two and no scraps', async () => {
  const storage = createDiskStorage(folder);
  const key = photoKey('clean', randomUUID());
  await Promise.all([1, 2].map((n) => storage.put(key, Buffer.alloc(500_000, n), 'image/jpeg')));
  const bytes = (await storage.get(key)) ?? Buffer.alloc(0);
  expect(new Set(bytes).size).toBe(1);
  expect(await readdir(join(folder, 'clean'))).toHaveLength(1);
});

test('a write that fails leaves no scraps', async () => {
  const key = photoKey('clean', randomUUID());
  await mkdir(join(folder, key, 'in the way'), { recursive: true });
  await expect(createDiskStorage(folder).put(key, Buffer.from([1]), 'image/jpeg')).rejects.toThrow();
  expect(await readdir(join(folder, 'clean'))).toHaveLength(1);
});

test('scraps of a killed process go after an hour, and are listed never', async () => {
  const storage = createDiskStorage(folder);
  await storage.put(photoKey('raw', randomUUID()), Buffer.from([1]), 'image/jpeg');
  const [old, young] = [join(folder, 'raw', '.old.part'), join(folder, 'raw', '.young.part')];
  await writeFile(old, 'x');
  await writeFile(young, 'x');
  const longAgo = new Date(Date.now() - 2 * 3_600_000);
  await utimes(old, longAgo, longAgo);
  expect(await storage.list('raw')).toHaveLength(1);
  await storage.put(photoKey('raw', randomUUID()), Buffer.from([1]), 'image/jpeg');
  expect((await readdir(join(folder, 'raw'))).filter((name) => name.endsWith('.part'))).toEqual([
    '.young.part',
  ]);
});
