import { expect } from 'vitest';
import type { TestHall } from '../testing/hall.ts';
import { test } from './testing/house-on-whatsapp-test.ts';
import { until } from './testing/watched-library.ts';
import type { WhatsApp } from './testing-server/index.ts';

/** A hand that notices soon what an operator says (seconds). */
const lookAgain = 1;

type Phone = ReturnType<WhatsApp['person']>;

const answered = async (house: TestHall, sri: Phone, count: number): Promise<void> => {
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

const contacts = async (house: TestHall) =>
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

test.for(orders)(
  'a report that is begun by %s, goes on by %s and ends by %s is one report of one person, who hears every answer',
  async ([first, then, last], { house, sri, connect }) => {
    await connect({ lookAgain });
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
      await answered(house, sri, before + 1);
    }
    const [report, ...others] = await house.hall.database.sql<
      { ticket: string }[]
    >`select ticket from report`;
    expect(others).toEqual([]);
    expect(heard(sri)).toContain(report?.ticket);
    expect(await contacts(house)).toBe(1);
    expect(sri.who.unread).toEqual([]);
  },
);

test('two people who come by different names stay two', async ({ house, sri, budi, connect }) => {
  await connect({ lookAgain });
  for (const named of names) {
    await sri.type('halo', named);
    await answered(house, sri, names.indexOf(named) + 1);
    await budi.type('halo', named);
    await answered(house, budi, names.indexOf(named) + 1);
  }
  expect(await contacts(house)).toBe(2);
});
