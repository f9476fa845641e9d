import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { playTranscript } from '../../bot/conversation/transcript.ts';
import { openTestHall, type TestHall, testKey } from '../testing/hall.ts';
import { type Workplace, workplace } from './testing/run-program.ts';

let house: TestHall;
let place: Workplace;
beforeAll(async () => {
  house = await openTestHall();
  place = await workplace({
    DATABASE_URL: house.databaseUrl,
    DEMO: '1',
    APP_KEY: testKey.toString('base64'),
  });
});
afterAll(async () => {
  await place.leave();
  await house.close();
});

test('who had asked to be forgotten is forgotten again by the list that was kept apart', async () => {
  const { sql } = house.hall.database;
  await playTranscript(
    '> /bahasa\n…\n> English\n…\n> /datasaya\n…\n> [Delete]\n…\n> [All my data]\n…\n> [Send]\n…',
    house.actor(),
  );
  const list = join(place.folder, 'forgotten.txt');
  const saved = await place.run('pendopo', `forget-again --save ${list} --json`);
  expect(saved).toMatchObject({ code: 0, err: '' });
  expect(JSON.parse(saved.out)).toEqual({ tombstones: 1, people: 1, reports: 0 });
  expect(await readFile(list, 'utf8')).toMatch(/^[0-9a-f]{32} \S+Z\n$/);

  await sql`delete from tombstone`;
  await sql`update contact set locale = 'en'`;
  const again = await place.run('pendopo', `forget-again --from ${list} --json`);
  expect(JSON.parse(again.out)).toEqual({ tombstones: 1, people: 1, reports: 0 });
  expect((await sql`select locale from contact`)[0]?.locale).toBeNull();
});

test('a list that is none is refused', async () => {
  const list = join(place.folder, 'other.txt');
  await writeFile(list, 'nothing of ours\n');
  expect(await place.run('pendopo', `forget-again --from ${list}`)).toMatchObject({ code: 1 });
  expect(await place.run('pendopo', 'forget-again --from nowhere.txt')).toMatchObject({ code: 1 });
});
