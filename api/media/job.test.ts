import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { mostTries } from '../../bot/media.ts';
import { cleanPhoto } from './clean.ts';
import { darkroom } from './testing/darkroom.ts';
import { phonePhoto, pngPhoto } from './testing/pictures.ts';

let room: Awaited<ReturnType<typeof darkroom>>;
let photo: Buffer;

beforeAll(async () => {
  room = await darkroom();
  photo = await phonePhoto();
});
beforeEach(async () => {
  await room.sql`truncate media, letter, talk, inbox, contact cascade`;
  for (const state of ['raw', 'clean'] as const)
    for (const key of await room.storage.list(state)) await room.storage.delete(key);
  room.platform.files.clear();
  room.platform.asked.length = 0;
  room.alarms.length = 0;
});
afterAll(() => room.close());

/** One person who has sent one photo. */
const sent = async (file = 'file-1', bytes?: number) => {
  const id = randomUUID();
  await room.sends(room.someone(`person-${id}`), [{ id, file, ...(bytes !== undefined && { bytes }) }]);
  return id;
};

test('a photo is fetched, made anew and kept under a name of ours', async () => {
  room.platform.files.set('file-1', { ok: true, bytes: photo });
  const id = await sent();
  expect(await room.job()()).toBe(1);

  const bytes = await room.storage.get(`clean/${id}`);
  expect(await sharp(bytes ?? Buffer.alloc(0)).metadata()).toMatchObject({
    format: 'jpeg',
    width: 800,
    height: 400,
  });
  expect(await room.row(id)).toMatchObject({ state: 'clean', width: 800, height: 400, size: bytes?.length });
  expect(await room.storage.list('raw')).toEqual([]);
  expect(await room.letters()).toEqual([]);
  expect(await room.job()()).toBe(0);
});

test('a platform that is away is asked again later, longer each time, and in the end the photo counts as gone', async () => {
  room.platform.files.set('file-1', { ok: false, again: true, detail: 'network' });
  const id = await sent();
  for (let attempt = 1; attempt < mostTries; attempt++) {
    expect(await room.job()()).toBe(1);
    expect(await room.row(id)).toMatchObject({ state: 'wanted', attempts: attempt, waits: true });
    expect(await room.job()()).toBe(0);
    await room.due();
  }
  await room.job()();
  expect(await room.row(id)).toMatchObject({ state: 'refused', reason: 'gone' });
  expect(room.platform.asked).toHaveLength(mostTries);
  expect(await room.letters()).toHaveLength(1);
});

test('a platform that comes back gives the photo after all', async () => {
  room.platform.files.set('file-1', { ok: false, again: true, detail: 'network' });
  const id = await sent();
  await room.job()();
  room.platform.files.set('file-1', { ok: true, bytes: photo });
  await room.due();
  await room.job()();
  expect(await room.row(id)).toMatchObject({ state: 'clean', attempts: 2 });
});

test('a file the platform no longer has is refused at once', async () => {
  const id = await sent('never-there');
  await room.job()();
  expect(await room.row(id)).toMatchObject({ state: 'refused', reason: 'gone' });
});

test('a file that is told to be too large is not even fetched', async () => {
  const id = await sent('file-1', 25 * 1024 * 1024);
  await room.job()();
  expect(await room.row(id)).toMatchObject({ state: 'refused', reason: 'size' });
  expect(room.platform.asked).toEqual([]);
});

test('two processes at once make each photo once, and one process treats two at a time', async () => {
  let open = 0;
  let most = 0;
  const clean = async (bytes: Uint8Array) => {
    most = Math.max(most, ++open);
    return cleanPhoto(bytes).finally(() => open--);
  };
  const small = await pngPhoto(200, 100);
  const ids = await Promise.all(
    Array.from({ length: 12 }, (_, n) => {
      room.platform.files.set(`file-${n}`, { ok: true, bytes: small });
      return sent(`file-${n}`);
    }),
  );
  const one = room.job({ clean });
  const taken = await Promise.all([one(), room.job()(), one()]);
  expect(room.platform.asked.toSorted()).toEqual(ids.map((_, n) => `file-${n}`).toSorted());
  expect((taken[0] ?? 0) + (taken[1] ?? 0)).toBe(12);
  expect(most).toBeLessThanOrEqual(2);
  expect(await room.storage.list('clean')).toHaveLength(12);
});

test('a photo whose process died is taken up again when its lease is over', async () => {
  room.platform.files.set('file-1', () => new Promise(() => {}));
  const id = await sent();
  void room.job()();
  await expect.poll(() => room.platform.asked.length).toBe(1);
  room.platform.files.set('file-1', { ok: true, bytes: photo });
  expect(await room.job()()).toBe(0);
  await room.due();
  expect(await room.job()()).toBe(1);
  expect(await room.row(id)).toMatchObject({ state: 'clean' });
});

