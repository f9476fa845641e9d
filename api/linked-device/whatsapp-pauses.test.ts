import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { account } from '../../bot/channels/whatsapp-linked/index.ts';
import { createHealthBook } from '../../db/linked-device-health.ts';
import { resumeDevice } from '../../db/stores/resume-device.ts';
import { openSendingHouse, readBy, type SendingHouse } from './testing/sending-house.ts';

let house: SendingHouse;
beforeEach(async () => {
  house = await openSendingHouse();
});
afterEach(async () => {
  await house.close();
  expect(house.whatsApp.faults()).toEqual([]);
});

const book = () => createHealthBook(house.hall.database, account, house.hall.city().agency.zone);
const paused = async () => (await book().read())?.pausedWhy ?? undefined;

/** Long enough for a few looks at whether sending goes on. */
const aFewLooks = async (): Promise<void> => {
  const end = Date.now() + 1_000;
  await house.deliverUntil(() => Date.now() > end);
};

const five = async () => {
  const people = [];
  for (let i = 0; i < 5; i++) people.push(await house.somebody());
  const [, , refused] = people;
  if (!refused) throw new Error('five people are five');
  house.whatsApp.refuse(refused.lid, '463');
  for (const [i, person] of people.entries()) await house.post(person, `kabar ${i + 1}`);
  return { people, refused };
};
const readers = (people: readonly Parameters<typeof readBy>[0][]): number[] =>
  people.map((person) => readBy(person).filter((text) => text.startsWith('kabar')).length);

describe('a message that WhatsApp refuses with 463', () => {
  test('is never said again, and nothing goes to anybody until an operator lets it', async () => {
    const { people, refused } = await five();
    await house.hall.deliver();
    await aFewLooks();
    expect(readers(people)).toEqual([1, 1, 0, 0, 0]);
    expect(await paused()).toBe('refused-463');
    const states = (await house.letters()).slice(-5).map(({ state, failure }) => [state, failure]);
    expect(states.slice(0, 3)).toEqual([
      ['sent', null],
      ['sent', null],
      ['dead', 'restricted'],
    ]);
    expect(states.slice(3).map(([state]) => state)).toEqual(['waiting', 'waiting']);
    expect(house.told('linked-device-paused')).toEqual([
      { event: 'linked-device-paused', channel: 'whatsapp-linked', code: 'refused-463' },
    ]);

    house.whatsApp.refuse(refused.lid);
    await resumeDevice(house.hall.database, account);
    await house.deliverUntil(() => readers(people).at(-1) === 1);
    expect(readers(people)).toEqual([1, 1, 0, 1, 1]);
    expect((await house.letters()).slice(-2).map(({ attempts }) => attempts)).toEqual([1, 1]);
  });

  test('pauses a service that starts again, without another alarm, until a day has passed', async () => {
    const { people } = await five();
    await house.hall.deliver();
    await house.end();
    await house.begin();
    await aFewLooks();
    expect(readers(people)).toEqual([1, 1, 0, 0, 0]);
    expect(house.told('linked-device-paused')).toHaveLength(1);
    await house.hall.clock.shift(24 * 3600 + 60);
    const [first] = people;
    await first?.type('halo');
    await house.deliverUntil(() => first?.received().length === 3);
    expect(await paused()).toBeUndefined();
  });
});

test('at the limit of a day everything waits until midnight of the city, with a warning before and one alarm', async () => {
  await house.dailyMost(50);
  const sri = await house.somebody();
  await book().count('sent', 38);
  await house.post(sri, 'hampir');
  await house.deliverUntil(() => readBy(sri).includes('hampir'));
  expect(house.told('linked-device-day-nearly-full')).toEqual([
    { event: 'linked-device-day-nearly-full', channel: 'whatsapp-linked', count: 40 },
  ]);
  await book().count('sent', 50 - ((await book().read())?.today.sent ?? 0));
  await house.post(sri, 'besok');
  await aFewLooks();
  expect(readBy(sri).join()).not.toContain('besok');
  expect(await paused()).toBe('daily-most');
  expect(house.told('linked-device-paused')).toHaveLength(1);
  expect((await book().read())?.today.sent).toBe(50);
  const midnight = new Date((await book().read())?.pausedUntil ?? 0).getTime();
  const ahead = Math.ceil((midnight - house.hall.clock.now().getTime()) / 1000);
  expect(ahead).toBeGreaterThan(0);
  expect(ahead).toBeLessThanOrEqual(24 * 3600 + 1);
  await house.hall.clock.shift(ahead + 1);
  await sri.type('halo');
  await house.deliverUntil(() => readBy(sri).join().includes('besok'));
  expect((await book().read())?.today.sent).toBeLessThan(5);
});
