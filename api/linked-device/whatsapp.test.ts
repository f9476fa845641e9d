import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { samplePhoto } from '../../bot/channels/emulator/sample-photo.ts';
import { fetchFile } from '../../bot/channels/whatsapp-linked/fetch-file.ts';
import { type TestDatabase, testDatabase } from '../../db/testing.ts';
import { deviceOn, healthOf, linkOn } from './testing/on-whatsapp.ts';
import { until } from './testing/watched-library.ts';
import { openWhatsApp, type WhatsApp } from './testing-server/index.ts';

let copy: TestDatabase;
let whatsApp: WhatsApp;
let device: ReturnType<typeof deviceOn>;
let people = 0;

beforeAll(async () => {
  copy = await testDatabase();
  whatsApp = await openWhatsApp();
  await linkOn(whatsApp, copy);
});
afterAll(async () => {
  await whatsApp.close();
  await copy.drop();
});
beforeEach(async () => {
  device = deviceOn(whatsApp, copy);
  await device.begin();
  await until(() => whatsApp.isLive());
});
afterEach(async () => {
  await device.stop();
  expect(whatsApp.faults()).toEqual([]);
  expect(whatsApp.unanswered).toEqual([]);
});

const somebody = () => whatsApp.person(++people);
/** What the device says it did today. */
const today = async () => (await healthOf(copy).read())?.today;
const mailbox = () => whatsApp.devices.all()[0]?.mailbox;
const tickedOff = (id: string) =>
  mailbox()
    ?.ticked()
    .find((one) => one.id === id);

describe('what people write', () => {
  test('comes through the real encryption, the first time and later', async () => {
    const sri = somebody();
    for (const [before, text] of ['Lampu jalan mati', 'di depan pasar', 'terima kasih'].entries()) {
      await sri.type(text);
      await until(() => device.taken.length > before);
    }
    expect(device.texts()).toEqual(['Lampu jalan mati', 'di depan pasar', 'terima kasih']);
    await expect.poll(today).toMatchObject({ heard: 3, unopened: 0 });
  });

  test('is one person, however their phone is named', async () => {
    const sri = somebody();
    await sri.type('satu', 'lid');
    await until(() => device.taken.length === 1);
    await sri.type('dua', 'lid-only');
    await until(() => device.taken.length === 2);
    await sri.type('tiga', 'number');
    await until(() => device.taken.length === 3);
    for (const { from, known } of device.taken) expect([from.id, known]).toEqual([sri.lid, [sri.number]]);
  });

  test('comes from a number, behind which the client finds who has it', async () => {
    const budi = somebody();
    await budi.type('Selamat pagi', 'number');
    await until(() => device.taken.length === 1);
    expect(device.taken[0]).toMatchObject({ from: { id: budi.lid }, known: [budi.number] });
  });

  test('may be a place', async () => {
    await somebody().send({ location: { degreesLatitude: -7.331, degreesLongitude: 110.5 } });
    await until(() => device.taken.length === 1);
    expect(device.taken[0]?.content).toEqual({ kind: 'location', lat: -7.331, lon: 110.5 });
  });

  test('may be a photo, which opens to what was sent', async () => {
    const image = Buffer.from(samplePhoto(3));
    await somebody().send({ image, mimetype: 'image/jpeg', jpegThumbnail: '', caption: 'Jalan rusak' });
    await until(() => device.taken.length === 1);
    const content = device.taken[0]?.content;
    if (content?.kind !== 'photo') throw new Error('no photo came');
    expect(content.caption).toBe('Jalan rusak');
    const fetched = await fetchFile(whatsApp.files.url)(content.media);
    expect(fetched.ok && Buffer.from(fetched.bytes).equals(image)).toBe(true);
  });

  test('may come unsealed', async () => {
    await somebody().typePlainly('Dari iklan');
    await until(() => device.taken.length === 1);
    expect(device.texts()).toEqual(['Dari iklan']);
  });

  test('in a group is nothing to us, and is ticked off', async () => {
    const sri = somebody();
    const id = await sri.typeInGroup('120363000000000001@g.us', 'Arisan jam tujuh');
    await until(() => tickedOff(id) !== undefined);
    await sri.type('Lampu jalan mati');
    await until(() => device.taken.length === 1);
    expect(device.texts()).toEqual(['Lampu jalan mati']);
  });

  test('and cannot be opened is asked for again, and counted', async () => {
    const sri = somebody();
    const id = await sri.garble();
    await until(() => sri.who.asked.includes(id));
    await until(() => device.told('linked-message-undecryptable').length === 1);
    await expect.poll(today).toMatchObject({ unopened: 1 });
    expect(device.taken).toEqual([]);
  });
});

describe('while the service is away', () => {
  test('messages wait, and come once, in their order', async () => {
    const [sri, budi] = [somebody(), somebody()];
    await sri.type('sebelum');
    await until(() => device.taken.length === 1);
    await device.stop();
    for (const text of ['satu', 'dua', 'tiga']) await sri.type(text);
    await budi.type('empat');
    device = deviceOn(whatsApp, copy);
    await device.begin();
    await until(() => device.taken.length === 4);
    expect(device.texts().sort()).toEqual(['dua', 'empat', 'satu', 'tiga']);
    expect(device.texts().filter((text) => text !== 'empat')).toEqual(['satu', 'dua', 'tiga']);
    await until(() => mailbox()?.waiting().length === 0);
  });
});
