import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../db/testing.ts';
import { type Workplace, workplace } from './testing/run-program.ts';

let base: TestDatabase;
let place: Workplace;
beforeAll(async () => {
  base = await testDatabase();
  place = await workplace({ DATABASE_URL: base.url, DEMO: '1' });
});
afterAll(async () => {
  await place.leave();
  await base.drop();
});

const pendopo = (words: string) => place.run('pendopo', words);

describe('the command line', () => {
  test('ends with 2 on wrong usage, with the reason and the usage on standard error', async () => {
    const { code, out, err } = await pendopo('jobs --fast');
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(/^Unknown option --fast\.\n[\s\S]*USAGE/);
  });

  test('names all wrong settings at once, and no value', async () => {
    const elsewhere = await workplace({ DATABASE_URL: 'mysql://x:hush@y', PORT: 'hush' });
    const { code, err } = await elsewhere.run('pendopo', 'migrate');
    await elsewhere.leave();
    expect(code).toBe(1);
    expect(err).toMatch(/DATABASE_URL[\s\S]*PORT|PORT[\s\S]*DATABASE_URL/);
    expect(err).not.toContain('hush');
  });

  test('says in one sentence that the server does not answer, without the password', async () => {
    const elsewhere = await workplace({ DATABASE_URL: 'postgres://hall:hush@127.0.0.1:1/hall' });
    const { code, out, err } = await elsewhere.run('pendopo', 'outbox');
    await elsewhere.leave();
    expect([code, out]).toEqual([1, '']);
    expect(err.trim().split('\n')).toHaveLength(1);
    expect(err).not.toContain('hush');
  });
});

describe('an operator', () => {
  test('is told to load a city before a job can run', async () => {
    const { code, err } = await pendopo('job forget');
    expect(code).toBe(1);
    expect(err).toContain('seed --city NAME');
  });

  test('migrates, as often as they like', async () => {
    expect((await pendopo('migrate')).code).toBe(0);
    const { code, out } = await pendopo('migrate --json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual({ migrations: expect.any(Number) });
  });

  test('loads a city twice, and the second time changes nothing', async () => {
    const counts = () =>
      base.sql`select (select count(*) from unit) as units, (select count(*) from report) as reports`;
    const first = await pendopo('seed --city salatiga --demo --json');
    expect(first.code).toBe(0);
    expect(JSON.parse(first.out)).toMatchObject({
      city: 'salatiga',
      demo: true,
      rows: { reports: expect.any(Number) },
    });
    const before = await counts();
    expect(Number(before[0]?.reports)).toBeGreaterThan(0);
    const second = await pendopo('seed --city salatiga --demo');
    expect([second.code, second.err]).toEqual([0, '']);
    expect(second.out).toContain('Kota Salatiga is loaded');
    expect(await counts()).toEqual(before);
  });

  test('is refused another city in the same database', async () => {
    const { code, out, err } = await pendopo('seed --city lebong');
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain('Kota Salatiga');
  });

  test('is refused invented reports in production', async () => {
    const office = await workplace({
      DATABASE_URL: base.url,
      NODE_ENV: 'production',
      APP_KEY: Buffer.alloc(32, 1).toString('base64'),
    });
    const { code, err } = await office.run('pendopo', 'seed --city salatiga --demo');
    await office.leave();
    expect(code).toBe(1);
    expect(err).toContain('production');
  });

  test('runs a job, and sees what it did', async () => {
    const { code, out, err } = await pendopo('job clean-photos --json');
    expect([code, err]).toEqual([0, '']);
    expect(JSON.parse(out)).toMatchObject({
      job: 'clean-photos',
      did: 0,
      letters: { written: 0, waiting: 0 },
    });
  });

  test('may move a job in time in a demo only', async () => {
    const words = 'job nudge-drafts --at 2027-01-04T09:00 --json';
    const moved = await pendopo(words);
    expect(JSON.parse(moved.out).at).toMatch(/^2027-01-04T02:00:0/);
    const office = await workplace({ DATABASE_URL: base.url });
    const { code, err } = await office.run('pendopo', words);
    await office.leave();
    expect(code).toBe(1);
    expect(err).toContain('demo only');
  });
});
