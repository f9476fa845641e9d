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
import { contentPlace, identityPlace } from '../stores/file-sensitive.ts';
import { forget } from '../stores/forget.ts';
import { type TestDatabase, testDatabase } from '../testing.ts';

const seal = createSeal(Buffer.alloc(32, 8));
const dayMs = 86_400_000;
const begun = new Date();

let copy: TestDatabase;
let database: Database;
let folder: string;
let storage: Storage;
let contact: number;

beforeAll(async () => {
  copy = await testDatabase();
  database = connect(copy.url, { max: 4 });
  folder = await mkdtemp(join(tmpdir(), 'pendopo-time-'));
  storage = createDiskStorage(folder);
  await seedCity(database, 'salatiga');
  const sessions = createSessions(database, seal);
  contact = (await sessions.open({ channel: 'telegram', account: 'bot', id: '77' }, true)).contact.id;
  await plantAll();
});
afterAll(async () => {
  await database.close();
  await copy.drop();
  await rm(folder, { recursive: true, force: true });
});

const at = begun.toISOString();
const photos = { first: randomUUID(), second: randomUUID(), after: randomUUID(), kept: randomUUID() };

const report = async (ticket: string, category: string, sealed: Buffer | null): Promise<number> => {
  const open = sealed === null;
  const [row] = await database.sql<{ id: number }[]>`
    insert into report (ticket, kind, category, unit_code, state, anonymous, confidential, words, place, lat, lng, sealed, reporter_id,
      reporter_key, phone, channel, received_at, first_answer_due, resolve_due)
    values (${ticket}, 'pengaduan', ${category}, (select min(code) from unit), 'selesai', false, ${!open}, ${open ? 'lampu mati' : null},
      ${open ? 'depan rumah' : null}, -7.33151, 110.51251, ${sealed}, ${open ? contact : null}, ${open ? null : Buffer.of(1)},
      ${open ? Buffer.of(1) : null}, 'telegram', ${at}, '2026-11-25', '2026-12-10') returning id::int as id`;
  return row?.id ?? 0;
};

const told = async (id: number, action: string, sealed: Buffer | null): Promise<number> => {
  const [row] = await database.sql<
    { id: number }[]
  >`insert into report_event (report_id, at, action, state, actor, sealed)
    values (${id}, ${at}, ${action}, 'selesai', 'officer', ${sealed}) returning id::int as id`;
  return row?.id ?? 0;
};

const picture = async (id: string, of: { report: number | null; event?: number; kept?: boolean }) => {
  await storage.put(photoKey('clean', id), Buffer.from('jpeg'), 'image/jpeg');
  await database.sql`insert into media (id, contact_id, channel, account, file, state, report_id, event_id, kept)
    values (${id}, ${contact}, 'telegram', 'bot', ${seal.seal('file', `media|${id}`, 'x')}, 'clean', ${of.report}, ${of.event ?? null}, ${of.kept ?? false})`;
};

const plantAll = async () => {
  const { sql } = database;
  const plain = await report('SLT-AAAAA1', 'lampu_jalan', null);
  const finish = await told(plain, 'finish', seal.seal('report', 'event|SLT-AAAAA1', 'Sudah diganti.'));
  await picture(photos.first, { report: plain });
  await picture(photos.second, { report: plain });
  await picture(photos.after, { report: plain, event: finish });
  await sql`insert into follower (report_id, contact_id, since) values (${plain}, ${contact}, ${at})`;
  await sql`insert into note (report_id, at, sealed) values (${plain}, ${at}, ${seal.seal('report', 'note|SLT-AAAAA1', 'catatan')})`;
  await sql`insert into publication (report_id, words, photos, at) values (${plain}, 'lampu mati', ${`{${photos.first},${photos.second}}`}, ${at})`;
  await sql`insert into rating (report_id, contact_id, score, sealed, at) values (${plain}, ${contact}, 4, ${Buffer.of(1)}, ${at})`;
  await sql`insert into reminder_given (report_id, key, at) values (${plain}, 'half', ${at})`;
  const [category] = await sql<
    { key: string }[]
  >`select key from category where sensitive = 'inspektorat' limit 1`;
  const content = JSON.stringify({ words: 'pungli', place: {}, photos: [photos.kept] });
  const secret = await report(
    'SLT-BBBBB1',
    category?.key ?? '',
    seal.seal('sensitive', contentPlace('SLT-BBBBB1'), content),
  );
  await told(secret, 'confirm', null);
  await sql`insert into sensitive_identity (report_id, sealed)
    values (${secret}, ${seal.seal('identity', identityPlace('SLT-BBBBB1'), String(contact))})`;
  await picture(photos.kept, { report: null, kept: true });
  await sql`insert into audit (at, action, report_id) values (${at}, 'read-sensitive', ${secret})`;
  await sql`insert into rights_request (number, contact_id, kind, asked_at, due, state, ended_at)
    values ('D-AAAAAA', ${contact}, 'see', ${at}, ${at}, 'done', ${at})`;
  await sql`insert into consent (contact_id, purpose, given, version, at) values (${contact}, 'phone', 'yes', '1', ${at})`;
};

