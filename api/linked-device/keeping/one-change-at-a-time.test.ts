import { expect } from 'vitest';
import { test } from '../testing/on-whatsapp-test.ts';
import { until } from '../testing/watched-library.ts';

const people = 12;

test('whoever answers in the moment in which our message reaches them can be read, and can read us', async ({
  whatsApp,
  device,
}) => {
  const all = Array.from({ length: people }, (_, i) => whatsApp.person(i + 1));
  for (const [i, one] of all.entries()) {
    one.watch(() => void one.type('jawab'));
    await one.type('halo');
    await until(() => device.taken.length === 3 * i + 1);
    for (const text of ['satu', 'dua']) await device.socket()?.sendMessage(one.lid, { text });
    await until(() => device.taken.length === 3 * i + 3);
  }
  expect(all.map(({ who }) => [who.received.length, who.asked, who.unread])).toEqual(
    all.map(() => [2, [], []]),
  );
  expect(device.told('linked-message-undecryptable')).toEqual([]);
});
