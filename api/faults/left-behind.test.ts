import { afterEach, expect, test } from 'vitest';
import { atReview } from './at-review.ts';
import { doubledOn, standOf, wrongs } from './tickets.ts';
import { openTown, type Town } from './town.ts';
import { until } from './until.ts';

let town: Town;
afterEach(() => town?.close());

test('a receipt that a killed process held in its hand reaches the phone by the sweep of the next', async () => {
  town = await openTown({ processes: 1 });
  const people = town.newcomers(3);
  for (const person of people)
    atReview(person, () =>
      town.emulator.faults.add({ kind: 'hang', method: 'sendMessage', chat: person.phone.person.id }),
    );
  const inHand = async () =>
    (await town.database.sql`select 1 from letter where state = 'sending'`).length === people.length;
  const stand = () => standOf(town, people);
  await until('each receipt is in the hand of the process', inHand, town.moved, stand);
  await town.processes.splice(0)[0]?.kill();
  town.emulator.faults.clear();
  await town.database.sql`update letter set lease_until = now()`;
  await town.start();
  await until(
    'each receipt is on its phone',
    () => people.every(({ ticket }) => ticket()),
    town.moved,
    stand,
  );
  expect(await wrongs(town, people)).toEqual([]);
  expect(people.map(doubledOn)).toEqual([0, 0, 0]);
}, 180_000);
