import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestHall, type TestHall } from '../api/testing/hall.ts';
import type { Inbound } from '../bot/conversation/inbound.ts';
import { playTranscript } from '../bot/conversation/transcript.ts';

let house: TestHall;
beforeAll(async () => {
  house = await openTestHall();
});
afterAll(() => house.close());

test('copies of the last press at one moment file one report, and none of them is a fault', async () => {
  const sri = house.actor();
  await playTranscript('> lampu jalan mati di ujung gang\n> 1\n> lewati\n> lewati\n> Biasa', sri);
  const send = sri.phone
    .last()
    ?.buttons.flat()
    .find(({ label }) => label === 'Kirim');
  const from = { channel: 'telegram', account: '4242', id: String(sri.phone.person.id) } as const;
  const press: Inbound = {
    id: 'pressed-once',
    from,
    at: new Date(),
    content: { kind: 'choice', id: send && 'data' in send ? send.data : '' },
    press: { on: '1', query: '1' },
  };
  const key = house.hall.keyOf(from, press.id);
  const handled = await Promise.all(Array.from({ length: 8 }, () => house.hall.handle(press, key)));
  expect(handled.filter(({ repeated }) => !repeated)).toHaveLength(1);
  const [filed] = await house.hall.database.sql`select count(*)::int as reports from report`;
  expect(filed?.reports).toBe(1);
});
