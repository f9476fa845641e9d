import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { forgetPhotos } from '../../api/media/forget-photos.ts';
import { createDiskStorage } from '../../api/media/storage/disk.ts';
import type { Storage } from '../../api/media/storage/storage.ts';
import { photoKey } from '../../bot/media.ts';
import { connect, type Database } from '../database.ts';
import { createSeal } from '../sealed.ts';
import { seedCity } from '../seed/index.ts';
import { createSessions } from '../sessions.ts';
import { forget } from '../stores/forget.ts';
import { forgetMedia } from '../stores/media.ts';
import { type TestDatabase, testDatabase } from '../testing.ts';
import { forgetPerson } from './forget-person.ts';

const seal = createSeal(Buffer.alloc(32, 8));
const dayMs = 86_400_000;
const begun = new Date();

let copy: TestDatabase;
let database: Database;
let folder: string;
let storage: Storage;
let contact: number;

const photos = { counted: randomUUID(), refused: randomUUID(), left: randomUUID(), draft: randomUUID() };

beforeAll(async () => {
  copy = await testDatabase();
  database = connect(copy.url, { max: 4 });
  folder = await mkdtemp(join(tmpdir(), 'pendopo-training-'));
  storage = createDiskStorage(folder);
  await seedCity(database, 'salatiga');
  const sessions = createSessions(database, seal);
  contact = (await sessions.open({ channel: 'telegram', account: 'bot', id: '77' }, true)).contact.id;
  await hire('198507172010032001', true);
  await hire('198507172010032002', false);
  for (const [name, id] of Object.entries(photos)) await picture(id, name !== 'draft');
  await certify('198507172010032001', 'sah', photos.counted);
  await certify('198507172010032001', 'ditolak', photos.refused);
  await certify('198507172010032002', 'sah', photos.left);
});
afterAll(async () => {
  await database.close();
  await copy.drop();
  await rm(folder, { recursive: true, force: true });
});

const hire = (nip: string, active: boolean) => database.sql`
  insert into employee (nip, name, unit_code, position, kind, active) values (${nip}, 'Uji Coba', (select min(code) from unit), 'Analis', 'pns', ${active})`;

const picture = async (id: string, kept: boolean) => {
  await storage.put(photoKey('clean', id), Buffer.from('jpeg'), 'image/jpeg');
  await database.sql`insert into media (id, contact_id, channel, account, file, state, kept)
    values (${id}, ${contact}, 'telegram', 'bot', ${seal.seal('file', `media|${id}`, 'x')}, 'clean', ${kept})`;
};

const certify = (nip: string, status: string, photo: string) => database.sql`
  insert into certificate (employee_id, title, provider, jp, date, source, status, media_id, sent_at, judged_at)
  select id, 'Bimtek', 'Badan Contoh', 800, '2026-03-02', 'chat', ${status}, ${photo}, ${begun.toISOString()}, ${begun.toISOString()}
  from employee where nip = ${nip}`;

const nightAfter = async (days: number): Promise<void> => {
  await database.sql`update hall_clock set shift_seconds = ${days * 86_400}`;
  const now = new Date(begun.getTime() + days * dayMs);
  await forget(database, seal, now);
  await forgetPhotos({ database }, storage);
  await forget(database, seal, now);
};

/** What is still there: files, and certificates by where they stand, with a mark where a photo belongs to them. */
const held = async () => {
  const there = new Set(await storage.list('clean'));
  const papers = await database.sql<{ paper: string }[]>`
    select status || case when media_id is null then '' else ' with photo' end as paper from certificate order by id`;
  return {
    files: Object.entries(photos).flatMap(([name, id]) => (there.has(photoKey('clean', id)) ? [name] : [])),
    papers: papers.map(({ paper }) => paper),
  };
};

test('a photo of a certificate is no draft: neither the end of one nor a wish to be forgotten takes it', async () => {
  await forgetMedia(database.sql, contact, [photos.counted]);
  await forgetPerson(database.sql, seal, contact, new Date(begun.getTime() + dayMs));
  await nightAfter(89);
  expect(await held()).toEqual({
    files: ['counted', 'refused', 'left'],
    papers: ['sah with photo', 'ditolak with photo', 'sah with photo'],
  });
});

test('the photo of a refused one goes after 90 days; what was said of it stays', async () => {
  await nightAfter(91);
  expect(await held()).toEqual({
    files: ['counted', 'left'],
    papers: ['sah with photo', 'ditolak', 'sah with photo'],
  });
});

test('whoever has left takes certificates and their photos along after five years, whoever serves keeps them', async () => {
  await nightAfter(1824);
  expect((await held()).papers).toHaveLength(3);
  await nightAfter(1826);
  expect(await held()).toEqual({ files: ['counted'], papers: ['sah with photo', 'ditolak'] });
  expect(await database.sql`select 1 from contact where id = ${contact}`).toHaveLength(1);
});
