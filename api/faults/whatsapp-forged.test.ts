import { afterAll, beforeAll, expect, test } from 'vitest';
import { size } from './size.ts';
import { digest, forgeries, strangerSays, written } from './whatsapp-forgeries.ts';
import { openWhatsAppHouse, type WhatsAppHouse } from './whatsapp-house.ts';
import { signed } from './whatsapp-webhook.ts';

let house: WhatsAppHouse;
beforeAll(async () => {
  house = await openWhatsAppHouse();
});
afterAll(() => house.close());

/** All that a webhook which was believed would leave behind. */
const traces = async () => {
  const [row] = await house.sql<{ inbox: number; contacts: number }[]>`
    select (select count(*) from inbox)::int as inbox, (select count(*) from contact)::int as contacts,
      (select count(*) from letter)::int as letters, (select count(*) from talk)::int as talks,
      (select count(*) from dead_update)::int as dead`;
  return { inbox: 0, contacts: 0, ...row, calls: house.emulator.stats.calls };
};

/** A sentence with a sign beyond ASCII and a slash, which Meta writes in its own way. */
const words = 'lampu jalan mati di depan Warung Müller / Pasar';

const inHandfuls = async <V>(all: readonly V[], each: (one: V) => Promise<void>): Promise<void> => {
  for (let at = 0; at < all.length; at += 50) await Promise.all(all.slice(at, at + 50).map(each));
};

test('a thousand forged webhooks are answered 401, each of them, and leave no trace', async () => {
  const before = await traces();
  const many = size(1000, 10_000);
  const kinds = Object.entries(forgeries);
  const all = Array.from({ length: Math.ceil(many / kinds.length) }, () => kinds).flat();
  const answered = new Map<string, Set<number>>();
  await inHandfuls(all, async ([how, forge]) => {
    const { status } = await house.bring(forge(strangerSays(words), strangerSays('lain')));
    answered.set(how, (answered.get(how) ?? new Set()).add(status));
  });
  await house.settled();
  for (const [how, statuses] of answered) expect([how, ...statuses]).toEqual([how, 401]);
  expect(all.length).toBeGreaterThanOrEqual(many);
  expect(answered.size).toBe(kinds.length);
  expect(await traces()).toEqual(before);
});

test('what is signed but for another number of the same app is taken off Meta’s hands and leaves no trace', async () => {
  const before = await traces();
  const all = Array.from({ length: size(50, 500) }, () => signed(strangerSays(words, '105400120030041')));
  await inHandfuls(all, async (webhook) => {
    expect((await house.bring(webhook)).status).toBe(200);
  });
  await house.settled();
  expect(await traces()).toEqual(before);
});

test('the same message with Meta’s own signature is believed, so that the others were refused for that alone', async () => {
  const before = await traces();
  expect((await house.bring(signed(strangerSays(words)))).status).toBe(200);
  await house.settled();
  expect(await traces()).toMatchObject({ inbox: before.inbox + 1, contacts: before.contacts + 1 });
});

test('doors that are a little more trusting would let some of them in, so that each kind is worth its place', async () => {
  const trusting: ((body: string, header: string) => string | undefined)[] = [
    (body, header) =>
      header
        .toLowerCase()
        .split(',')
        .map((one) => one.trim())
        .find((one) => one === `sha256=${digest(body)}`),
    (body, header) => (header.includes(digest(body)) ? header : undefined),
    (body, header) => (header.startsWith(`sha256=${digest(body).slice(0, 32)}`) ? header : undefined),
    (body, header) =>
      [body, written(body)].some((one) => header === `sha256=${digest(one)}`) ? header : undefined,
  ];
  for (const believes of trusting) {
    const believed = Object.entries(forgeries).filter(([, forge]) => {
      const { body, headers } = forge(strangerSays(words), strangerSays('lain'));
      const header = String(headers['x-hub-signature-256'] ?? '');
      return typeof body === 'string' && body.startsWith('{') && body.endsWith('}') && believes(body, header);
    });
    expect(believed.length).toBeGreaterThan(0);
  }
});
