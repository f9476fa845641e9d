import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Json } from '../bot/conversation/json.ts';
import { beginTalk, type Talk } from '../bot/conversation/talk.ts';
import type { Change } from '../bot/ports.ts';
import { connect, type Database } from './database.ts';
import { createMediaStore, type MediaStore } from './media.ts';
import { createSeal } from './sealed.ts';
import { createSessions, keyOfMessage } from './sessions.ts';
import { type TestDatabase, testDatabase } from './testing.ts';

const now = new Date('2026-11-20T03:00:00Z');
const seal = createSeal(randomBytes(32));
let copy: TestDatabase;
let database: Database;
let media: MediaStore;

beforeAll(async () => {
  copy = await testDatabase();
  database = connect(copy.url, { max: 6 });
  media = createMediaStore(database, seal);
});
afterAll(async () => {
  await database.close();
  await copy.drop();
});

const report = (answers: { [question: string]: Json }): Talk => ({
  ...beginTalk('report', 'abcd', answers),
  asked: 'identity',
});

const change = (over: Partial<Change>): Change => ({
  key: keyOfMessage(seal, { channel: 'telegram', account: 'bot', id: 'x' }, randomUUID()),
  talk: null,
  parked: [],
  menu: [],
  effects: [],
  letters: [],
  now,
  ...over,
});

/** Somebody who has sent photos, and what their conversation then held. */
const someoneWith = async (photos: readonly string[], talk: Talk | null, parked: readonly Talk[] = []) => {
  const from = { channel: 'telegram', account: 'bot', id: randomUUID() } as const;
  const hall = createSessions(database, seal);
  const session = await hall.open(from, true);
  const effects = photos.map(
    (id) => ({ do: 'media.want', kind: 'photo', id, file: `file of ${id}` }) as const,
  );
  await hall.commit(session, change({ talk, parked, effects }));
  const contact = session.contact.id;
  const now = async () => createSessions(database, seal).open(from, true);
  const refuse = (id: string, attempts = 0) =>
    media.refuse({ id, state: 'wanted', attempts, contact }, 'broken');
  const letters = () =>
    database.sql<
      { dedupe: string; bulk: boolean }[]
    >`select dedupe, bulk from letter where contact_id = ${contact}`;
  return { from, hall, contact, now, refuse, letters };
};

test('a refused photo leaves the answer, and its sender is told with one letter', async () => {
  const [bad, good] = [randomUUID(), randomUUID()];
  const citizen = await someoneWith([bad, good], report({ detail: 'Lampu mati', photo: [bad, good] }));
  const before = await citizen.now();
  expect(await citizen.refuse(bad)).toBe(true);

  const after = await citizen.now();
  expect(after.talk?.answers).toEqual({ detail: 'Lampu mati', photo: [good] });
  expect(after.talk?.asked).toBe('identity');
  expect(after.revision).toBe(before.revision + 1);
  expect(await citizen.letters()).toEqual([{ dedupe: `photo-refused:${bad}`, bulk: false }]);
  const [letter] = await database.sql<
    { body: Uint8Array }[]
  >`select body from letter where contact_id = ${citizen.contact}`;
  expect(
    JSON.parse(seal.open('letter', `letter|${citizen.contact}`, letter?.body ?? Buffer.alloc(0))),
  ).toEqual({
    text: { key: 'photo.refused' },
  });
  const [row] = await database.sql`select state, reason from media where id = ${bad}`;
  expect(row).toEqual({ state: 'refused', reason: 'broken' });
});

test('the question of an only photo is open again', async () => {
  const bad = randomUUID();
  const citizen = await someoneWith([bad], report({ detail: 'Lampu mati', photo: [bad] }));
  await citizen.refuse(bad);
  expect((await citizen.now()).talk?.answers).toEqual({ detail: 'Lampu mati' });
});

test('a photo within a larger answer leaves the rest of it', async () => {
  const bad = randomUUID();
  const citizen = await someoneWith([bad], {
    ...beginTalk('add', 'abcd', { more: { words: 'dari timur', photos: [bad] } }),
  });
  await citizen.refuse(bad);
  expect((await citizen.now()).talk?.answers).toEqual({ more: { words: 'dari timur' } });
});

test('drafts that were put aside forget it too', async () => {
  const bad = randomUUID();
  const citizen = await someoneWith([bad], beginTalk('rate', 'abcd'), [
    report({ photo: [bad] }),
    report({ photo: ['other'] }),
  ]);
  await citizen.refuse(bad);
  expect((await citizen.now()).parked.map(({ answers }) => answers)).toEqual([{}, { photo: ['other'] }]);
});

test('a conversation without the photo is left as it is, and the letter is still written', async () => {
  const bad = randomUUID();
  const citizen = await someoneWith([bad], null);
  const before = await citizen.now();
  await citizen.refuse(bad);
  expect((await citizen.now()).revision).toBe(before.revision);
  expect(await citizen.letters()).toHaveLength(1);
});

test('a process that holds an older copy of the conversation in memory cannot bring the photo back', async () => {
  const bad = randomUUID();
  const citizen = await someoneWith([bad], report({ photo: [bad] }));
  const remembered = await citizen.hall.open(citizen.from, false);
  expect(remembered.talk?.answers).toEqual({ photo: [bad] });
  await citizen.refuse(bad);

  expect(await citizen.hall.commit(remembered, change({ talk: remembered.talk }))).toEqual({ kind: 'stale' });
  expect((await citizen.hall.open(citizen.from, false)).talk?.answers).toEqual({});
});

test('of two who refuse at once one does, and the sender is told once', async () => {
  const bad = randomUUID();
  const citizen = await someoneWith([bad], report({ photo: [bad] }));
  const before = await citizen.now();
  const outcomes = await Promise.all([citizen.refuse(bad), citizen.refuse(bad), citizen.refuse(bad)]);
  expect(outcomes.toSorted()).toEqual([false, false, true]);
  expect((await citizen.now()).revision).toBe(before.revision + 1);
  expect(await citizen.letters()).toHaveLength(1);
});

test('one whose turn is over refuses nothing', async () => {
  const bad = randomUUID();
  const citizen = await someoneWith([bad], report({ photo: [bad] }));
  await database.sql`update media set attempts = 2 where id = ${bad}`;
  expect(await citizen.refuse(bad, 1)).toBe(false);
  expect((await citizen.now()).talk?.answers).toEqual({ photo: [bad] });
  expect(await citizen.letters()).toEqual([]);
});

test('answers given while photos are being refused are all kept, and no refused photo stays', async () => {
  const bad = Array.from({ length: 8 }, () => randomUUID());
  const citizen = await someoneWith(bad, report({ photo: bad }));
  const write = async (n: number): Promise<void> => {
    const session = await citizen.now();
    const talk = session.talk && { ...session.talk, answers: { ...session.talk.answers, [`said${n}`]: n } };
    const done = await citizen.hall.commit(session, change({ talk }));
    if (done.kind === 'stale') await write(n);
  };
  const say = async () => {
    for (let n = 0; n < 12; n++) await write(n);
  };
  await Promise.all([say(), ...bad.map((id) => citizen.refuse(id))]);
  const { talk } = await citizen.now();
  expect(talk?.answers.photo).toBeUndefined();
  expect(Object.keys(talk?.answers ?? {})).toHaveLength(12);
  expect(await citizen.letters()).toHaveLength(8);
});
