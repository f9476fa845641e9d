import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type {} from '../../db/testing.ts';
import { type DatabaseLine, layLine } from './database-line.ts';
import { size } from './size.ts';
import { until } from './until.ts';
import { doubled, whatsappCitizen } from './whatsapp-citizen.ts';
import { strangerSays } from './whatsapp-forgeries.ts';
import { openWhatsAppHouse, type WhatsAppHouse } from './whatsapp-house.ts';
import { signed } from './whatsapp-webhook.ts';

let line: DatabaseLine;
let house: WhatsAppHouse;
beforeAll(async () => {
  line = await layLine(inject('testServer').url);
  house = await openWhatsAppHouse({ databaseUrl: line.url, timeScale: 0.05, seed: 503 });
});
afterAll(async () => {
  await house?.close();
  await line?.close();
});

/** Letters that WhatsApp took while nothing could be written down may come once more; all others stand there once. */
test('while the database is away Meta is asked to come again, strangers are still refused, and what is repeated has its effect once', async () => {
  const people = Array.from({ length: size(6, 60) }, (_, nth) =>
    whatsappCitizen(
      house.emulator.phone({ name: `Warga ${nth}`, waId: `62812${7_600_000 + nth}`, userId: `ID.76${nth}` }),
      `sampah menumpuk di depan rumah nomor ${nth}`,
      { lat: -7.345 + (nth % 20) * 0.0015, lon: 110.49 + Math.floor(nth / 20) * 0.0015 },
    ),
  );
  const moved = () => house.emulator.stats.delivered;
  await until('people are under way', () => house.emulator.stats.delivered > people.length * 3, moved);
  await line.cut();
  const away = signed(strangerSays('/lapor'));
  for (let again = 0; again < 7; again++)
    expect(await house.bring(away)).toMatchObject({ status: 503, retryAfter: '5' });
  expect((await house.bring({ ...away, headers: {} })).status).toBe(401);
  expect((await house.bring(signed('{"object":"page"}'))).status).toBe(400);
  const { failedDeliveries } = house.emulator.stats;
  await until('Meta was sent away', () => house.emulator.stats.failedDeliveries > failedDeliveries);
  const inHand = await house.sql`update letter set lease_until = now() where state = 'sending' returning id`;
  await line.mend();
  const contacts = async () => (await house.sql`select 1 from contact`).length;
  expect(await contacts()).toBe(people.length);
  await until('the stranger is heard', async () => (await house.bring(away)).status === 200);
  await until('everyone holds a ticket', () => people.every(({ ticket }) => ticket()), moved);
  await house.settled();
  expect((await house.bring(away)).status).toBe(200);
  expect(await contacts()).toBe(people.length + 1);
  const filed = await house.sql<{ words: string; ticket: string }[]>`select words, ticket from report`;
  const held = people.map(({ words, ticket }) => ({ words, ticket: ticket() }));
  expect(filed.toSorted((a, b) => a.words.localeCompare(b.words))).toEqual(
    held.toSorted((a, b) => a.words.localeCompare(b.words)),
  );
  expect(people.flatMap(doubled).length).toBeLessThanOrEqual(inHand.length);
  expect(await house.sql`select 1 from dead_update`).toHaveLength(0);
}, 180_000);
