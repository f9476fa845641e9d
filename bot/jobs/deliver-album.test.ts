import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Content } from '../conversation/inbound.ts';
import { type LetterRoom, openLetterRoom } from './testing/letter-room.ts';

let room: LetterRoom;
beforeAll(async () => {
  room = await openLetterRoom();
});
afterAll(() => room.close());
beforeEach(() => room.clear());

const photo = (media: string): Content => ({ kind: 'photo', media });
const text = (typed: string): Content => ({ kind: 'text', text: typed });

test('an album is answered once, when its last photo is likely in', async () => {
  const sri = await room.somebody();
  await room.tell(sri, text('lampu jalan mati di depan SMP 2'));
  for (const media of ['one', 'two', 'three']) await room.tell(sri, photo(media), 'album');
  expect(await room.deliver()).toBe(0);
  await room.timePasses();
  expect(await room.deliver()).toBe(1);
  expect(sri.heard()).toEqual([expect.stringContaining('Sepertinya tentang Lampu Jalan (PJU)')]);
});

test('an album is answered by the question as it then stands, not as it stood', async () => {
  const sri = await room.somebody();
  await room.tell(sri, text('lampu jalan mati di depan SMP 2'));
  await room.tell(sri, photo('one'), 'album');
  await room.tell(sri, text('1'));
  await room.timePasses();
  await room.deliver();
  expect(sri.heard()[0]).toContain('Di mana lokasinya?');
  expect(sri.heard().join()).not.toContain('Sepertinya');
});

test('an album is not answered where nothing is asked any more', async () => {
  const sri = await room.somebody();
  await room.tell(sri, photo('one'), 'album');
  await room.tell(sri, text('batal'));
  await room.tell(sri, text('1'));
  await room.timePasses();
  await room.deliver();
  expect(sri.heard()).toEqual([
    expect.stringContaining('Mau dibatalkan?'),
    expect.stringContaining('sudah dibatalkan'),
  ]);
  expect(await room.states()).toEqual(['dropped: nothing to say any more', 'sent', 'sent']);
});
