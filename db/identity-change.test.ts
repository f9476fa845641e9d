import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hireSomebody } from '../api/testing/employee.ts';
import { openTestHall, type TestHall } from '../api/testing/hall.ts';
import type { Address, Inbound } from '../bot/conversation/inbound.ts';
import type { Database } from './database.ts';
import { forgetAgain } from './retention/forget-again.ts';
import { createSessions } from './sessions.ts';
import { makeCode } from './stores/activation.ts';
import { addTombstones, buryPerson, readTombstones } from './stores/tombstone.ts';

let house: TestHall;
beforeAll(async () => {
  house = await openTestHall();
});
afterAll(() => house.close());

const cloud = (id: string): Address => ({ channel: 'whatsapp-cloud', account: '1', id });

let count = 0;
const event = (id: string, rest: Partial<Inbound>): Inbound => ({
  id: `event-${++count}`,
  from: cloud(id),
  at: new Date(),
  content: { kind: 'unsupported', what: 'other' },
  ...rest,
});
const take = (inbound: Inbound) => house.hall.handle(inbound, house.hall.keyOf(inbound.from, inbound.id));

const says = (text: string, id: string, ...known: string[]) =>
  take(event(id, { content: { kind: 'text', text }, known }));
const changes = (was: string[], now: string[]) => event(was[0] ?? '', { identity: { was, now } });

/** An employee who has linked this chat; a second number of the same person where there is one. */
const employee = async (id: string, known: string[] = [], roles: string[] = []): Promise<number> => {
  const { database, seal, clock } = house.hall;
  const nip = await hireSomebody(database.sql, { roles });
  const made = await makeCode(database.sql, seal, { nip, now: clock.now(), random: randomBytes });
  if (typeof made === 'string') throw new Error(made);
  return (await says(`/masuk ${made.code}`, id, ...known)).session.contact.id;
};

const linkOf = async (contact: number) =>
  (
    await house.hall.database
      .sql`select ended_why as why from staff_link where contact_id = ${contact} order by id`
  ).map(({ why }) => why);

/** The sentences that wait for a contact or were written for it. */
const lettersTo = async (contact: number) => {
  const rows = await house.hall.database.sql<{ body: Uint8Array; state: string }[]>`
    select body, state from letter where contact_id = ${contact} and body is not null order by id`;
  return rows.map(({ body, state }) => {
    const { text } = JSON.parse(house.hall.seal.open('letter', `letter|${contact}`, body));
    return { key: text.key, state };
  });
};
const toldOfIt = async (contact: number, key: string) =>
  (await lettersTo(contact)).filter((letter) => letter.key === key).length;

const seen = async (contact: number) => {
  const session = await house.hall.sessions.of(contact);
  if (!session) throw new Error('nobody');
  return session;
};

test('an employee whose number changed is no longer one, is told once, and so is the personnel office', async () => {
  const hr = await employee('6281000001', [], ['hr']);
  const sri = await employee('6281000002');
  const change = changes(['6281000002'], ['ID.1000002', '6281000003']);
  const first = await take(change);
  expect(first).toMatchObject({ repeated: false, writes: true, session: { contact: { id: sri } } });
  expect((await take(change)).repeated).toBe(true);
  expect(await linkOf(sri)).toEqual(['id-changed']);
  expect(await toldOfIt(sri, 'link.suspended')).toBe(1);
  expect(await toldOfIt(hr, 'link.suspended-notice')).toBe(1);
  const { session } = await says('/profil', 'ID.1000002');
  expect(session.contact).toMatchObject({ id: sri, hats: [], address: { id: 'ID.1000002' } });
});

test('whoever comes on the number of an employee under another id is nobody’s employee', async () => {
  const sri = await employee('ID.1100001', ['6281100001']);
  const { session } = await says('halo', 'ID.1100002', '6281100001');
  expect(session.contact.id).not.toBe(sri);
  expect(session.contact.hats).toEqual([]);
  expect(await linkOf(sri)).toEqual(['id-changed']);
  expect(await toldOfIt(sri, 'link.suspended')).toBe(1);
  expect(await toldOfIt(session.contact.id, 'link.suspended')).toBe(0);
});

test('a process that remembers an employee does not let them act once their link was suspended elsewhere', async () => {
  const sri = await employee('ID.1200001', ['6281200001'], ['officer']);
  expect((await says('/profil', 'ID.1200001')).session.contact.hats).not.toEqual([]);
  const { database, seal, city } = house.hall;
  const elsewhere = createSessions(database, seal, { city });
  await elsewhere.open(cloud('ID.1200002'), false, ['6281200001']);
  const { session } = await says('/profil', 'ID.1200001');
  expect(session.contact).toMatchObject({ id: sri, hats: [] });
});

