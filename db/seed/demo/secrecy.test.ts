import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { keyOfAddress } from '../../key-of-address.ts';
import { type DemoHall, demoHall, seal } from './testing.ts';

let hall: DemoHall;

beforeAll(async () => {
  hall = await demoHall();
});
afterAll(() => hall.close());

describe('Tertutup', () => {
  /** Every table as text, bytes in hex: whatever is not sealed can be read here. */
  const everything = async () => {
    const tables = await hall.sql<{ name: string }[]>`
      select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`;
    const texts = await Promise.all(
      tables.map(({ name }) => hall.sql<{ row: string }[]>`select t::text as row from ${hall.sql(name)} t`),
    );
    return texts
      .flat()
      .map(({ row }) => row.toLowerCase())
      .join('\n');
  };
  const readable = (all: string, words: string) =>
    all.includes(words.toLowerCase()) ||
    all.includes(Buffer.from(words).toString('hex')) ||
    all.includes(JSON.stringify(words).slice(1, -1).toLowerCase());

  test('is chosen for 36 of the 300, about one in eight', () => {
    expect(hall.imagined.filter(({ report }) => report.confidential)).toHaveLength(36);
  });

  test('leaves its words in no column that can be read, while those of Biasa are found by the same search', async () => {
    const all = await everything();
    const open = hall.imagined.filter(({ report }) => !report.confidential);
    const openWords = open.map(({ draft }) => draft.words.toLowerCase());
    const secret = hall.imagined.filter(
      ({ report, draft }) =>
        report.confidential && !openWords.some((words) => words.includes(draft.words.toLowerCase())),
    );
    expect(secret.length).toBeGreaterThan(20);
    for (const { draft } of secret) expect(readable(all, draft.words), draft.words).toBe(false);
    for (const { draft } of open) expect(readable(all, draft.words), draft.words).toBe(true);
  });

  test('keeps place and pin sealed too, for its own ticket only', async () => {
    const rows = await hall.sql`select * from report where confidential`;
    expect(rows.length).toBeGreaterThan(20);
    for (const { ticket, words, place, lat, lng, sealed } of rows) {
      const found = hall.imagined.find(({ report }) => report.ticket === ticket);
      expect([words, place, lat, lng]).toEqual([null, null, null, null]);
      const opened = JSON.parse(seal.open('report', `report|${ticket}`, sealed));
      expect(opened).toEqual({ words: found?.draft.words, place: found?.draft.place });
      expect(() => seal.open('report', 'report|SLT-000000', sealed)).toThrow();
    }
    expect([
      ...(await hall.sql`select 1 from follower f join report r on r.id = f.report_id where confidential`),
    ]).toEqual([]);
  });

  test('has nothing sealed where the report is Biasa', async () => {
    const rows =
      await hall.sql`select 1 from report where not confidential and (sealed is not null or words is null)`;
    expect([...rows]).toEqual([]);
  });
});

test('the people are invented, findable by their key, and have said nothing yet', async () => {
  const rows =
    await hall.sql`select c.*, t.revision, t.form, t.sealed from contact c join talk t on t.contact_id = c.id`;
  const [{ n } = { n: 0 }] = await hall.sql`select count(*)::int as n from contact`;
  expect(rows.length).toBe(n);
  for (const { channel, account, address, key, revision, form, sealed } of rows) {
    expect({ channel, account, revision, form, sealed }).toEqual({
      channel: 'telegram',
      account: 'demo',
      revision: 0,
      form: null,
      sealed: null,
    });
    const id = seal.open('address', 'telegram|demo', address);
    expect(id).toMatch(/^warga-\d+$/);
    expect(keyOfAddress(seal, { channel: 'telegram', account: 'demo', id })).toEqual(Buffer.from(key));
  }
});
