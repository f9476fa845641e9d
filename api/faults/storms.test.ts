import { afterEach, describe, expect, test } from 'vitest';
import { size } from './size.ts';
import { crossTalk, standOf, wrongs } from './tickets.ts';
import { openTown, type Town } from './town.ts';
import { until } from './until.ts';

let town: Town;
afterEach(() => town?.close());

describe('many people at one moment', () => {
  test('P7 with 30 % of updates repeated at the same moment to two processes, tickets equal finished dialogues and nobody is stuck', async () => {
    town = await openTown({ processes: 2, seed: 30 });
    town.emulator.storm({ repeatShare: 0.3, copies: 2, parallel: true });
    const people = town.newcomers(100);
    const stand = () => standOf(town, people);
    await until('everyone holds a ticket', () => people.every(({ ticket }) => ticket()), town.moved, stand);
    await town.emulator.idle();
    const { updates, repeated } = town.emulator.stats;
    console.log(`people ${people.length}, updates ${updates}, repeated ${repeated}`);
    expect(repeated).toBeGreaterThan(updates * 0.3);
    expect(await wrongs(town, people)).toEqual([]);
    expect(crossTalk(people)).toEqual([]);
  }, 600_000);

  test('each of a crowd sees only their own ticket and words', async () => {
    town = await openTown({ processes: 2, seed: 31 });
    const people = town.newcomers(size(100, 400));
    await until(
      'everyone holds a ticket',
      () => people.every(({ ticket }) => ticket()),
      town.moved,
      () => standOf(town, people),
    );
    await town.emulator.idle();
    expect(new Set(people.map(({ ticket }) => ticket())).size).toBe(people.length);
    expect(await wrongs(town, people)).toEqual([]);
    expect(crossTalk(people)).toEqual([]);
    const [one, other] = people;
    if (one && other) expect(crossTalk([{ ...one, words: other.words }]).length).toBeGreaterThan(0);
  }, 600_000);
});
