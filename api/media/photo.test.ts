import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { playTranscript } from '../../bot/conversation/transcript.ts';
import { openTestHall, type TestHall } from '../testing/hall.ts';
import { forgetPhotos } from './forget-photos.ts';
import { openMedia, storageOf } from './index.ts';
import { phonePhoto } from './testing/pictures.ts';

let house: TestHall;
let folder: string;
let settings: Parameters<typeof openMedia>[0];

beforeAll(async () => {
  house = await openTestHall();
  folder = await mkdtemp(join(tmpdir(), 'pendopo-photos-'));
  settings = { DATA_DIR: folder, MEDIA_REGION: 'auto' };
});
afterAll(async () => {
  await house.close();
  await rm(folder, { recursive: true });
});

/** A citizen in the middle of a report who has just sent a photo of these bytes. */
const reporting = async (bytes: Uint8Array) => {
  const citizen = house.actor();
  await citizen.type('/lapor');
  await citizen.seen();
  await citizen.type('Lampu jalan mati di depan pasar sejak tiga malam');
  await citizen.seen();
  citizen.phone.sendPhoto(bytes);
  await citizen.seen();
  return citizen;
};

const only = async () =>
  (await house.hall.database.sql`select id, state, reason from media order by created_at desc limit 1`)[0];

test('a photo sent to the bot comes through Telegram to the disk, without its place', async () => {
  await reporting(await phonePhoto());
  expect(await openMedia(settings, house.hall)()).toBe(1);
  const row = await only();
  expect(row?.state).toBe('clean');
  const kept = await storageOf(settings).get(`clean/${row?.id}`);
  expect(await sharp(kept ?? Buffer.alloc(0)).metadata()).toMatchObject({ format: 'jpeg', width: 800 });
  expect(Buffer.from(kept ?? []).includes('Exif')).toBe(false);
});

test('a photo that cannot be opened is said to its sender, who then finishes the report without it', async () => {
  const whole = await phonePhoto();
  const citizen = await reporting(whole.subarray(0, whole.length - 400));
  await playTranscript(
    `> [Lampu Jalan (PJU)]
    …
    > (location -7.3305,110.5084)
    …
    > [Biasa]
    …
    Foto: 1
    …`,
    citizen,
  );
  await openMedia(settings, house.hall)();
  expect(await only()).toMatchObject({ state: 'refused', reason: 'broken' });
  expect(await citizen.seen()).toMatchObject([
    { text: expect.stringContaining('satu foto tidak bisa dibuka') },
  ]);
  await playTranscript(
    `> [Kirim]
    Ada fotonya? …
    [Lewati]
    > [Lewati]
    …
    Foto: tidak ada
    …
    > [Kirim]
    Terima kasih, laporan sudah kami terima …
    …`,
    citizen,
  );
});

test('a photo of a cancelled report is deleted, file and row, and one of a filed report stays', async () => {
  const storage = storageOf(settings);
  const citizen = await reporting(await phonePhoto());
  await openMedia(settings, house.hall)();
  const dropped = await only();
  expect(await storage.get(`clean/${dropped?.id}`)).not.toBeNull();
  await playTranscript('> batal\n…\n> [Ya, batalkan]\n…', citizen);

  const other = await reporting(await phonePhoto());
  await openMedia(settings, house.hall)();
  const filed = await only();
  await playTranscript('> 1\n…\n> lewati\n…\n> [Biasa]\n…\n> [Kirim]\n…', other);

  await forgetPhotos(house.hall, storage);
  expect(await storage.get(`clean/${dropped?.id}`)).toBeNull();
  expect(await storage.get(`clean/${filed?.id}`)).not.toBeNull();
  const [left] = await house.hall.database.sql`
    select count(*) filter (where id = ${dropped?.id})::int as dropped, count(*) filter (where id = ${filed?.id})::int as filed from media`;
  expect(left).toEqual({ dropped: 0, filed: 1 });
});
