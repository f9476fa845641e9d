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

beforeEach(async () => {
  house = await openTestHall();
  whatsApp = await openWhatsApp();
  await linkOn(whatsApp, house.hall.database);
  const env = readEnv({ WHATSAPP_LINKED_DEVICE: '1', WHATSAPP_LINKED_DEVICE_URL: whatsApp.url });
  const given = connectLinkedDevice(env, house.hall, {
    media: async () => 0,
    after: () => {},
    manners: { ...manners, dice: () => 0, lookAgain: 1 },
  });
  if (!given) throw new Error('the linked device is off');
  connection = given;
  await connection.begin();
  await until(() => whatsApp.isLive());
});
afterEach(async () => {
  await connection.stop();
  await whatsApp.close();
  await house.close();
  expect(whatsApp.faults()).toEqual([]);
});

type Phone = ReturnType<WhatsApp['person']>;

const answered = async (sri: Phone, count: number): Promise<void> => {
  await until(() => {
    if (sri.received().length >= count) return true;
    void house.hall.deliver();
    return false;
  }, 20_000);
};

const heard = (sri: Phone): string =>
  sri
    .received()
    .map(({ message }) => message.extendedTextMessage?.text ?? message.conversation ?? '')
    .join('\n');

const contacts = async () =>
  Number(
    (
      await house.hall.database.sql`select count(*)::int as n from contact where channel = 'whatsapp-linked'`
    )[0]?.n,
  );

const names = ['number', 'lid-only', 'lid'] as const;

/** A whole report: the first lines by one name, the next by another, the last by the third. */
const orders = [
  ['number', 'lid-only', 'lid'],
  ['lid-only', 'lid', 'number'],
  ['lid', 'number', 'lid-only'],
] as const satisfies readonly (readonly (typeof names)[number][])[];

test.each(orders)(
  'a report that is begun by %s, goes on by %s and ends by %s is one report of one person, who hears every answer',
  async (first, then, last) => {
    const sri = whatsApp.person(1);
    const said = [
      () => sri.type('/lapor', first),
      () => sri.type('lampu jalan mati di depan SMP 2', first),
      () => sri.type('Lampu Jalan (PJU)', first),
      () => sri.send({ location: { degreesLatitude: -7.3315, degreesLongitude: 110.5125 } }, then),
      () => sri.type('lewati', then),
      () => sri.type('Biasa', then),
      () => sri.type('Kirim', last),
    ];
    for (const say of said) {
      const before = sri.received().length;
      await say();
      await answered(sri, before + 1);
    }
    const [report, ...others] = await house.hall.database.sql<
      { ticket: string }[]
    >`select ticket from report`;
    expect(others).toEqual([]);
    expect(heard(sri)).toContain(report?.ticket);
    expect(await contacts()).toBe(1);
    expect(sri.who.unread).toEqual([]);
  },
);

test('two people who come by different names stay two', async () => {
  const [sri, budi] = [whatsApp.person(1), whatsApp.person(2)];
  for (const named of names) {
    await sri.type('halo', named);
    await answered(sri, names.indexOf(named) + 1);
    await budi.type('halo', named);
    await answered(budi, names.indexOf(named) + 1);
  }
  expect(await contacts()).toBe(2);
});
