import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { samplePhoto } from '../../bot/channels/emulator/sample-photo.ts';
import { playTranscript } from '../../bot/conversation/transcript.ts';
import { findTicket, shortestReport } from '../../bot/flows/citizen/dialogues/shortest-report.ts';
import { connect } from '../../db/database.ts';
import { createMediaStore } from '../../db/media.ts';
import { createSeal } from '../../db/sealed.ts';
import { cleanPhoto } from '../media/clean.ts';
import { createMediaJob } from '../media/job.ts';
import { createS3Storage } from '../media/storage/s3.ts';
import { testKey } from '../testing/hall.ts';
import { openWorkerHall, type WorkerHall } from './testing/worker-hall.ts';

let house: WorkerHall;
beforeAll(async () => {
  house = await openWorkerHall();
});
afterAll(() => house?.close());

/** The same dialogue so many degrees further north, where nobody else has reported. */
const elsewhere = (degrees: number) =>
  shortestReport.replace('-7.3315', (-7.3315 + degrees).toFixed(4)).replaceAll(/^Tempat: .*$/gm, 'Tempat: …');

const begun = async () => {
  const person = house.actor();
  await person.type('/lapor');
  await person.seen();
  return person;
};

describe('a citizen on a Worker', () => {
  test('reports by the same dialogue as on Node, and finds the ticket again', async () => {
    const sri = house.actor();
    const { names } = await playTranscript(shortestReport, sri);
    expect(names.get('ticket')).toMatch(/^SLT-[0-9A-HJKMNP-TV-Z]{6}$/);
    await playTranscript(findTicket, sri, names);
    const letters = await house.sql`select state, body from letter`;
    expect(letters.length).toBeGreaterThan(0);
    expect(letters.every(({ state, body }) => state === 'sent' && body === null)).toBe(true);
  });

  test('keeps a conversation of one person apart from all others, in whichever request it goes on', async () => {
    const played = await Promise.all(
      [1, 2, 3, 4].map((step) => playTranscript(elsewhere(step * 0.004), house.actor())),
    );
    expect(new Set(played.map(({ names }) => names.get('ticket'))).size).toBe(4);
  });

  test('gets one answer to an album, though no sweep runs between two minutes', async () => {
    const dewi = await begun();
    for (const caption of ['pohon tumbang menutup jalan', undefined, undefined])
      dewi.phone.sendPhoto('sample', { album: 'satu', ...(caption && { caption }) });
    const seen = await dewi.seen();
    expect(seen.map(({ text }) => text)).toEqual([expect.stringContaining('Pohon, Taman & Makam')]);
  });
});

describe('a photo on a Worker', () => {
  test('lies in the store byte for byte as it came, and waits unseen for a Node process to clean it', async () => {
    const rina = await begun();
    const photo = samplePhoto(4242, 1000, 700);
    house.store.seen.length = 0;
    rina.phone.sendPhoto(photo, { caption: 'selokan mampet dan bau sekali' });
    await rina.seen();
    const [row] = await house.sql<{ id: string; state: string }[]>`
      select id, state from media order by created_at desc limit 1`;
    expect(row?.state).toBe('raw');
    const kept = house.store.objects.get(`raw/${row?.id}`);
    expect(kept?.bytes.equals(photo)).toBe(true);
    expect(house.store.seen).toEqual([
      {
        method: 'PUT',
        path: `/foto/raw/${row?.id}`,
        query: '',
        type: 'application/octet-stream',
        length: photo.length,
      },
    ]);
  });

  test('is cleaned by a Node process on the same database and store', async () => {
    const { url, accessKey, secretKey, region } = house.store.settings;
    const database = connect(house.databaseUrl);
    const clean = createMediaJob({
      media: createMediaStore(database, createSeal(testKey)),
      channels: () => [],
      storage: createS3Storage({ url, accessKey, secretKey, region }),
      clean: cleanPhoto,
      alarm: ({ code }) => expect.fail(code),
    });
    expect(await clean()).toBeGreaterThan(0);
    await database.close();
    expect([...(await house.sql`select distinct state from media`)]).toEqual([{ state: 'clean' }]);
    expect([...house.store.objects.keys()].filter((key) => !key.startsWith('clean/'))).toEqual([]);
  });

  test('is kept for the next minute while the store is down', async () => {
    const agus = await begun();
    house.store.fail(500);
    agus.phone.sendPhoto('sample', { caption: 'lampu merah di simpang mati' });
    await house.emulator.idle();
    await expect
      .poll(() => house.worker.lines(), { timeout: 10_000 })
      .toContainEqual(
        expect.objectContaining({ event: 'photo-failed', code: 'S3ServiceError InternalError' }),
      );
    const triesCounted = async () =>
      (await house.sql<{ attempts: number }[]>`select attempts from media where state = 'wanted'`).map(
        ({ attempts }) => attempts,
      );
    await expect.poll(triesCounted, { timeout: 10_000 }).toEqual([0]);
    house.store.fail(undefined);
    await house.sql`update media set not_before = now() where state = 'wanted'`;
    expect(await house.worker.tick(new Date())).toMatchObject({ outcome: 'ok' });
    const states = await house.sql<{ state: string }[]>`select state from media where state <> 'clean'`;
    expect([...states]).toEqual([{ state: 'raw' }]);
  });
});

test('nothing that a person said, and no secret, is in the log', () => {
  const log = house.worker.log();
  const told = [
    'lampu',
    'selokan',
    'Sri',
    ...Object.values(house.settings).filter((value) => !/^http|^id-/.test(value)),
  ];
  for (const secret of told) expect(log).not.toContain(secret);
});
