import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { photoKey } from '../../../bot/media.ts';
import { s3Server } from '../testing/s3-server.ts';
import { createS3Storage } from './s3.ts';

let server: Awaited<ReturnType<typeof s3Server>>;
const key = photoKey('clean', randomUUID());

beforeEach(async () => {
  server = await s3Server();
});
afterEach(() => server.close());

test('a photo lies in the bucket under its key, as a JPEG', async () => {
  await createS3Storage(server.settings).put(key, Buffer.from('photo'), 'image/jpeg');
  expect([...server.objects]).toEqual([[key, { bytes: Buffer.from('photo'), type: 'image/jpeg' }]]);
  expect(server.seen).toEqual([
    { method: 'PUT', path: `/foto/${key}`, query: '', type: 'image/jpeg', length: 5 },
  ]);
});

test('an end of the address with a slash leads to the same bucket', async () => {
  const { url, ...rest } = server.settings;
  await createS3Storage({ url: `${url}/`, ...rest }).put(key, Buffer.from('photo'), 'image/jpeg');
  expect([...server.objects.keys()]).toEqual([key]);
});

test('a list goes through all its pages', async () => {
  const storage = createS3Storage(server.settings);
  for (let n = 0; n < 5; n++)
    await storage.put(photoKey('raw', randomUUID()), Buffer.from('photo'), 'image/jpeg');
  server.seen.length = 0;
  expect(await storage.list('raw')).toHaveLength(5);
  expect(server.seen.map(({ method }) => method)).toEqual(['GET', 'GET', 'GET']);
});

test.each([
  ['another secret', { secretKey: 'lain' }],
  ['another key', { accessKey: 'lain' }],
  ['another region', { region: 'lain' }],
])('with %s nothing is read or written, and the fault says so without a secret', async (_, wrong) => {
  const storage = createS3Storage({ ...server.settings, ...wrong });
  const faults = await Promise.all(
    [
      storage.put(key, Buffer.from('photo'), 'image/jpeg'),
      storage.get(key),
      storage.delete(key),
      storage.list('raw'),
    ].map((one) => one.then(() => 'done').catch((error: unknown) => String(error))),
  );
  for (const fault of faults) expect(fault).toContain('403');
  expect(faults.join()).not.toMatch(/rahasia|lain/);
  expect(server.objects.size).toBe(0);
});

test('a store with a fault is a fault, never an empty store', async () => {
  const storage = createS3Storage(server.settings);
  await storage.put(key, Buffer.from('photo'), 'image/jpeg');
  server.fail(503);
  await expect(storage.get(key)).rejects.toThrow();
  await expect(storage.list('clean')).rejects.toThrow();
  await expect(storage.delete(key)).rejects.toThrow();
  await expect(storage.put(key, Buffer.from('photo'), 'image/jpeg')).rejects.toThrow();
});

test('a bucket that does not exist is a fault, never an empty one', async () => {
  const url = server.settings.url.replace('/foto', '/lain');
  const storage = createS3Storage({ ...server.settings, url });
  await expect(storage.list('raw')).rejects.toThrow('does not exist');
  await expect(storage.put(key, Buffer.from('photo'), 'image/jpeg')).rejects.toThrow('404');
});

test('a store that cannot be reached is a fault', async () => {
  await server.close();
  await expect(createS3Storage(server.settings).get(key)).rejects.toThrow();
});
