import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { connect, type Database } from './database.ts';
import { createMediaStore, type MediaStore } from './media.ts';
import { createSeal } from './sealed.ts';
import { createSessions } from './sessions.ts';
import { wantMedia } from './stores/media.ts';
import { type TestDatabase, testDatabase } from './testing.ts';

const seal = createSeal(randomBytes(32));
const here = [{ name: 'telegram', account: 'bot' }];
let copy: TestDatabase;
let database: Database;
let media: MediaStore;

beforeAll(async () => {
  copy = await testDatabase();
  database = connect(copy.url, { max: 6 });
  media = createMediaStore(database, seal);
});
beforeEach(() => database.sql`truncate media cascade`);
afterAll(async () => {
  await database.close();
  await copy.drop();
});

const wanted = async (account = 'bot') => {
  const id = randomUUID();
  const session = await createSessions(database, seal).open(
    { channel: 'telegram', account, id: 'Rekaan' },
    true,
  );
  await wantMedia(database.sql, seal, session.contact, {
    do: 'media.want',
    kind: 'photo',
    id,
    file: 'AgAC-file',
    bytes: 900,
  });
  return id;
};
const take = async (what: Partial<Parameters<MediaStore['claim']>[0]> = {}) =>
  media.claim({ accounts: here, raw: true, ...what });
const leaseEnds = () => database.sql`update media set not_before = now()`;
const rowOf = async (id: string) =>
  (
    await database.sql`select state, attempts, not_before > now() + interval '1 minute' as leased from media where id = ${id}`
  )[0];

test('a photo is taken up with the file to fetch, which nobody reads in the database', async () => {
  const id = await wanted();
  const [row] = await database.sql<{ file: Uint8Array }[]>`select file from media`;
  expect(Buffer.from(row?.file ?? []).includes('AgAC')).toBe(false);
  expect(await take()).toMatchObject({
    id,
    file: 'AgAC-file',
    channel: 'telegram',
    account: 'bot',
    attempts: 1,
    size: 900,
  });
  expect(await take()).toBeUndefined();
});

test('only photos of the bots named are taken up', async () => {
  const id = await wanted('other');
  expect(await take()).toBeUndefined();
  expect(await take({ accounts: [] })).toBeUndefined();
  expect(await take({ accounts: [...here, { name: 'telegram', account: 'other' }] })).toMatchObject({ id });
});

test('an original that waits to be cleaned is taken up only by one who can clean, whatever its bot', async () => {
  const id = await wanted();
  const first = await take();
  expect(first && (await media.raw(first))).toBe(true);
  expect(await take({ raw: false })).toBeUndefined();
  expect(await take({ accounts: [] })).toMatchObject({ id, state: 'raw', attempts: 1 });
});

test('one whose lease is over marks nothing while another is at it', async () => {
  const id = await wanted();
  const late = await take();
  await leaseEnds();
  const other = await take();
  if (!late || !other) throw new Error('nothing was taken up');
  expect(await media.clean(late, { width: 1, height: 1, size: 1 })).toBe(false);
  expect(await media.raw(late)).toBe(false);
  await media.later(late, 0, true);
  expect(await rowOf(id)).toEqual({ state: 'wanted', attempts: 2, leased: true });
  expect(await media.clean(other, { width: 1, height: 1, size: 1 })).toBe(true);
  expect(await media.stateOf(id)).toBe('clean');
});

test('one who fetched it late changes nothing of the original that another kept and a third now cleans', async () => {
  const id = await wanted();
  const late = await take();
  await leaseEnds();
  const other = await take();
  if (!late || !other) throw new Error('nothing was taken up');
  await media.raw(other);
  const third = await take();
  expect(third).toMatchObject({ id, state: 'raw', attempts: late.attempts });
  expect(await media.clean(late, { width: 1, height: 1, size: 1 })).toBe(false);
  expect(await media.refuse(late, 'gone')).toBe(false);
  expect(await media.stateOf(id)).toBe('raw');
});

test('what is decided is never taken up again', async () => {
  const id = await wanted();
  const claim = await take();
  if (!claim) throw new Error('nothing was taken up');
  await media.refuse(claim, 'type');
  await leaseEnds();
  expect(await take()).toBeUndefined();
  expect(await media.stateOf(id)).toBe('refused');
  expect(await media.stateOf(randomUUID())).toBeUndefined();
});
