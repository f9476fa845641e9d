import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestHall, type TestHall } from '../api/testing/hall.ts';
import type { Inbound } from '../bot/conversation/inbound.ts';
import { playTranscript } from '../bot/conversation/transcript.ts';
import { createHandle } from '../bot/handle.ts';

const ticketBytes = 6;

let house: TestHall;
beforeAll(async () => {
  house = await openTestHall();
});
afterAll(() => house.close());

/** Someone who has everything told and may press *Kirim*; `greeted` first, or whose first message is the report. */
const beforeSending = async (greeted: boolean) => {
  const sri = house.actor();
  if (greeted) await playTranscript('> halo', sri);
  await playTranscript('> lampu jalan mati di ujung gang\n> 1\n> lewati\n> lewati\n> Biasa', sri);
  const send = sri.phone
    .last()
    ?.buttons.flat()
    .find(({ label }) => label === 'Kirim');
  const from = { channel: 'telegram', account: '4242', id: String(sri.phone.person.id) } as const;
  const press: Inbound = {
    id: `pressed-by-${sri.phone.person.id}`,
    from,
    at: new Date(),
    content: { kind: 'choice', id: send && 'data' in send ? send.data : '' },
    press: { on: '1', query: '1' },
  };
  return {
    press,
    key: house.hall.keyOf(from, press.id),
    inbox: Buffer.from(house.hall.keyOf(from, press.id), 'hex'),
  };
};

const reportsOf = async (inbox: Buffer) =>
  (
    await house.hall.database.sql<{ ticket: string }[]>`select ticket from report where inbox_key = ${inbox}`
  ).map(({ ticket }) => ticket);

test.each([
  ['with a first message that was the report', false],
  ['after a greeting', true],
])(
  'copies of the last press at one moment file one report, and none of them is a fault: %s',
  async (_, greeted) => {
    const { press, key, inbox } = await beforeSending(greeted);
    const handled = await Promise.all(Array.from({ length: 8 }, () => house.hall.handle(press, key)));
    expect(handled.filter(({ repeated }) => !repeated)).toHaveLength(1);
    expect(await reportsOf(inbox)).toHaveLength(1);
  },
);

test.each([false, true])('a number that is taken is drawn again, greeted first: %s', async (greeted) => {
  const someone = await beforeSending(greeted);
  const another = await beforeSending(greeted);
  let same = 2;
  const random = (bytes: number) =>
    bytes === ticketBytes && same-- > 0 ? new Uint8Array(bytes).fill(greeted ? 1 : 2) : randomBytes(bytes);
  const handle = createHandle({ ...house.hall.parts, random });
  for (const { press, key } of [someone, another]) expect((await handle(press, key)).repeated).toBe(false);
  const [[first], [second]] = [await reportsOf(someone.inbox), await reportsOf(another.inbox)];
  expect(first).toBe(greeted ? 'SLT-111111' : 'SLT-222222');
  expect(second).toMatch(/^SLT-/);
  expect(second).not.toBe(first);
});
