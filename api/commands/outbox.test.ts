import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serveEmulator } from '../../bot/channels/telegram/emulator/index.ts';
import { literal, say } from '../../bot/conversation/reply.ts';
import { translate } from '../../bot/i18n/translate.ts';
import { createDeadUpdates, failuresMost } from '../../db/dead-updates.ts';
import { addLetters } from '../../db/stores/letter.ts';
import { openTestHall, type TestHall, testKey, testToken } from '../testing/hall.ts';
import { type Workplace, workplace } from './testing/run-program.ts';

let house: TestHall;
let telegram: Awaited<ReturnType<typeof serveEmulator>>;
let place: Workplace;
beforeAll(async () => {
  house = await openTestHall();
  telegram = await serveEmulator(house.emulator);
  place = await workplace({
    DATABASE_URL: house.databaseUrl,
    DEMO: '1',
    APP_KEY: testKey.toString('base64'),
    TELEGRAM_BOT_TOKEN: testToken,
    TELEGRAM_API_ROOT: telegram.url,
  });
});
afterAll(async () => {
  await place.leave();
  await telegram.close();
  await house.close();
});

/** A day and an hour from now: a draft is then old enough to be mentioned. */
const tomorrow = () => `${new Date(Date.now() + 25 * 3_600_000).toISOString().slice(0, 19)}Z`;

let nextPerson = 9_100;

/** A person who has said hello, and the hall's session of them. */
const known = async () => {
  const id = nextPerson++;
  const actor = house.actor({ id });
  await actor.type('/menu');
  await actor.seen();
  const address = { channel: 'telegram', account: '4242', id: String(id) } as const;
  return { actor, session: await house.hall.sessions.open(address, true) };
};

const write = async (
  session: Awaited<ReturnType<typeof known>>['session'],
  words: string,
): Promise<number> => {
  const { database, seal } = house.hall;
  const letter = { say: { text: literal(words) }, lane: 'interactive', delay: 3_600_000 } as const;
  await addLetters(database.sql, seal, session.contact, [letter])[0];
  const [row] = await database.sql<{ id: string }[]>`select max(id) as id from letter`;
  return Number(row?.id);
};

