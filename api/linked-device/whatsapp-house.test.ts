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

const connect = async () => {
  const env = readEnv({ WHATSAPP_LINKED_DEVICE: '1', WHATSAPP_LINKED_DEVICE_URL: whatsApp.url });
  const given = connectLinkedDevice(env, house.hall, {
    media: async () => 0,
    after: () => {},
    manners: { ...manners, dice: () => 0 },
  });
  if (!given) throw new Error('the linked device is off');
  connection = given;
  expect(await connection.begin()).toBeUndefined();
  await until(() => whatsApp.isLive());
};

beforeEach(async () => {
  house = await openTestHall();
  whatsApp = await openWhatsApp();
  await linkOn(whatsApp, house.hall.database);
  await connect();
});
afterEach(async () => {
  await connection.stop();
  await whatsApp.close();
  await house.close();
  expect(whatsApp.faults()).toEqual([]);
});

/** A letter that was written while the one before was still under way goes with the next sweep, as the service's clock makes them. */
const answers = async (sri: ReturnType<WhatsApp['person']>, count: number): Promise<void> => {
  const end = Date.now() + 20_000;
  while (sri.received().length < count && Date.now() < end) {
    await house.hall.deliver();
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  expect(sri.received()).toHaveLength(count);
};

const heard = (sri: ReturnType<WhatsApp['person']>): string[] =>
  sri.received().map(({ message }) => message.extendedTextMessage?.text ?? '');

test('a person writes to the number of the office and is answered on their phone', async () => {
  const sri = whatsApp.person(1);
  await sri.type('halo');
  await answers(sri, 1);
  expect(heard(sri)[0]).toContain('1');
  await sri.type('/bantuan');
  await answers(sri, 2);
  expect(sri.who.unread).toEqual([]);
});

test('what is said in a group of the number is not answered, there or elsewhere', async () => {
  const [sri, budi] = [whatsApp.person(1), whatsApp.person(2)];
  await sri.type('halo');
  await answers(sri, 1);
  await sri.typeInGroup('120363000000000001@g.us', 'Arisan jam tujuh');
  await budi.typeInGroup('120363000000000001@g.us', 'Siap');
  await sri.type('/bantuan');
  await answers(sri, 2);
  expect(budi.received()).toEqual([]);
  const contacts = await house.hall.database.sql`select count(*)::int as many from contact`;
  expect(contacts[0]?.many).toBe(1);
});

test('what comes twice, because its tick was lost, is answered once', async () => {
  const sri = whatsApp.person(1);
  whatsApp.loseTicks(true);
  await sri.type('halo');
  await answers(sri, 1);
  await connection.stop();
  whatsApp.loseTicks(false);
  house.hall.channels.pop();
  await connect();
  const [mailbox] = whatsApp.devices.all().map((device) => device.mailbox);
  await until(() => mailbox?.waiting().length === 0, 20_000);
  await sri.type('/bantuan');
  await answers(sri, 2);
  expect(heard(sri)[1]).not.toBe(heard(sri)[0]);
});
