import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createHealthBook, type HealthBook } from '../../../db/linked-device-health.ts';
import { type TestDatabase, testDatabase } from '../../../db/testing.ts';
import { createTally } from './tally.ts';

let copy: TestDatabase;
let book: HealthBook;
beforeAll(async () => {
  copy = await testDatabase();
  book = createHealthBook(copy, 'device', 'Asia/Jakarta');
  await book.tell('open');
});
afterAll(() => copy.drop());
beforeEach(() => copy.sql`truncate linked_device_day`);

const today = async () => (await book.read())?.today;

test('everything is counted, however fast it comes, by few statements', async () => {
  let statements = 0;
  const tally = createTally({
    count: (what, more) => {
      statements += 1;
      return book.count(what, more);
    },
  });
  for (let i = 0; i < 500; i++) tally.one(i % 10 === 0 ? 'unopened' : 'heard');
  await tally.settled();
  expect(await today()).toMatchObject({ heard: 450, unopened: 50 });
  expect(statements).toBeLessThan(6);
});

test('what could not be written is written with the next', async () => {
  const tally = createTally(book);
  await copy.sql`alter table linked_device_day rename to linked_device_away`;
  tally.one('heard');
  await tally.settled();
  await copy.sql`alter table linked_device_away rename to linked_device_day`;
  tally.one('heard');
  await tally.settled();
  expect(await today()).toMatchObject({ heard: 2 });
});
