import { expect } from 'vitest';
import { test as inHouse } from './testing/house-on-whatsapp-test.ts';
import { readBy } from './testing/sending-house.ts';
import { until } from './testing/watched-library.ts';

/** Senders of what could not be opened are asked after so long (milliseconds). */
const patience = 300;

const test = inHouse.extend('swept', ({ house }) => async (isDone: () => boolean): Promise<void> => {
  await expect
    .poll(
      async () => {
        await house.hall.deliver();
        return isDone();
      },
      { timeout: 20_000 },
    )
    .toBe(true);
});

test('who is known here is asked to send again what nobody could open, and a stranger is not written to', async ({
  sri,
  budi: stranger,
  connect,
  swept,
}) => {
  await connect({ patience });
  await sri.type('halo');
  await swept(() => sri.received().length === 1);
  await stranger.garble();
  await sri.garble();
  await swept(() => sri.received().length === 2);
  expect(readBy(sri)[1]).toContain('Mohon dikirim sekali lagi');
  await sri.type('/bantuan');
  await swept(() => sri.received().length === 3);
  expect(stranger.received()).toEqual([]);
});

test('a message that ended the process again and again is set aside, its sender is told, and goes on', async ({
  house,
  sri,
  connect,
  swept,
}) => {
  const away = Object.assign(new Error('the database is away'), { code: '08006' });
  const hall = { ...house.hall, handle: () => Promise.reject(away) };
  const connection = await connect({ hall, patience });
  await sri.type('halo');
  const { sql } = house.hall.database;
  const undecided = async () =>
    (await sql`select count(*)::int as n from linked_device_message where stanza is not null`)[0]?.n;
  await expect.poll(undecided).toBe(1);
  await connection.stop();
  house.hall.channels.pop();
  expect(await undecided()).toBe(1);
  expect(await sql`select 1 from dead_update`).toHaveLength(0);
  await sql`update linked_device_message set tries = 3`;
  await connect({ patience });
  await expect.poll(undecided).toBe(0);
  expect(await sql`select channel from dead_update where dead_at is not null`).toEqual([
    { channel: 'whatsapp-linked' },
  ]);
  await until(() => sri.received().length === 1);
  await sri.type('/bantuan');
  await swept(() => sri.received().length === 2);
});
