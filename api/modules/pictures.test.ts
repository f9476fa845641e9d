import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { can as terminal } from '../../bot/channels/terminal/can.ts';
import { fit as asShown } from '../../bot/conversation/fit.ts';
import { authored, literal, type Reply } from '../../bot/conversation/reply.ts';
import { withoutMarks } from '../../bot/i18n/marks.ts';
import { translate } from '../../bot/i18n/translate.ts';
import { readModule } from '../../db/reads/modules/teaching.ts';
import { forgetPhotos } from '../media/forget-photos.ts';
import { openTestHall, type TestHall } from '../testing/hall.ts';
import type { Person } from '../testing/renderings/rendering.ts';
import { onTwoDoors } from '../testing/renderings/two-doors.ts';
import { seedPictures, seedPicturesAtStart } from './seed-pictures.ts';

let house: TestHall;
let onTelegram: Person;
let onWhatsApp: Person;
let card: Reply;
let id: string;

const hello = async (person: Person) => {
  await person.type('/start');
  await person.seen();
  return person;
};

beforeAll(async () => {
  house = await openTestHall({}, { stage: onTwoDoors });
  const { database } = house.hall;
  expect(await seedPictures(house.hall, house.storage)).toBe(5);
  onTelegram = await hello(house.actor());
  onWhatsApp = await hello(house.actor());
  const found = await readModule(database.sql, 'menjawab-warga');
  const [first] = found?.module.steps ?? [];
  const picture = first?.kind === 'card' ? first.picture : null;
  id = found?.pictures.get(picture?.file ?? '') ?? '';
  card = {
    text: authored('*Ada orang di balik laporan*'),
    media: [{ id, kind: 'photo', alt: authored(picture?.alt ?? '') }],
    choices: [{ id: 'go:menu', label: literal('Lanjut') }],
  };
});
afterAll(() => house.close());
beforeEach(() => house.hall.database.sql`delete from letter`);

const sent = async (to: Person) => {
  const { hall } = house;
  await hall.sessions.post(await hall.sessions.open(to.address, true), [{ say: card, lane: 'interactive' }]);
  await hall.deliver();
  return to.seen();
};

test('pictures of the shipped modules are put into the store once, and again where the rows are gone', async () => {
  const { database } = house.hall;
  expect(await seedPictures(house.hall, house.storage)).toBe(0);
  await database.sql`delete from module_picture where module_code = 'berakhlak'`;
  expect(await seedPictures(house.hall, house.storage)).toBe(1);
});

test('a card on Telegram shows its picture, made anew, above the words', async () => {
  const shown = await sent(onTelegram);
  expect(shown.map(({ text, picture, buttons }) => [text, picture, buttons])).toEqual([
    ['', true, []],
    ['Ada orang di balik laporan', undefined, ['Lanjut']],
  ]);
  const photo = onTelegram.phone.messages().findLast((message) => message.photo)?.photo;
  expect(photo).toMatchObject({ width: 960, height: 600 });
  const bytes = house.emulator.file(photo?.fileId ?? '')?.bytes ?? new Uint8Array();
  expect(await sharp(bytes).metadata()).toMatchObject({ format: 'jpeg', width: 960 });
  expect(bytes.length).toBeLessThan(100_000);
});

test('a card on WhatsApp shows it as well', async () => {
  const shown = await sent(onWhatsApp);
  expect(shown.some(({ picture }) => picture)).toBe(true);
  expect(shown.at(-1)).toMatchObject({ text: 'Ada orang di balik laporan', buttons: ['Lanjut'] });
});

test('where no picture can be shown, the card says what it would show', () => {
  const { media, texts } = asShown(card, terminal, (text) => withoutMarks(translate('id', text)));
  expect(media).toEqual([]);
  expect(texts.join('\n')).toMatch(
    /^Ada orang di balik laporan\nGambar: Malam di gang yang lampunya mati: Bu Wulan/,
  );
});

test('nor is a card lost with its picture: the words of it stand below', async () => {
  const kept = await house.storage.get(`clean/${id}`);
  await house.storage.delete(`clean/${id}`);
  const shown = await sent(onTelegram);
  expect(shown.map(({ text }) => text)).toEqual([
    expect.stringMatching(/^Ada orang di balik laporan\nGambar: Malam di gang/),
  ]);
  await house.storage.put(`clean/${id}`, kept ?? new Uint8Array(), 'image/jpeg');
});

test('the nightly forgetting of photos leaves pictures of modules where they are', async () => {
  await forgetPhotos(house.hall, house.storage);
  expect(await house.storage.get(`clean/${id}`)).not.toBeNull();
  expect((await sent(onTelegram)).some(({ picture }) => picture)).toBe(true);
});

test('a store that is away costs the pictures and not the start, and somebody is told', async () => {
  const { database } = house.hall;
  await database.sql`delete from module_picture where module_code = 'berakhlak'`;
  const away = { put: () => Promise.reject(new Error('away')) };
  await seedPicturesAtStart(house.hall, away);
  expect(house.log.lines.at(-1)).toMatchObject({ event: 'module-pictures-failed' });
  await seedPicturesAtStart(house.hall, house.storage);
  expect((await readModule(database.sql, 'berakhlak'))?.pictures.size).toBe(1);
});
