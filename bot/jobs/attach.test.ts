import { expect, test } from 'vitest';
import { can as telegram } from '../channels/telegram/can.ts';
import { can as terminal } from '../channels/terminal/can.ts';
import { literal, type Media, say } from '../conversation/reply.ts';
import { attach, type MediaShelf } from './attach.ts';

const photo: Media = { id: 'a', kind: 'photo' };
const voice: Media = { id: 'b', kind: 'voice' };
const reply = { text: literal('Lihat'), media: [photo, voice] };

const bytes = Buffer.from('isi');
const shelf = (ready: { [id: string]: boolean }, files: readonly string[] = ['a', 'b']): MediaShelf => ({
  ready: async (ids) => new Map(Object.entries(ready).filter(([id]) => ids.includes(id))),
  bytes: async (id) => (files.includes(id) ? bytes : null),
});

test('what is clean goes with the words', async () => {
  const done = await attach(shelf({ a: true, b: true }), { can: telegram }, reply, 0);
  expect(done).toEqual({
    reply,
    files: new Map([
      ['a', bytes],
      ['b', bytes],
    ]),
  });
});

test('one that is not clean is waited for, ten minutes and no longer', async () => {
  const young = shelf({ a: true, b: false });
  expect(await attach(young, { can: telegram }, reply, 599)).toBe('wait');
  expect(await attach(young, { can: telegram }, reply, 600)).toMatchObject({
    reply: { media: [photo], text: { join: [literal('Lihat'), say('attached.missing', { count: 1 })] } },
  });
});

test('what was refused or lost is left out, the words are not', async () => {
  for (const gone of [shelf({ b: true }), shelf({ a: true, b: true }, ['b'])])
    expect(await attach(gone, { can: telegram }, reply, 0)).toMatchObject({
      reply: { media: [voice] },
      files: new Map([['b', bytes]]),
    });
  const nothing = await attach(shelf({}), { can: telegram }, reply, 0);
  expect(nothing).toMatchObject({ reply: { text: { join: [literal('Lihat'), {}] } } });
  expect(nothing).not.toHaveProperty('reply.media');
});

test('of what was lost, the words stand that say what it showed', async () => {
  const described: Media = { ...photo, alt: literal('Lampu gang menyala') };
  const lost = await attach(shelf({}), { can: telegram }, { ...reply, media: [described, voice] }, 0);
  const line = say('attached.alt', { text: literal('Lampu gang menyala') });
  expect(lost).toMatchObject({
    reply: { text: { join: [literal('Lihat'), line, say('attached.missing', { count: 1 })] } },
  });
});

test('a channel that shows no files waits for none', async () => {
  expect(await attach(shelf({ a: false, b: false }), { can: terminal }, reply, 0)).toEqual({
    reply,
    files: new Map(),
  });
});

test('a store that is away is a fault, not a loss', async () => {
  const away = { ...shelf({ a: true }), bytes: () => Promise.reject(new Error('away')) };
  await expect(attach(away, { can: telegram }, reply, 9999)).rejects.toThrow('away');
});
