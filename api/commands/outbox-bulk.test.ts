import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { literal } from '../../bot/conversation/reply.ts';
import { broadcastView } from '../../db/reads/broadcast.ts';
import { pauseBulk, resumeBulk } from '../../db/stores/bulk-pause.ts';
import { addLetters } from '../../db/stores/letter.ts';
import { createApp } from '../app.ts';
import { createMetrics } from '../metrics.ts';
import { openTestHall, type TestHall, testKey } from '../testing/hall.ts';
import { watchBroadcast } from './outbox-watch.ts';
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

beforeEach(() => house.hall.database.sql`delete from letter`);

const words = async (command: string) => (await place.run('pendopo', command)).out;

/** People who have said hello, each with so many letters in bulk. */
const readers = async (many: number, each = 1) => {
  const { database, seal } = house.hall;
  const actors = [];
  for (let i = 0; i < many; i++) {
    const id = 9_500 + i;
    const actor = house.actor({ id });
    await actor.type('/menu');
    await actor.seen();
    const { contact } = await house.hall.sessions.open(
      { channel: 'telegram', account: '4242', id: String(id) },
      true,
    );
    const letter = { say: { text: literal('Kabar untuk semua') }, lane: 'bulk' } as const;
    await Promise.all(
      addLetters(
        database.sql,
        seal,
        contact,
        Array.from({ length: each }, () => letter),
      ),
    );
    actors.push(actor);
  }
  return actors;
};

/** Each command is a process of its own. */
const patience = 180_000;

describe('letters in bulk', () => {
  test(
    'wait while the operator has stopped them, answers go on, and the service says so',
    async () => {
      const { hall } = house;
      const [reader] = await readers(2);
      expect(await words('outbox pause')).toContain('2 wait. Let them go on');
      expect(await pauseBulk(hall.database)).toMatchObject({ changed: false });
      expect(await hall.deliver()).toBe(0);
      expect(await hall.outbox.nextDue(hall.channels)).toBeUndefined();
      await reader?.type('/bantuan');
      expect(await reader?.seen()).toHaveLength(1);

      const app = createApp({ hall });
      await hall.database.sql`update letter set not_before = now() - interval '3 hours' where bulk`;
      const ready = await app.request('/health/ready');
      expect(ready.status).toBe(200);
      expect(await ready.json()).toMatchObject({ ready: true, bulkPaused: true, bulkLettersWaiting: 2 });
      const metrics = await (await createMetrics().route(hall.database).request('/')).text();
      expect(metrics).toContain('pendopo_bulk_paused 1');
      expect(metrics).toContain('pendopo_bulk_letters_waiting 2');
      expect(await words('outbox')).toMatch(
        /In bulk: 2 waiting, 0 sent in the last hour, paused since \d\d:\d\d\./,
      );

      expect(JSON.parse(await words('outbox resume --json'))).toEqual({
        paused: false,
        changed: true,
        waiting: 2,
      });
      expect((await app.request('/health/ready')).status).toBe(503);
      expect(await resumeBulk(hall.database)).toBe(false);
      expect(await hall.deliver()).toBe(2);
      expect((await reader?.seen())?.map(({ text }) => text)).toEqual(['Kabar untuk semua']);
      const { bulk } = JSON.parse(await words('outbox --json'));
      expect(bulk).toMatchObject({ waiting: 0, later: 0, sentInHour: 2, pausedSince: null, endsAt: null });
    },
    patience,
  );

  test(
    'show how fast they go and when the last will have gone',
    async () => {
      const { database } = house.hall;
      await readers(1, 40);
      await database.sql`update letter set state = 'sent', sent_at = now() - interval '10 seconds', body = null
      where id in (select id from letter where bulk order by id limit 20)`;
      const view = await broadcastView(database);
      expect(view).toMatchObject({ waiting: 20, sentInHour: 20, perSecond: expect.closeTo(2, 0) });
      const left = ((view.endsAt?.getTime() ?? 0) - Date.now()) / 1000;
      expect(left).toBeGreaterThan(8);
      expect(left).toBeLessThan(13);
      expect(await words('outbox')).toMatch(
        /20 waiting, 20 sent .*a second, done at about \d\d:\d\d( on \d+ \w+)? \(Asia\/Jakarta\)/,
      );
    },
    patience,
  );

  test(
    'can be watched until the last has gone',
    async () => {
      const { hall } = house;
      const { database } = hall;
      await readers(3, 2);
      const seen: number[][] = [];
      const watching = watchBroadcast(
        { database },
        new AbortController().signal,
        ({ waiting }, sent) => {
          seen.push([waiting, sent]);
          if (seen.length === 2) void hall.deliver();
        },
        20,
      );
      expect((await watching).waiting).toBe(0);
      expect(seen[0]).toEqual([6, 0]);
      expect(seen.at(-1)).toEqual([0, 6]);
      expect(await words('outbox watch')).toContain('In bulk: 0 waiting, 6 sent in the last hour');
    },
    patience,
  );

  test(
    'are no longer watched when somebody has seen enough',
    async () => {
      const { database } = house.hall;
      await readers(1);
      const enough = AbortSignal.timeout(50);
      expect((await watchBroadcast({ database }, enough, () => {}, 10)).waiting).toBe(1);
    },
    patience,
  );
});
