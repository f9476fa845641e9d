import { afterEach, expect, test } from 'vitest';
import type { Citizen } from './citizen.ts';
import { isLong, size } from './size.ts';
import { strikesOf } from './strikes.ts';
import { doubledOn, standOf, wrongs } from './tickets.ts';
import { openTown, type Town } from './town.ts';
import { until } from './until.ts';

let town: Town;
afterEach(() => town?.close());

/** A report takes seven updates: /lapor, words, category, place, no photo, ordinary, send. */
const perReport = 7;
const kills = size(10, 50);
const updates = size(400, 2_000);
const atOnce = 8;

const hasTicket = ({ ticket }: Citizen) => ticket() !== undefined;

/** Letters that a sender holds: nobody else may send them for half a minute. */
const heldLetters = async ({ database }: Town): Promise<number> =>
  (
    await database.sql<{ held: number }[]>`select count(*)::int as held from letter where state = 'sending'`
  )[0]?.held ?? 0;

/** What the dead held is free at once instead of after half a minute, when the living have nothing in hand any more. */
const freeLetters = ({ database }: Town) =>
  database.sql`update letter set lease_until = now() where state = 'sending'`;

test('R1 no report is lost or doubled by kill -9 at random moments, and no more messages are doubled than were on their way', async () => {
  town = await openTown({ processes: 2, seed: 20_261, timeScale: 0.2 });
  const { dice, processes } = town;
  const people = Math.ceil(updates / perReport);
  const citizens: Citizen[] = [];
  let armed = true;
  let killed = 0;
  const arrive = () => {
    const busy = citizens.filter((person) => !hasTicket(person)).length;
    if (armed && (citizens.length < people || killed < kills))
      citizens.push(...town.newcomers(atOnce - busy));
  };
  const everyone = () => citizens.length >= people && citizens.every(hasTicket);
  const strikes = strikesOf(town, { kills, events: Math.floor((updates * 1.5) / kills) });
  town.watch(arrive);
  let onTheWay = 0;
  const struck = (async () => {
    for await (const _ of strikes) {
      armed = false;
      const [victim] = processes.splice(Math.floor(dice() * processes.length), 1);
      const before = await heldLetters(town);
      onTheWay += town.open(victim);
      await victim?.kill();
      killed += 1;
      onTheWay += Math.max(await heldLetters(town), before);
      await town.start();
      armed = true;
      arrive();
    }
  })();
  arrive();
  await struck;
  const quiet = async () =>
    town.open() === 0 && citizens.filter((person) => !hasTicket(person)).length <= (await heldLetters(town));
  await until('nobody waits for anything but a letter that the dead hold', quiet, town.moved, () =>
    standOf(town, citizens),
  );
  if (!isLong) await freeLetters(town);
  await until('everyone holds a ticket', everyone, town.moved, () => standOf(town, citizens));
  await town.emulator.idle();
  const doubled = citizens.reduce((sum, person) => sum + doubledOn(person), 0);
  console.log(
    `kills ${killed}, updates ${town.emulator.stats.updates}, reports ${citizens.length}, on their way at a kill ${onTheWay}, doubled messages ${doubled}`,
  );
  expect(killed).toBe(kills);
  expect(await wrongs(town, citizens)).toEqual([]);
  expect(doubled).toBeLessThanOrEqual(onTheWay);
}, 1_800_000);