test('a citizen’s report goes on under the new id, and nothing is said about it', async () => {
  const { session } = await says('lampu jalan mati di ujung gang', 'ID.1300001', '6281300001');
  const written = (await lettersTo(session.contact.id)).length;
  const spoke = (await seen(session.contact.id)).spokeAt;
  const { say, taken, letters } = await take(changes(['ID.1300001'], ['ID.1300002']));
  expect({ say, taken, letters }).toEqual({ say: [], taken: [], letters: false });
  expect(await lettersTo(session.contact.id)).toHaveLength(written);
  expect((await seen(session.contact.id)).spokeAt).toEqual(spoke);
  const next = await says('1', 'ID.1300002', '6281300001');
  expect(next.session.contact.id).toBe(session.contact.id);
  expect(next.session.talk?.form).toBe('report');
});

test('what waits for somebody is not sent to the next owner of their number', async () => {
  const sri = await employee('6281400001');
  const { session } = await says('halo', '6281400001');
  await house.hall.sessions.post(session, [{ say: { text: { key: 'again' } }, lane: 'bulk' }]);
  const other = await says('halo', 'ID.1400002');
  const moved = await says('halo', 'ID.1400002', '6281400001');
  expect(moved.session.contact.id).toBe(other.session.contact.id);
  expect((await lettersTo(sri)).filter(({ state }) => state === 'waiting')).toEqual([]);
  expect((await seen(sri)).contact.address.id).toBe('');
  expect(await linkOf(sri)).toEqual(['id-changed']);
});

test('whoever lost the number by which they were reached is reached again once they write', async () => {
  const { session } = await says('halo', 'ID.1500001', '6281500001');
  await take(changes(['ID.1500001'], ['6281500002']));
  expect((await seen(session.contact.id)).contact.address.id).toBe('6281500002');
  await says('halo', 'ID.1500009', '6281500002');
  expect((await seen(session.contact.id)).contact.address.id).toBe('');
  const back = await says('halo', 'ID.1500001');
  expect(back.session.contact).toMatchObject({ id: session.contact.id, address: { id: 'ID.1500001' } });
});

/** The same database, telling how many statements it was asked. */
const counted = () => {
  const { sql, keyed } = house.hall.database;
  const asked = { statements: 0 };
  const counting = (pool: Database['sql']) =>
    new Proxy(pool, {
      get: (target, name) => {
        if (name === 'unsafe' || name === 'begin') asked.statements += 1;
        return Reflect.get(target, name);
      },
    });
  return { asked, database: { sql: counting(sql), keyed: counting(keyed) } };
};

test.each([
  ['WhatsApp', cloud('ID.1600001'), ['6281600001']],
  ['Telegram', { channel: 'telegram', account: '4242', id: '1600001' } as const, []],
])(
  'somebody who is known costs one query on %s, and none while they are remembered',
  async (_, from, known) => {
    await house.hall.sessions.open(from, true, known);
    const { asked, database } = counted();
    const sessions = createSessions(database, house.hall.seal);
    await sessions.open(from, false, known);
    expect(asked.statements).toBe(1);
    await sessions.open(from, false, known);
    await sessions.open(from, false);
    expect(asked.statements).toBe(1);
  },
);

test('whoever was forgotten is found in a restored backup, though the first id is gone', async () => {
  const { database, seal, clock } = house.hall;
  const { session } = await says('lampu jalan mati di ujung gang', '6281700001');
  const { id } = session.contact;
  const [before] = await database.sql<{ key: Uint8Array }[]>`select key from contact where id = ${id}`;
  await take(changes(['6281700001'], ['6281700002']));
  await buryPerson(database.sql, id, clock.now());
  const kept = await readTombstones(database.sql);
  expect(kept.map(({ key }) => key)).toContain(Buffer.from(before?.key ?? []).toString('hex'));
  await database.sql`delete from tombstone`;
  await database.sql`update contact_alias set key = '\\x00' where contact_id = ${id}`;
  await addTombstones(database.sql, kept);
  expect((await forgetAgain(database, seal)).people).toBe(1);
  expect((await seen(id)).talk).toBeNull();
});

test('an employee’s other chat is no longer one person with the chat whose id changed', async () => {
  const { database } = house.hall;
  const sri = await employee('ID.1800001');
  const { session } = await says('halo', 'ID.1800009');
  await database.sql`update contact set person = gen_random_uuid() where id = ${sri}`;
  await database.sql`update contact set person = (select person from contact where id = ${sri}) where id = ${session.contact.id}`;
  await take(changes(['ID.1800001'], ['ID.1800002']));
  const [row] = await database.sql`select person from contact where id = ${sri}`;
  expect(row?.person).toBeNull();
});
