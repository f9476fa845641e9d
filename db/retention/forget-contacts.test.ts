import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connect, type Database } from '../database.ts';
import { createSeal } from '../sealed.ts';
import { seedCity } from '../seed/index.ts';
import { createSessions } from '../sessions.ts';
import { identityPlace } from '../stores/file-sensitive.ts';
import { type TestDatabase, testDatabase } from '../testing.ts';
import { forgetContacts } from './forget-contacts.ts';

const seal = createSeal(Buffer.alloc(32, 6));
let copy: TestDatabase;
let database: Database;
beforeAll(async () => {
  copy = await testDatabase();
  database = connect(copy.url, { max: 4 });
  await seedCity(database, 'salatiga');
});
afterAll(async () => {
  await database.close();
  await copy.drop();
});

const somebody = async (): Promise<number> => {
  const sessions = createSessions(database, seal, { cache: false });
  return (await sessions.open({ channel: 'telegram', account: 'bot', id: randomUUID() }, true)).contact.id;
};
const sweep = (most = 2) => forgetContacts(database.sql, { before: '2099-01-01T00:00:00Z', most }, seal);
const left = async () =>
  (await database.sql`select id::int as id from contact order by id`).map(({ id }) => id);

test('whoever wrote a sensitive report keeps the account by which they are answered; nobody else stands in their way', async () => {
  const people: number[] = [];
  for (let i = 0; i < 5; i++) people.push(await somebody());
  const writers = people.slice(0, 3);
  for (const [i, writer] of writers.entries()) {
    const ticket = `SLT-CCCCC${i}`;
    const [report] = await database.sql<{ id: number }[]>`
      insert into report (ticket, kind, category, unit_code, state, anonymous, confidential, channel, received_at, first_answer_due, resolve_due)
      values (${ticket}, 'pengaduan', (select key from category where sensitive = 'inspektorat' limit 1), (select min(code) from unit),
        'diproses', true, true, 'telegram', now(), '2026-11-25', '2026-12-10') returning id::int as id`;
    const sealed = seal.seal('identity', identityPlace(ticket), String(writer));
    await database.sql`insert into sensitive_identity (report_id, sealed) values (${report?.id ?? 0}, ${sealed})`;
  }
  await sweep();
  expect(await left()).toEqual(writers);
  await database.sql`delete from sensitive_identity`;
  await sweep();
  expect(await left()).toEqual([]);
});

test.each([
  [
    'a report',
    (
      id: number,
    ) => database.sql`insert into report (ticket, kind, category, unit_code, state, anonymous, confidential, channel,
    received_at, first_answer_due, resolve_due, reporter_id) values ('SLT-DDDDD0', 'pengaduan', 'lampu_jalan', (select min(code) from unit),
    'diproses', true, false, 'telegram', now(), '2026-11-25', '2026-12-10', ${id})`,
  ],
  [
    'a photo',
    (id: number) => database.sql`insert into media (id, contact_id, channel, account, file)
    values (${randomUUID()}, ${id}, 'telegram', 'bot', ${Buffer.of(1)})`,
  ],
  [
    'a request that waits',
    (id: number) => database.sql`insert into rights_request (number, contact_id, kind, asked_at, due)
    values ('D-DDDDDD', ${id}, 'correct', now(), now())`,
  ],
  [
    'a letter that waits',
    (id: number) => database.sql`insert into letter (contact_id, channel) values (${id}, 'telegram')`,
  ],
] as const)('an account with %s stays', async (_, tie) => {
  const id = await somebody();
  await tie(id);
  await sweep();
  expect(await left()).toContain(id);
});
