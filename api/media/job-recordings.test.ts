import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sampleVoice } from '../../bot/channels/telegram/emulator/index.ts';
import { darkroom } from './testing/darkroom.ts';
import { pngPhoto } from './testing/pictures.ts';

let room: Awaited<ReturnType<typeof darkroom>>;
beforeAll(async () => {
  room = await darkroom();
});
afterAll(() => room.close());

test('a voice note needs no cleaner: it is kept as it came, also where nothing can clean', async () => {
  const spoken = Buffer.from(sampleVoice(9));
  room.platform.files.set('file-1', { ok: true, bytes: spoken });
  const id = randomUUID();
  await room.sends(room.someone('person-9'), [{ id, kind: 'voice', file: 'file-1' }]);
  expect(await room.workerJob()()).toBe(1);
  expect(await room.row(id)).toMatchObject({ state: 'clean', width: null, size: spoken.length });
  expect(await room.storage.get(`clean/${id}`)).toEqual(spoken);
  expect(await room.storage.list('raw')).toEqual([]);
});

test('a picture sent as a voice note, and a voice note sent as a photo, are refused', async () => {
  room.platform.files.set('file-1', { ok: true, bytes: await pngPhoto() });
  room.platform.files.set('file-2', { ok: true, bytes: Buffer.from(sampleVoice()) });
  const [picture, voice] = [randomUUID(), randomUUID()];
  await room.sends(room.someone('person-9'), [
    { id: picture, kind: 'voice', file: 'file-1' },
    { id: voice, kind: 'photo', file: 'file-2' },
  ]);
  await room.job()();
  for (const id of [picture, voice])
    expect(await room.row(id)).toMatchObject({ state: 'refused', reason: 'type' });
  for (const id of [picture, voice]) expect(await room.storage.get(`clean/${id}`)).toBeNull();
  const told = (await room.letters()).map(({ say }) => say.text.key);
  expect(told.toSorted()).toEqual(['photo.refused', 'voice.refused']);
});
