import { expect } from 'vitest';
import { test } from '../testing/on-whatsapp-test.ts';
import { until } from '../testing/watched-library.ts';

const waited = ['dua', 'tiga', 'empat', 'lima'];

test('answers to what waited while the device was away can be read on the phone, each of them', async ({
  whatsApp,
  made,
}) => {
  const sri = whatsApp.person(1);
  const begun = async () => {
    const device = made({
      take: async () => void (await device.socket()?.sendMessage(sri.who.lid, { text: 'ya' })),
    });
    await device.begin();
    await until(() => whatsApp.isLive());
    return device;
  };
  const first = await begun();
  await sri.type('satu');
  await until(() => sri.received().length === 1);
  await first.stop();
  for (const text of waited) await sri.type(text);
  const second = await begun();
  await until(() => sri.received().length === 1 + waited.length);
  await sri.type('enam');
  await until(() => sri.received().length === 2 + waited.length);
  await until(() => second.texts().length === 1 + waited.length);
  expect(second.texts()).toEqual([...waited, 'enam']);
  expect(sri.who.unread).toEqual([]);
});