describe('an operator', () => {
  test('sees letters that wait and letters that died, with the reason, and no text', async () => {
    const { session } = await known();
    const waiting = await write(session, 'rahasia satu');
    const dead = await write(session, 'rahasia dua');
    await house.hall.database
      .sql`update letter set state = 'dead', failure = 'rejected', attempts = 3 where id = ${dead}`;
    const listed = await place.run('pendopo', 'outbox --json');
    expect(listed).toMatchObject({ code: 0, err: '' });
    const { counts, letters, setAside } = JSON.parse(listed.out);
    expect(counts).toEqual({ waiting: 1, sending: 0, dead: 1, setAside: 0 });
    expect(setAside).toEqual([]);
    expect(letters).toEqual([
      expect.objectContaining({ id: dead, state: 'dead', reason: 'rejected', attempts: 3, account: '4242' }),
      expect.objectContaining({ id: waiting, state: 'waiting', dueInSeconds: expect.any(Number) }),
    ]);
    const { out } = await place.run('pendopo', 'outbox');
    expect(out).toContain('1 waiting, 0 being sent, 1 dead');
    expect(out).not.toMatch(/rahasia/);
    await house.hall.database.sql`delete from letter`;
  });

  test('sees how many letters wait for people who can only be written to when they write', async () => {
    const { database, seal } = house.hall;
    const at = { channel: 'whatsapp-cloud', account: '1001', id: '6281200000501' } as const;
    const { contact } = await house.hall.sessions.open(at, true);
    const letter = { say: { text: literal('rahasia') }, lane: 'interactive' } as const;
    await Promise.all(addLetters(database.sql, seal, contact, [letter, letter]));
    await database.sql`update letter set failure = 'knocked', created_at = now() - interval '3 hours'
      where id = (select min(id) from letter where contact_id = ${contact.id})`;
    const { out } = await place.run('pendopo', 'outbox');
    expect(out).toContain(
      'whatsapp-cloud/1001: 2 for 1 people wait outside the 24 hours in which they can be written to, the oldest for 3 h.',
    );
    const { shut } = JSON.parse((await place.run('pendopo', 'outbox --json')).out);
    expect(shut).toEqual([
      { channel: 'whatsapp-cloud', account: '1001', letters: 2, people: 1, ageSeconds: expect.any(Number) },
    ]);
    await database.sql`delete from letter`;
  });

  test('sends a dead letter after all, once', async () => {
    const { actor, session } = await known();
    const id = await write(session, 'kabar yang tertahan');
    await house.hall.database
      .sql`update letter set state = 'dead', failure = 'unknown', attempts = 12 where id = ${id}`;
    expect((await place.run('pendopo', `outbox retry ${id} --json`)).out).toBe(
      `{"id":${id},"state":"waiting"}\n`,
    );
    expect(await place.run('pendopo', `outbox retry ${id}`)).toMatchObject({ code: 1, out: '' });
    expect((await place.run('pendopo', 'job deliver-outbox')).code).toBe(0);
    expect((await actor.seen()).map(({ text }) => text)).toEqual(['kabar yang tertahan']);
    const again = await place.run('pendopo', `outbox retry ${id}`);
    expect([again.code, again.err]).toEqual([1, `Letter ${id} is not dead, it is sent.\n`]);
    expect((await place.run('pendopo', 'outbox retry 999999')).code).toBe(1);
  });

  test('sees that a message was set aside, and not what it said', async () => {
    const { database, seal } = house.hall;
    const fail = createDeadUpdates(database, seal);
    for (let i = 0; i < failuresMost; i++)
      await fail('ab'.repeat(16), { channel: 'telegram', account: '4242' }, 'TypeError bot/x.ts:1', {
        text: 'rahasia',
      });
    const { out } = await place.run('pendopo', 'outbox --json');
    expect(JSON.parse(out).setAside).toEqual([
      {
        key: 'ab'.repeat(16),
        channel: 'telegram',
        account: '4242',
        attempts: failuresMost,
        reason: 'TypeError bot/x.ts:1',
        ageSeconds: expect.any(Number),
      },
    ]);
    expect((await place.run('pendopo', 'outbox')).out).not.toContain('rahasia');
  });

  test('runs a job as of tomorrow, and what it wrote has arrived when it ends', async () => {
    const { actor } = await known();
    await actor.type('/lapor');
    await actor.type('lampu jalan mati depan smp 2');
    await actor.seen();
    const ran = await place.run('pendopo', `job nudge-drafts --at ${tomorrow()} --json`);
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(JSON.parse(ran.out)).toMatchObject({ did: 1, letters: { written: 1, waiting: 0 } });
    const seen = await actor.seen();
    expect(seen).toHaveLength(1);
    expect(seen[0]?.buttons).toContain(translate('id', say('button.resume')));
  });

  test('leaves letters of accounts that are not here to the service, and says so', async () => {
    const { database } = house.hall;
    const { actor } = await known();
    await actor.type('/lapor');
    await actor.type('lampu jalan mati depan smp 2');
    await actor.seen();
    const elsewhere = await workplace({
      DATABASE_URL: house.databaseUrl,
      DEMO: '1',
      APP_KEY: testKey.toString('base64'),
    });
    const ran = await elsewhere.run('pendopo', `job nudge-drafts --at ${tomorrow()} --json`);
    await elsewhere.leave();
    expect(ran.code).toBe(0);
    expect(JSON.parse(ran.out)).toMatchObject({ did: 1, letters: { written: 1, waiting: 1 } });
    expect([...(await database.sql`select attempts from letter where state = 'waiting' and bulk`)]).toEqual([
      { attempts: 0 },
    ]);
  });
});
