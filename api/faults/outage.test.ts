import { afterEach, describe, expect, inject, test } from 'vitest';
import type {} from '../../db/testing.ts';
import type { Citizen } from './citizen.ts';
import { type DatabaseLine, layLine } from './database-line.ts';
import { isLong, size } from './size.ts';
import { standOf, wrongs } from './tickets.ts';
import { openTown, type Town } from './town.ts';
import { until } from './until.ts';

let town: Town;
let line: DatabaseLine;
afterEach(async () => {
  await town?.close();
  await line?.close();
});

const awayFor = size(2_000, 10_000);
const atOnce = 8;
const wait = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));
const hasTicket = ({ ticket }: Citizen) => ticket() !== undefined;

/** People who come one after another, some always under way, until it is told that enough is enough. */
const stream = () => {
  const people: Citizen[] = [];
  let more = true;
  const arrive = () => {
    const busy = people.filter((person) => !hasTicket(person)).length;
    if (more && people.length < 400) people.push(...town.newcomers(Math.max(0, atOnce - busy)));
  };
  town.watch(arrive);
  arrive();
  const settle = async () => {
    more = false;
    await until(
      'everyone holds a ticket',
      () => people.every(hasTicket),
      town.moved,
      () => standOf(town, people),
    );
    await town.emulator.idle();
  };
  return { people, settle };
};

const failuresCounted = async () => (await town.database.sql`select 1 from dead_update`).length;

describe('while the database is away', () => {
  test('R5 everything is answered 503 with Retry-After, and what is repeated arrives once', async () => {
    line = await layLine(inject('testServer').url);
    town = await openTown({ processes: 2, seed: 503, timeScale: 0.2, databaseUrl: line.url });
    const { people, settle } = stream();
    await until('people are under way', () => town.answers.length > 30, town.moved);
    await line.cut();
    const since = town.answers.length;
    await Promise.all([
      wait(awayFor),
      until(
        'many were sent away',
        () => town.answers.slice(since).filter(({ status }) => status === 503).length >= 10,
        town.moved,
      ),
    ]);
    const kept = (await town.database.sql`select 1 from inbox`).length;
    await line.mend();
    const mended = Date.now();
    await until(
      'an update is taken again',
      async () => (await town.database.sql`select 1 from inbox`).length > kept,
      town.moved,
    );
    const back = Date.now() - mended;
    await settle();
    const refused = town.answers.filter(({ status }) => status === 503);
    console.log(
      `away ${awayFor} ms, refused ${refused.length}, taken again after ${back} ms, reports ${people.length}`,
    );
    expect(new Set(town.answers.map(({ status }) => status))).toEqual(new Set([200, 503]));
    expect(refused.every(({ retryAfter }) => retryAfter === 5)).toBe(true);
    expect(await wrongs(town, people)).toEqual([]);
    expect(await failuresCounted()).toBe(0);
  }, 300_000);

  test.runIf(isLong)(
    'a database that falls silent is an absent one: 503, and what is repeated arrives once',
    async () => {
      line = await layLine(inject('testServer').url);
      town = await openTown({ processes: 1, seed: 60, databaseUrl: line.url });
      const people = town.newcomers(3);
      await until('people are under way', () => town.answers.length > 3, town.moved);
      line.hush();
      const refused = () =>
        town.answers.filter(({ status, retryAfter }) => status === 503 && retryAfter === 5).length;
      await until('each was sent away', () => refused() >= people.length, town.moved);
      await line.mend();
      await until(
        'everyone holds a ticket',
        () => people.every(hasTicket),
        town.moved,
        () => standOf(town, people),
      );
      expect(await wrongs(town, people)).toEqual([]);
      expect(await failuresCounted()).toBe(0);
    },
    300_000,
  );

  test('a server that ends every connection again and again loses nothing and counts nothing as a failure', async () => {
    town = await openTown({ processes: 2, seed: 57 });
    const { people, settle } = stream();
    for (let round = 0; round < size(3, 40); round++) {
      const before = town.answers.length;
      await until(
        'people go on',
        () => town.answers.length > before + 10,
        town.moved,
        () => standOf(town, people),
      );
      await town.database.sql`select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and application_name = 'pendopo'`;
    }
    await settle();
    expect(await wrongs(town, people)).toEqual([]);
    expect(await failuresCounted()).toBe(0);
  }, 300_000);
});
