import { rm, statfs, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import postgres from 'postgres';
import { expect, test } from 'vitest';
import { isDiskFull, startEmbedded } from './index.ts';
import { settle } from './place.ts';
import { mayMount, smallDisk } from './testing/small-disk.ts';

const why = 'skipped where this user may not mount a small disk';

test.runIf(mayMount)(`a disk too small for the database is said in one sentence (${why})`, async () => {
  const dataDir = await smallDisk('size=8m');
  const { home } = await settle(dataDir);
  await expect(startEmbedded({ dataDir })).rejects.toThrow(
    `The disk that holds ${home} is full: free some space, then start again.`,
  );
});

test.runIf(mayMount)(
  `a disk that fills up while working is recognised, and space helps (${why})`,
  async () => {
    const dataDir = await smallDisk('size=200m');
    const { url, stop } = await startEmbedded({ dataDir });
    const sql = postgres(url, { max: 1, onnotice: () => {} });
    await sql`create table letters (body text)`;
    const { bavail, bsize } = await statfs(dataDir);
    const balloon = join(dataDir, 'balloon');
    await writeFile(balloon, Buffer.alloc(Math.max(0, bavail * bsize - 1_000_000)));
    const write = () => sql`insert into letters select repeat('surat', 100) from generate_series(1, 10000)`;
    const error = await write().catch((thrown: unknown) => thrown);
    expect(isDiskFull(error)).toBe(true);
    expect(isDiskFull(new Error('the query failed', { cause: error }))).toBe(true);
    await rm(balloon);
    await write();
    const [row] = await sql<{ kept: number }[]>`select count(*)::int as kept from letters`;
    expect(row?.kept).toBe(10_000);
    await sql.end();
    await stop();
  },
);
