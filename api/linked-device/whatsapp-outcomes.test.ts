import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { account } from '../../bot/channels/whatsapp-linked/index.ts';
import { createHealthBook } from '../../db/linked-device-health.ts';
import { openSendingHouse, readBy, type SendingHouse } from './testing/sending-house.ts';
import { until } from './testing/watched-library.ts';

let house: SendingHouse;
const hesitated: number[] = [];
beforeEach(async () => {
  hesitated.length = 0;
  house = await openSendingHouse({
    dice: Math.random,
    wait: async (milliseconds) => {
      hesitated.push(milliseconds);
      await sleep(milliseconds / 500);
    },
  });
});
afterEach(async () => {
  await house.close();
  expect(house.whatsApp.faults()).toEqual([]);
});

const last = async () => (await house.letters()).at(-1);
const becomes = (rank: number) => house.deliverUntil(async () => (await last())?.rank === rank);
const health = () => createHealthBook(house.hall.database, account, house.hall.city().agency.zone).read();
const times = (person: Parameters<typeof readBy>[0], text: string): number =>
  readBy(person).filter((one) => one === text).length;

describe('a letter on the linked device', () => {
  test('arrives, and is read, as the phone says; its words are not kept after that', async () => {
    const sri = await house.somebody();
    await house.post(sri, 'kabar');
    await becomes(2);
    sri.read();
    await becomes(3);
    expect(await last()).toMatchObject({ state: 'sent', rank: 3, attempts: 1 });
    const [row] = await house.hall.database.sql`select body from letter order by id desc limit 1`;
    expect(row).toEqual({ body: null });
  });

  test('is known to have arrived after a restart too, by the message alone', async () => {
    const sri = await house.somebody();
    await house.post(sri, 'kabar');
    await becomes(2);
    await house.end();
    await house.begin();
    sri.read();
    await becomes(3);
  });

  test('of which nobody knows whether it arrived goes again, and the phone shows it once', async () => {
    const sri = await house.somebody();
    house.whatsApp.loseWords(true);
    await house.post(sri, 'kabar');
    const going = house.hall.deliver();
    await until(() => times(sri, 'kabar') === 1);
    house.whatsApp.cut();
    house.whatsApp.loseWords(false);
    await going;
    while ((await last())?.failure !== 'unknown') await sleep(10);
    expect(await last()).toMatchObject({ state: 'waiting', attempts: 1 });
    await house.deliverUntil(async () => (await last())?.state === 'sent', 30_000);
    expect(await last()).toMatchObject({ attempts: 2 });
    expect(times(sri, 'kabar')).toBe(1);
  });

  test('is sealed anew, once, where WhatsApp no longer knows the session', async () => {
    const sri = await house.somebody();
    house.whatsApp.refuse(sri.lid, '479', true);
    await house.post(sri, 'kabar');
    await becomes(2);
    expect(await last()).toMatchObject({ state: 'sent', attempts: 1 });
    expect((await health())?.today.refused).toBe(1);

    house.whatsApp.refuse(sri.lid, '479');
    await house.post(sri, 'kabar lain');
    await house.hall.deliver();
    expect(await last()).toMatchObject({ state: 'dead', failure: 'rejected', attempts: 1 });
    expect((await health())?.today.refused).toBe(3);
  });

  test('is not begun with somebody who never wrote here, nor a day after their last word', async () => {
    const budi = house.whatsApp.person(50, 'Budi');
    await house.post(budi, 'pengingat', true);
    const sri = await house.somebody();
    await house.hall.clock.shift(24 * 3600);
    await house.post(sri, 'pengingat', true);
    await house.hall.deliver();
    expect([times(budi, 'pengingat'), times(sri, 'pengingat')]).toEqual([0, 0]);
    const waiting = (await house.letters()).filter(({ state }) => state === 'waiting');
    expect(waiting.map(({ failure }) => failure)).toEqual(['outside window', 'outside window']);
    await sri.type('halo');
    await house.deliverUntil(() => times(sri, 'pengingat') === 1);
    expect(budi.received()).toEqual([]);
  });
});

describe('what WhatsApp says of the account', () => {
  const lock = (is: boolean, seconds = 3600) =>
    house.whatsApp.announce('NotificationUserReachoutTimelockUpdate', {
      xwa2_notify_account_reachout_timelock: {
        is_active: is,
        time_enforcement_ends: `${Math.floor(Date.now() / 1000) + seconds}`,
      },
    });
  const pausedAs = async (why: string | null): Promise<void> => {
    while ((await health())?.pausedWhy !== why) await sleep(10);
  };

  test('pauses everything for as long as it says, and lets it go on when it is lifted', async () => {
    const sri = await house.somebody();
    lock(true);
    await pausedAs('time-lock');
    const left = new Date((await health())?.pausedUntil ?? 0).getTime() - house.hall.clock.now().getTime();
    expect(Math.abs(left - 3_600_000)).toBeLessThan(60_000);
    await house.post(sri, 'kabar');
    await house.hall.deliver();
    expect(times(sri, 'kabar')).toBe(0);
    lock(false);
    await house.deliverUntil(() => times(sri, 'kabar') === 1);
    expect((await health())?.pausedWhy).toBeNull();
  });

  test('about new chats is a warning first, and a pause at the end of the count', async () => {
    const capped = (capping_status: string) =>
      house.whatsApp.announce('MessageCappingInfoNotification', {
        xwa2_notify_new_chat_messages_capping_info_update: { capping_status },
      });
    capped('FIRST_WARNING');
    await until(() => house.told('linked-device-chats-nearly-capped').length === 1);
    expect((await health())?.pausedWhy ?? null).toBeNull();
    capped('CAPPED');
    await pausedAs('chats-capped');
  });
});

test('five hundred messages to five people go one by one, each person’s in order, never in step', async () => {
  const channel = house.hall.channels.find(({ name }) => name === 'whatsapp-linked');
  await house.dailyMost(5_000);
  const people = Array.from({ length: 5 }, (_, i) => house.whatsApp.person(60 + i));
  const wanted = Array.from({ length: 100 }, (_, i) => `pesan ${i}`);
  await Promise.all(
    people.map(async ({ lid: jid }) => {
      for (const text of wanted)
        expect(await channel?.send({ jid, kind: 'text', text })).toMatchObject({ ok: true });
    }),
  );
  for (const person of people) expect(readBy(person)).toEqual(wanted);
  expect((await health())?.today.sent).toBe(500);
  expect(hesitated).toHaveLength(500);
  expect(Math.max(...hesitated)).toBeLessThanOrEqual(1_810);
  expect(new Set(hesitated.map((one) => Math.floor(one / 200))).size).toBeGreaterThan(7);
}, 180_000);
