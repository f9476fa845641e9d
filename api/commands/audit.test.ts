import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { auditChain } from '../../db/reads/audit-chain.ts';
import { writeAudit } from '../../db/stores/audit.ts';
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

const sql = () => house.hall.database.sql;
const reason = 'alasan yang panjangnya lebih dari dua puluh huruf';

/** Does what no trigger would let through, as somebody could who owns the database. */
const behindItsBack = async (what: () => Promise<unknown>) => {
  await sql()`alter table audit disable trigger user`;
  await what();
  await sql()`alter table audit enable trigger user`;
};

const write = (at: string) =>
  writeAudit(
    sql(),
    house.hall.seal,
    { action: 'ask-identity', employee: 7, report: 3, reason },
    new Date(at),
  );

beforeEach(async () => {
  await behindItsBack(() => sql()`delete from audit`);
  await writeAudit(sql(), house.hall.seal, { action: 'pin-wrong' }, new Date('2026-11-18T02:03:04.005Z'));
  await write('2026-11-18T02:03:05Z');
  await write('2026-11-18T02:03:06.789Z');
  await write('2026-12-31T23:59:59.999Z');
});

const lines = async () => [
  ...(await sql()<
    { id: number; hash: string }[]
  >`select id::int as id, encode(hash, 'hex') as hash from audit order by id`),
];

describe('the audit log', () => {
  test('is whole as it was written, and its root is the last line’s', async () => {
    const all = await lines();
    expect(await auditChain(sql())).toEqual({ lines: 4, root: all.at(-1)?.hash });
    const printed = await place.run('pendopo', 'audit');
    expect(printed).toMatchObject({ code: 0, err: '' });
    expect(printed.out.trim()).toBe(`The audit log is whole: 4 lines, root ${all.at(-1)?.hash}.`);
    expect(JSON.parse((await place.run('pendopo', 'audit --json')).out)).toEqual({
      lines: 4,
      root: all.at(-1)?.hash,
    });
  });

  test('refuses every change of a line, and of the table', async () => {
    await expect(sql()`update audit set action = 'read-sensitive'`).rejects.toThrow('not changed');
    await expect(sql()`delete from audit`).rejects.toThrow('not changed');
    await expect(sql()`truncate audit`).rejects.toThrow('not changed');
  });

  test.each(['action', 'at', 'employee_id', 'report_id', 'sealed'])(
    'says which line was changed behind its back: %s of the second',
    async (column) => {
      const [, second] = await lines();
      const { id } = second ?? { id: 0 };
      const changes: { [column: string]: () => Promise<unknown> } = {
        action: () => sql()`update audit set action = 'read-sensitive' where id = ${id}`,
        at: () => sql()`update audit set at = at + interval '1 microsecond' where id = ${id}`,
        employee_id: () => sql()`update audit set employee_id = 8 where id = ${id}`,
        report_id: () => sql()`update audit set report_id = null where id = ${id}`,
        sealed: () => sql()`update audit set sealed = '\\x00' where id = ${id}`,
      };
      await behindItsBack(() => changes[column]?.() ?? Promise.reject(new Error(column)));
      expect(await auditChain(sql())).toMatchObject({ lines: 1, broken: { line: id, why: 'changed' } });
    },
  );

  test('says where a line was taken out, and where one was put in with a hash of its own', async () => {
    const [, second, third] = await lines();
    await behindItsBack(() => sql()`delete from audit where id = ${second?.id ?? 0}`);
    expect(await auditChain(sql())).toMatchObject({
      lines: 1,
      broken: { line: third?.id, why: 'missing-before' },
    });
    expect(await place.run('pendopo', 'audit')).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringContaining(`line ${third?.id} does not follow the line before it`),
    });
  });

  test('is told short of its end only by a root that was kept elsewhere', async () => {
    const all = await lines();
    const kept = all.at(-1)?.hash ?? '';
    expect(await auditChain(sql(), kept)).toMatchObject({ lines: 4, holds: true });
    await behindItsBack(() => sql()`delete from audit where id = ${all.at(-1)?.id ?? 0}`);
    expect(await auditChain(sql())).toMatchObject({ lines: 3 });
    expect(await place.run('pendopo', `audit --holds ${kept}`)).toMatchObject({
      code: 1,
      err: expect.stringContaining('does not hold that root'),
    });
  });

  test('stays whole when many write at one moment', async () => {
    await Promise.all(Array.from({ length: 60 }, () => write('2027-01-01T00:00:00Z')));
    expect(await auditChain(sql())).toMatchObject({ lines: 64, root: (await lines()).at(-1)?.hash });
  });

  test('stays whole when what is older than two years goes', async () => {
    await house.hall.clock.shift(3 * 366 * 86_400);
    const [first] = await lines();
    await sql()`delete from audit where id = ${first?.id ?? 0}`;
    expect(await auditChain(sql())).toMatchObject({ lines: 3 });
  });

  test('holds no reason in words', async () => {
    const rows = await sql()<{ row: string }[]>`select a::text as row from audit a`;
    const all = rows.map(({ row }) => row).join('\n');
    expect(all).not.toContain(reason);
    expect(all).not.toContain(Buffer.from(reason).toString('hex'));
  });
});
