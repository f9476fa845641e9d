import { afterAll, beforeAll, expect, test } from 'vitest';
import { literal } from '../bot/conversation/reply.ts';
import { openTestHall, type TestHall } from './testing/hall.ts';

let house: TestHall;
beforeAll(async () => {
  house = await openTestHall();
});
afterAll(() => house.close());

const said = () => house.emulator.calls().filter(({ method }) => method === 'sendMessage');

test('an answer rides in the response, but not while letters to many go out: then a refusal is heard of and it comes later', async () => {
  const { hall } = house;
  const sri = house.actor({ id: 9_700 });
  await sri.type('/bahasa');
  expect(await sri.seen()).toHaveLength(1);
  expect(said().at(-1)?.from).toBe('webhook-response');

  const address = { channel: 'telegram', account: '4242', id: '9700' } as const;
  const session = await hall.sessions.open(address, true);
  await hall.sessions.post(session, [{ say: { text: literal('Kabar untuk semua') }, lane: 'bulk' }]);
  await hall.deliver();
  house.emulator.faults.add({
    kind: 'throttle',
    from: 'call',
    method: 'sendMessage',
    retryAfter: 1,
    times: 1,
  });
  await sri.type('/bahasa');
  expect((await sri.seen()).map(({ text }) => text)).toEqual(['Kabar untuk semua']);
  expect(said().at(-1)).toMatchObject({ from: 'call', ok: false });
  await expect.poll(() => hall.deliver(), { timeout: 10_000 }).toBe(1);
  expect(await sri.seen()).toHaveLength(1);
  expect(said().at(-1)).toMatchObject({ from: 'call', ok: true });
});
