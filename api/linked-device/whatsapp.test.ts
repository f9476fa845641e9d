import { describe, expect } from 'vitest';
import { samplePhoto } from '../../bot/channels/emulator/sample-photo.ts';
import { fetchFile } from '../../bot/channels/whatsapp-linked/fetch-file.ts';
import { healthOf } from './testing/on-whatsapp.ts';
import { test as onWhatsApp } from './testing/on-whatsapp-test.ts';
import { until } from './testing/watched-library.ts';

/** What the device says it did today. */
const test = onWhatsApp.extend('today', ({ copy }) => {
  const health = healthOf(copy);
  return async () => (await health.read())?.today;
});

describe('what people write', () => {
  test('comes through the real encryption, the first time and later', async ({ device, today, sri }) => {
    for (const [before, text] of ['Lampu jalan mati', 'di depan pasar', 'terima kasih'].entries()) {
      await sri.type(text);
      await until(() => device.taken.length > before);
    }
    expect(device.texts()).toEqual(['Lampu jalan mati', 'di depan pasar', 'terima kasih']);
    await expect.poll(today).toMatchObject({ heard: 3, unopened: 0 });
  });

  test('is one person, however their phone is named', async ({ device, sri }) => {
    await sri.type('satu', 'lid');
    await until(() => device.taken.length === 1);
    await sri.type('dua', 'lid-only');
    await until(() => device.taken.length === 2);
    await sri.type('tiga', 'number');
    await until(() => device.taken.length === 3);
    for (const { from, known } of device.taken) expect([from.id, known]).toEqual([sri.lid, [sri.number]]);
  });

  test('comes from a number, behind which the client finds who has it', async ({ device, sri }) => {
    await sri.type('Selamat pagi', 'number');
    await until(() => device.taken.length === 1);
    expect(device.taken[0]).toMatchObject({ from: { id: sri.lid }, known: [sri.number] });
  });

  test('may be a place', async ({ device, sri }) => {
    await sri.send({ location: { degreesLatitude: -7.331, degreesLongitude: 110.5 } });
    await until(() => device.taken.length === 1);
    expect(device.taken[0]?.content).toEqual({ kind: 'location', lat: -7.331, lon: 110.5 });
  });

  test('may be a photo, which opens to what was sent', async ({ whatsApp, device, sri }) => {
    const image = Buffer.from(samplePhoto(3));
    await sri.send({ image, mimetype: 'image/jpeg', jpegThumbnail: '', caption: 'Jalan rusak' });
    await until(() => device.taken.length === 1);
    const content = device.taken[0]?.content;
    if (content?.kind !== 'photo') throw new Error('no photo came');
    expect(content.caption).toBe('Jalan rusak');
    const fetched = await fetchFile(whatsApp.files.url)(content.media);
    expect(fetched.ok && Buffer.from(fetched.bytes).equals(image)).toBe(true);
  });

  test('may come unsealed', async ({ device, sri }) => {
    await sri.typePlainly('Dari iklan');
    await until(() => device.taken.length === 1);
    expect(device.texts()).toEqual(['Dari iklan']);
  });

  test('in a group is nothing to us, and is ticked off', async ({ device, mailbox, sri }) => {
    const id = await sri.typeInGroup('120363000000000001@g.us', 'Arisan jam tujuh');
    await until(() => mailbox.ticked().some((one) => one.id === id));
    await sri.type('Lampu jalan mati');
    await until(() => device.taken.length === 1);
    expect(device.texts()).toEqual(['Lampu jalan mati']);
  });

  test('and cannot be opened is asked for again, and counted', async ({ device, today, sri }) => {
    const id = await sri.garble();
    await until(() => sri.who.asked.includes(id));
    await until(() => device.told('linked-message-undecryptable').length === 1);
    await expect.poll(today).toMatchObject({ unopened: 1 });
    expect(device.taken).toEqual([]);
  });
});

describe('while the service is away', () => {
  test('messages wait, and come once, in their order', async ({ device, begun, mailbox, sri, budi }) => {
    await sri.type('sebelum');
    await until(() => device.taken.length === 1);
    await device.stop();
    for (const text of ['satu', 'dua', 'tiga']) await sri.type(text);
    await budi.type('empat');
    const next = await begun();
    await until(() => next.taken.length === 4);
    expect(next.texts().sort()).toEqual(['dua', 'empat', 'satu', 'tiga']);
    expect(next.texts().filter((text) => text !== 'empat')).toEqual(['satu', 'dua', 'tiga']);
    await until(() => mailbox.waiting().length === 0);
  });
});