test('one that ends its process every time is refused in the end, untouched', async () => {
  const id = await sent();
  await room.sql`update media set attempts = ${mostTries}`;
  await room.job()();
  expect(await room.row(id)).toMatchObject({ state: 'refused', reason: 'gone' });
  expect(room.platform.asked).toEqual([]);
});

test('one who comes back late changes nothing', async () => {
  let answer: (bytes: Buffer) => void = () => {};
  room.platform.files.set(
    'file-1',
    () =>
      new Promise((resolve) => {
        answer = (bytes) => resolve({ ok: true, bytes });
      }),
  );
  const id = await sent();
  const late = room.job()();
  await expect.poll(() => room.platform.asked.length).toBe(1);
  await room.due();
  room.platform.files.delete('file-1');
  await room.job()();
  answer(photo);
  await late;
  expect(await room.row(id)).toMatchObject({ state: 'refused', reason: 'gone' });
  expect(await room.storage.list('clean')).toEqual([]);
  expect(await room.letters()).toHaveLength(1);
});

test('a photo of a bot that this process does not serve is left to the process that does', async () => {
  const id = await sent();
  expect(await room.job({ channels: () => [] })()).toBe(0);
  expect(await room.row(id)).toMatchObject({ state: 'wanted', attempts: 0 });
});

test('a store that is away costs no photo: somebody is told, and it is tried again for as long as it takes', async () => {
  room.platform.files.set('file-1', { ok: true, bytes: photo });
  const id = await sent();
  const full = {
    ...room.storage,
    put: async () => Promise.reject(Object.assign(new Error('no space'), { code: 'ENOSPC' })),
  };
  for (let round = 0; round < mostTries + 2; round++) {
    await room.job({ storage: full })();
    expect(await room.row(id)).toMatchObject({ state: 'wanted', attempts: 0, waits: true });
    await room.due();
  }
  expect(room.alarms).toHaveLength(mostTries + 2);
  expect(room.alarms[0]).toMatchObject({ id, code: expect.stringContaining('ENOSPC') });
  await room.job()();
  expect(await room.row(id)).toMatchObject({ state: 'clean' });
});

test('where nothing can clean, the original waits unseen until a process that can takes it', async () => {
  room.platform.files.set('file-1', { ok: true, bytes: photo });
  const id = await sent();
  expect(await room.workerJob()()).toBe(1);
  expect(await room.row(id)).toMatchObject({ state: 'raw', attempts: 0, width: null });
  expect(await room.storage.get(`raw/${id}`)).toEqual(photo);
  expect(await room.storage.list('clean')).toEqual([]);
  expect(await room.workerJob()()).toBe(0);

  expect(await room.job()()).toBe(1);
  expect(await room.row(id)).toMatchObject({ state: 'clean', width: 800 });
  expect(await room.storage.list('raw')).toEqual([]);
  expect(await room.storage.list('clean')).toEqual([`clean/${id}`]);
  expect(room.platform.asked).toHaveLength(1);
});

test('where nothing can clean, what is no photo is refused all the same', async () => {
  room.platform.files.set('file-1', { ok: true, bytes: Buffer.from('%PDF-1.7') });
  const id = await sent();
  await room.workerJob()();
  expect(await room.row(id)).toMatchObject({ state: 'refused', reason: 'type' });
  expect(await room.storage.list('raw')).toEqual([]);
});

test('an original that turns out to be broken is deleted with its refusal', async () => {
  room.platform.files.set('file-1', { ok: true, bytes: photo.subarray(0, 300) });
  const id = await sent();
  await room.workerJob()();
  await room.job()();
  expect(await room.row(id)).toMatchObject({ state: 'refused', reason: 'broken' });
  expect(await room.storage.list('raw')).toEqual([]);
});

test('a process that died between deleting the original and saying so loses nothing', async () => {
  room.platform.files.set('file-1', { ok: true, bytes: photo });
  const id = await sent();
  await room.workerJob()();
  const dies = {
    ...room.storage,
    delete: async (key: `raw/${string}` | `clean/${string}`) => {
      await room.storage.delete(key);
      throw new Error('killed');
    },
  };
  await room.job({ storage: dies })();
  expect(await room.row(id)).toMatchObject({ state: 'raw' });
  expect(await room.storage.list('raw')).toEqual([]);
  await room.due();
  await room.job()();
  expect(await room.row(id)).toMatchObject({ state: 'clean', width: 800, height: 400 });
});

test('a photo of somebody who was forgotten meanwhile is kept nowhere', async () => {
  let answer: () => void = () => {};
  room.platform.files.set(
    'file-1',
    () =>
      new Promise((resolve) => {
        answer = () => resolve({ ok: true, bytes: photo });
      }),
  );
  await sent();
  const under = room.job()();
  await expect.poll(() => room.platform.asked.length).toBe(1);
  await room.sql`delete from contact`;
  answer();
  await under;
  expect(await room.storage.list('clean')).toEqual([]);
});
