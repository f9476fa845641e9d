import { expect, test } from 'vitest';
import { createPace, longestPace, telegramPace } from '../pace.ts';
import { createSilence } from '../silence.ts';
import { createTurns } from './turns.ts';

const to = { channel: 'telegram', account: '4242', id: '7001' } as const;

/** Time that passes for whoever waits, all of them together, and never by itself. */
const room = () => {
  let now = 1_795_000_000_000;
  const sleepers: { until: number; wake: () => void }[] = [];
  const clock = { now: () => new Date(now) };
  const wait = (milliseconds: number) =>
    new Promise<void>((wake) => void sleepers.push({ until: now + milliseconds, wake }));
  const settle = () => new Promise<void>((resolve) => setImmediate(resolve));
  /** Lets time pass until nobody waits any more. */
  const passes = async () => {
    await settle();
    while (sleepers.length > 0) {
      sleepers.sort((a, b) => a.until - b.until);
      const next = sleepers.shift();
      now = Math.max(now, Math.ceil(next?.until ?? 0));
      next?.wake();
      await settle();
    }
  };
  const silence = createSilence(clock);
  const pace = createPace(telegramPace, clock);
  const turns = createTurns({ pace, silence, clock, wait });
  const since = () => now - 1_795_000_000_000;
  return { turns, silence, pace, passes, since };
};

test('unasked letters go one after the other, in the order they came', async () => {
  const { turns, passes, since } = room();
  const went: { nth: number; at: number }[] = [];
  for (let nth = 0; nth < 80; nth++)
    void turns(to, true, 0).then((goes) => goes && went.push({ nth, at: since() }));
  await passes();
  expect(went.map(({ nth }) => nth)).toEqual(Array.from({ length: 80 }, (_, nth) => nth));
  expect(went.at(-1)?.at).toBeGreaterThan(1_950);
  expect(went.at(-1)?.at).toBeLessThan(2_100);
});

test('an answer does not stand in the line of unasked letters', async () => {
  const { turns, passes, since } = room();
  const went: string[] = [];
  for (let nth = 0; nth < 40; nth++) void turns(to, true, 0).then(() => went.push('unasked'));
  void turns(to, false, 0).then(() => went.push(`answer at ${since()}`));
  await passes();
  expect(went.indexOf('answer at 0')).toBeLessThan(25);
});

test('nothing goes while the platform asked for silence, also not what waited in the line', async () => {
  const { turns, silence, passes, since } = room();
  const went: number[] = [];
  for (let nth = 0; nth < 30; nth++) void turns(to, true, 0).then((goes) => goes && went.push(since()));
  await Promise.resolve();
  silence.begin(to, 3);
  void turns(to, false, 0).then((goes) => goes && went.push(since()));
  await passes();
  expect(went).toHaveLength(31);
  expect(went.filter((at) => at > 0 && at < 3_000)).toEqual([]);
});

test('what would wait too long goes back, so that nobody else takes it meanwhile', async () => {
  const { turns, silence, passes } = room();
  silence.begin(to, 3_600);
  const came: boolean[] = [];
  for (const bulk of [true, false]) void turns(to, bulk, 0).then((goes) => came.push(goes));
  silence.begin({ ...to, account: '4343' }, 2);
  void turns({ ...to, account: '4343' }, true, longestPace - 1_000).then((goes) => came.push(goes));
  void turns({ ...to, account: '4343' }, false, 0).then((goes) => came.push(goes));
  await passes();
  expect(came).toEqual([false, false, false, true]);
});
