import { afterEach, expect, test } from 'vitest';
import { size } from './size.ts';
import { until } from './until.ts';
import { doubled, type WhatsAppCitizen, whatsappCitizen } from './whatsapp-citizen.ts';
import { openWhatsAppHouse, type WhatsAppHouse } from './whatsapp-house.ts';
import { signed } from './whatsapp-webhook.ts';

let house: WhatsAppHouse;
afterEach(() => house?.close());

const problems = ['lampu jalan mati', 'jalan berlubang besar', 'sampah menumpuk', 'selokan mampet'];

/** People who report at one moment, each by a number, a user id, or both. */
const crowd = (count: number, from = 0): WhatsAppCitizen[] =>
  Array.from({ length: count }, (_, i) => {
    const nth = from + i;
    const waId = `62812${String(7_500_000 + nth)}`;
    const userId = `ID.${nth}13491208655302741`;
    const ids = [{ waId }, { userId }, { waId, userId }][nth % 3] ?? { waId };
    const phone = house.emulator.phone({ name: `Warga ${nth}`, ...ids });
    const at = { lat: -7.345 + (nth % 20) * 0.0015, lon: 110.49 + Math.floor(nth / 20) * 0.0015 };
    return whatsappCitizen(phone, `${problems[nth % 4]} di depan rumah nomor ${1000 + nth}`, at);
  });

const standOf = (people: readonly WhatsAppCitizen[]): string =>
  people
    .filter(({ ticket }) => !ticket())
    .map((one) => `${one.phone.person.name} at ${one.standing()}: ${one.phone.last()?.text}`)
    .slice(0, 5)
    .join('\n');

const allServed = (people: readonly WhatsAppCitizen[]) =>
  until(
    'everyone holds a ticket',
    () => people.every(({ ticket }) => ticket()),
    () => house.emulator.stats.delivered,
    () => standOf(people),
  );

/** What people made happen, in figures that a repeat would raise. */
const effects = async () => {
  const [row] = await house.sql<{ inbox: number }[]>`
    select (select count(*) from inbox)::int as inbox, (select count(*) from contact)::int as contacts,
      (select count(*) from letter)::int as letters, (select sum(revision) from talk)::int as revisions,
      (select count(*) from report)::int as reports, (select count(*) from dead_update)::int as dead`;
  return row;
};

const wrongs = async (people: readonly WhatsAppCitizen[]): Promise<string[]> => {
  const rows = await house.sql<{ words: string; ticket: string }[]>`select words, ticket from report`;
  return people.flatMap(({ words, ticket, phone }) => {
    const own = rows.filter((row) => row.words === words).map((row) => row.ticket);
    const fault = own.length === 1 && own[0] === ticket() ? [] : [`holds ${ticket()} of ${own.join()}`];
    return [...fault, ...doubled({ phone })].map((what) => `${phone.person.name}: ${what}`);
  });
};

const messagesCalled = () => house.emulator.calls().filter(({ call }) => call === 'messages').length;

test('a thousand webhooks of people who have gone on, brought again all at once, are taken and change nothing', async () => {
  house = await openWhatsAppHouse();
  const people = crowd(size(20, 100));
  await allServed(people);
  await house.settled();
  const before = await effects();
  const spoken = people.map(({ phone }) => phone.messages().length);
  const sent = messagesCalled();
  const many = size(1000, 10_000);
  const captured = [...house.brought];
  const again = Array.from({ length: Math.ceil(many / captured.length) }, () => captured).flat();
  const statuses = new Set<number>();
  for (let at = 0; at < again.length; at += 200) {
    const storm = again.slice(at, at + 200).map((one) => house.bring(one));
    for (const { status } of await Promise.all(storm)) statuses.add(status);
  }
  await house.settled();
  expect(again.length).toBeGreaterThanOrEqual(many);
  expect([...statuses]).toEqual([200]);
  expect(await effects()).toEqual(before);
  expect(messagesCalled()).toBe(sent);
  expect(people.map(({ phone }) => phone.messages().length)).toEqual(spoken);
  expect(await wrongs(people)).toEqual([]);

  const [said = ''] = captured.flatMap(({ body }) => (body.includes('"text"') ? [body] : []));
  const anew = said.replace(/"id":"wamid\.[^"]*"/, '"id":"wamid.baru"');
  expect((await house.bring(signed(anew))).status).toBe(200);
  expect((await effects())?.inbox).toBe((before?.inbox ?? 0) + 1);
}, 300_000);

test('each webhook that comes four times at one moment has one effect, one letter and one message on the phone', async () => {
  house = await openWhatsAppHouse({ seed: 30 });
  house.emulator.storm({ repeatShare: 1, copies: 3, parallel: true });
  const people = crowd(size(12, 100));
  await allServed(people);
  await house.settled();
  expect(house.emulator.stats.repeated).toBeGreaterThan(people.length * 3 * 7);
  expect(await wrongs(people)).toEqual([]);
  expect(await house.sql`select 1 from report`).toHaveLength(people.length);
  const letters = await house.sql`select state, count(*)::int as count from letter group by 1`;
  expect(letters.map(({ state }) => state)).toEqual(['sent']);
  const shown = people.flatMap(({ phone }) => phone.messages().filter(({ from }) => from === 'bot'));
  expect(shown).toHaveLength(letters[0]?.count);
}, 300_000);

test('a crowd whose words come in one delivery, overtaken by what came later and brought three times, is heard once each', async () => {
  house = await openWhatsAppHouse({ seed: 31 });
  house.emulator.scramble(1);
  house.emulator.storm({ repeatShare: 0.5, copies: 2, parallel: true });
  const people: WhatsAppCitizen[] = [];
  for (const shape of ['values', 'changes', 'entries'] as const) {
    house.emulator.hold();
    const fresh = crowd(size(5, 30), people.length);
    await new Promise((resolve) => setImmediate(resolve));
    expect(house.emulator.release(shape)).toBe(fresh.length);
    people.push(...fresh);
  }
  await allServed(people);
  await house.settled();
  expect(await wrongs(people)).toEqual([]);
}, 300_000);