/** The hall so many days later, after its nightly job. */
const nightAfter = async (days: number): Promise<void> => {
  await database.sql`update hall_clock set shift_seconds = ${days * 86_400}`;
  const now = new Date(begun.getTime() + days * dayMs);
  await forget(database, seal, now);
  await forgetPhotos({ database }, storage);
  await forget(database, seal, now);
};

const held = async (): Promise<string[]> => {
  const [row] = await database.sql<{ [what: string]: boolean }[]>`
    select (select reporter_id is not null from report where ticket = 'SLT-AAAAA1') as reporter,
      (select phone is not null from report where ticket = 'SLT-AAAAA1') as phone,
      (select words is not null and place is not null from report where ticket = 'SLT-AAAAA1') as words,
      (select lat <> round(lat::numeric, 2)::float8 from report where ticket = 'SLT-AAAAA1') as spot,
      exists (select 1 from report where ticket = 'SLT-AAAAA1' and category is not null and lat is not null) as outcome,
      exists (select 1 from report_event where action = 'finish' and sealed is not null) as answer,
      exists (select 1 from report_event where action = 'finish') as timeline,
      exists (select 1 from follower) as follower, exists (select 1 from note) as note, exists (select 1 from publication) as publication,
      exists (select 1 from rating where contact_id is not null) as rater, exists (select 1 from rating where sealed is not null) as opinion,
      exists (select 1 from rating) as score, exists (select 1 from reminder_given) as reminder,
      exists (select 1 from media where id = ${photos.first}) as before, exists (select 1 from media where id = ${photos.second}) as second,
      exists (select 1 from media where id = ${photos.after}) as after, exists (select 1 from media where id = ${photos.kept}) as kept,
      exists (select 1 from report where ticket = 'SLT-BBBBB1') as secret, exists (select 1 from sensitive_identity) as identity,
      exists (select 1 from report where reporter_key is not null) as key, exists (select 1 from audit) as audit,
      exists (select 1 from rights_request) as request, exists (select 1 from consent) as consent, exists (select 1 from contact) as account`;
  return Object.keys(row ?? {}).filter((what) => row?.[what] === true);
};

const files = async () => {
  const there = new Set(await storage.list('clean'));
  return Object.entries(photos).flatMap(([name, id]) => (there.has(photoKey('clean', id)) ? [name] : []));
};

/** Each row: the last day on which everything is still there, and what is gone two days later. */
const course: [number, string[]][] = [
  [89, ['reporter', 'phone', 'follower', 'rater']],
  [364, ['second', 'reminder']],
  [
    729,
    [
      'words',
      'spot',
      'answer',
      'note',
      'publication',
      'opinion',
      'before',
      'after',
      'identity',
      'key',
      'audit',
    ],
  ],
  [1824, ['secret', 'kept', 'request', 'account']],
];

test('each thing goes in its time and not before; what the city learns from stays', async () => {
  let before = await held();
  for (const [day, goes] of course) {
    await nightAfter(day);
    expect([day, await held()]).toEqual([day, before]);
    await nightAfter(day + 2);
    const after = await held();
    expect([day, before.filter((what) => !after.includes(what)).sort()]).toEqual([day, goes.toSorted()]);
    before = after;
  }
  expect(before).toEqual(['outcome', 'timeline', 'score', 'consent']);
  await nightAfter(1827);
  expect(await held()).toEqual(['outcome', 'timeline', 'score']);
  expect(await files()).toEqual([]);
});
