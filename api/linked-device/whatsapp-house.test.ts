import { expect } from 'vitest';
import { test as inHouse } from './testing/house-on-whatsapp-test.ts';
import { readBy } from './testing/sending-house.ts';
import { until } from './testing/watched-library.ts';
import type { WhatsApp } from './testing-server/index.ts';

type Phone = ReturnType<WhatsApp['person']>;

/** A letter that was written while the one before was still under way goes with the next sweep, as the service's clock makes them. */
const test = inHouse.extend('answers', ({ house }) => async (sri: Phone, count: number) => {
  const end = Date.now() + 20_000;
  while (sri.received().length < count && Date.now() < end) {
    await house.hall.deliver();
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  expect(sri.received()).toHaveLength(count);
});

test('a person writes to the number of the office and is answered on their phone', async ({
  sri,
  connect,
  answers,
}) => {
  await connect();
  await sri.type('halo');
  await answers(sri, 1);
  expect(readBy(sri)[0]).toContain('1');
  await sri.type('/bantuan');
  await answers(sri, 2);
  expect(sri.who.unread).toEqual([]);
});

test('what is said in a group of the number is not answered, there or elsewhere', async ({
  house,
  sri,
  budi,
  connect,
  answers,
}) => {
  await connect();
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

test('what comes twice, because its tick was lost, is answered once', async ({
  house,
  whatsApp,
  mailbox,
  sri,
  connect,
  answers,
}) => {
  const connection = await connect();
  whatsApp.loseTicks(true);
  await sri.type('halo');
  await answers(sri, 1);
  await connection.stop();
  whatsApp.loseTicks(false);
  house.hall.channels.pop();
  await connect();
  await until(() => mailbox.waiting().length === 0, 20_000);
  await sri.type('/bantuan');
  await answers(sri, 2);
  expect(readBy(sri)[1]).not.toBe(readBy(sri)[0]);
});
