import { expect, test } from 'vitest';
import { connect } from '../database.ts';
import { createSeal } from '../sealed.ts';
import { testDatabase } from '../testing.ts';
import { linesOf } from './backup-file.ts';
import { restoreBackup } from './restore-backup.ts';
import { writeBackup } from './write-backup.ts';

const seal = createSeal(Buffer.alloc(32, 7));
const many = 20_000;

/** A backup of a database that holds many keys of messages. */
const written = async (): Promise<Buffer> => {
  const copy = await testDatabase();
  const database = connect(copy.url);
  await database.sql`insert into inbox (key, at) select decode(md5(n::text), 'hex'), now() from generate_series(1, ${many}::int) n`;
  const pieces: Buffer[] = [];
  const into = async (all: AsyncIterable<Buffer>) => {
    for await (const piece of all) pieces.push(piece);
  };
  await writeBackup(database.sql, seal, into, () => {});
  await database.close();
  await copy.drop();
  return Buffer.concat(pieces);
};

async function* inChunks(bytes: Buffer, last?: () => Buffer): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += 10_000) yield bytes.subarray(at, at + 10_000);
  if (last) yield last();
}

test('rows come back in larger pieces, and nothing of them where the file turns out to be damaged only behind its end', async () => {
  const bytes = await written();
  const copy = await testDatabase();
  const database = connect(copy.url);
  const restore = (last?: () => Buffer) =>
    restoreBackup(database.sql, seal, linesOf(inChunks(bytes, last)), () => {});
  const kept = async () => (await database.sql`select count(*)::int as kept from inbox`)[0]?.kept;
  const wrongSum = () => {
    throw new Error('incorrect data check');
  };
  await expect(restore(wrongSum)).rejects.toThrow('incorrect data check');
  expect(await kept()).toBe(0);
  await expect(restore(() => Buffer.from('[]\n'))).rejects.toMatchObject({ why: 'damaged' });
  expect(await kept()).toBe(0);
  expect(await restore()).toMatchObject({ inbox: many });
  expect(await kept()).toBe(many);
  await database.close();
  await copy.drop();
});
