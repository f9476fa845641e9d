import { afterEach, beforeEach, expect, test } from 'vitest';
import { readEnv } from '../env.ts';
import { openTestHall, type TestHall } from '../testing/hall.ts';
import { connectLinkedDevice, type LinkedDeviceConnection } from './connect.ts';
import { manners } from './sending/index.ts';
import { linkOn } from './testing/on-whatsapp.ts';
import { until } from './testing/watched-library.ts';
import { openWhatsApp, type WhatsApp } from './testing-server/index.ts';

let house: TestHall;
let whatsApp: WhatsApp;
let connection: LinkedDeviceConnection;

/** Senders of what could not be opened are asked after so long (milliseconds). */
const patience = 300;

const connect = async (hall = house.hall) => {
  const env = readEnv({ WHATSAPP_LINKED_DEVICE: '1', WHATSAPP_LINKED_DEVICE_URL: whatsApp.url });
  const given = connectLinkedDevice(env, hall, {
    media: async () => 0,
    after: () => {},
    manners: { ...manners, dice: () => 0 },
    patience,
  });
  if (!given) throw new Error('the linked device is off');
  connection = given;
  expect(await connection.begin()).toBeUndefined();
  await until(() => whatsApp.isLive());
};

const disconnect = async () => {
  await connection.stop();
  house.hall.channels.pop();
};

beforeEach(async () => {
  house = await openTestHall();
  whatsApp = await openWhatsApp();
  await linkOn(whatsApp, house.hall.database);
});
afterEach(async () => {
  await connection.stop();
  await whatsApp.close();
  await house.close();
  expect(whatsApp.faults()).toEqual([]);
});

const heard = (sri: ReturnType<WhatsApp['person']>): string[] =>
  sri.received().map(({ message }) => message.extendedTextMessage?.text ?? '');

const swept = async (isDone: () => boolean): Promise<void> => {
  await expect
    .poll(
      async () => {
        await house.hall.deliver();
        return isDone();
      },
      { timeout: 20_000 },
    )
    .toBe(true);
};

test('who is known here is asked to send again what nobody could open, and a stranger is not written to', async () => {
  await connect();
  const [sri, stranger] = [whatsApp.person(1), whatsApp.person(2)];
  await sri.type('halo');
  await swept(() => sri.received().length === 1);
  await stranger.garble();
  await sri.garble();
  await swept(() => sri.received().length === 2);
  expect(heard(sri)[1]).toContain('Mohon dikirim sekali lagi');
  await sri.type('/bantuan');
  await swept(() => sri.received().length === 3);
  expect(stranger.received()).toEqual([]);
});

test('a message that ended the process again and again is set aside, its sender is told, and goes on', async () => {
  const away = Object.assign(new Error('the database is away'), { code: '08006' });
  await connect({ ...house.hall, handle: () => Promise.reject(away) });
  const sri = whatsApp.person(1);
  await sri.type('halo');
  const { sql } = house.hall.database;
  const undecided = async () =>
    (await sql`select count(*)::int as n from linked_device_message where stanza is not null`)[0]?.n;
  await expect.poll(undecided).toBe(1);
  await disconnect();
  expect(await undecided()).toBe(1);
  expect(await sql`select 1 from dead_update`).toHaveLength(0);
  await sql`update linked_device_message set tries = 3`;
  await connect();
  await expect.poll(undecided).toBe(0);
  expect(await sql`select channel from dead_update where dead_at is not null`).toEqual([
    { channel: 'whatsapp-linked' },
  ]);
  await until(() => sri.received().length === 1);
  await sri.type('/bantuan');
  await swept(() => sri.received().length === 2);
});
