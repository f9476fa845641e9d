import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connect } from '../../db/database.ts';
import { discardEmbedded, startEmbedded } from '../../db/embedded/index.ts';
import { type Workplace, workplace } from './testing/run-program.ts';

let data: string;
let place: Workplace;
beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'pendopo-embedded-'));
  place = await workplace({ DATA_DIR: data });
});
afterAll(async () => {
  await place.leave();
  await discardEmbedded(data);
  await rm(data, { recursive: true, force: true });
});

/** Whether the embedded database runs just now, found out by joining it for a moment. */
const isUp = async () => {
  const visit = await startEmbedded({ dataDir: data });
  await visit.stop();
  return visit.joined;
};

test('a command on its own starts the embedded database and stops it again, also when refused', async () => {
  expect(await place.run('pendopo', 'migrate')).toMatchObject({ code: 0, err: '' });
  expect(await isUp()).toBe(false);
  expect((await place.run('pendopo', 'outbox retry 1')).code).toBe(1);
  expect(await isUp()).toBe(false);
});

test('a command beside the service uses its database and leaves it running', async () => {
  const service = await startEmbedded({ dataDir: data, own: true });
  try {
    const seeded = await place.run('pendopo', 'seed --city sawahlunto --json');
    expect(seeded).toMatchObject({ code: 0, err: '' });
    const said = await place.run('chat', '--name sri', '/menu\n');
    expect(said).toMatchObject({ code: 0, err: '' });
    expect(await isUp()).toBe(true);
    const database = connect(service.url);
    const [row] =
      await database.sql`select (select count(*)::int from contact) as contacts, (select prefix from agency) as prefix`;
    await database.close();
    expect(row).toEqual({ contacts: 1, prefix: JSON.parse(seeded.out).prefix });
  } finally {
    await service.stop();
  }
  expect(await isUp()).toBe(false);
});
