import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { resumeDevice } from '../../db/stores/resume-device.ts';
import { createAuthState } from './auth-state.ts';
import { emittingDevice } from './testing/emitting-device.ts';
import { closing, until } from './testing/watched-library.ts';

const { on, health, store, linked, created, begun, told } = emittingDevice();

describe('the connection', () => {
  test('is there to send by only while it is open', async () => {
    await begun();
    expect(on.device.socket()).toBeUndefined();
    on.client.last().ev.emit('connection.update', { connection: 'open' });
    expect(on.device.socket()).toBe(on.client.last());
    await on.client.last().end(closing(428));
    expect(on.device.socket()).toBeUndefined();
  });

  test('comes back at once after a restart that WhatsApp wants', async () => {
    await begun();
    await on.client.last().end(closing(515));
    await until(() => on.server.came() === 2);
    expect(on.client.sockets).toHaveLength(2);
  });

  test('comes back a second after a fault', async () => {
    await begun();
    const before = Date.now();
    await on.client.last().end(closing(503));
    await until(() => on.server.came() === 2);
    expect(Date.now() - before).toBeGreaterThan(900);
    expect(told('linked-device-closed')).toEqual([
      { event: 'linked-device-closed', channel: 'whatsapp-linked', code: '503' },
    ]);
  });

  test.each([
    [401, 'logged-out', false],
    [403, 'banned', true],
    [440, 'replaced', true],
  ])(
    'never comes back after %s (%s), and lets the device go; credentials kept: %s',
    async (code, why, kept) => {
      await begun();
      await on.client.last().end(closing(code));
      await until(() => told('linked-device-stopped').length === 1);
      await new Promise((resolve) => setTimeout(resolve, 800));
      await on.device.stop();
      expect(on.server.came()).toBe(1);
      expect(told('linked-device-stopped')[0]?.code).toBe(why);
      expect((await store().credentials()) !== undefined).toBe(kept);
      expect(await health().read()).toMatchObject({ state: 'stopped', why: String(code), owned: false });
    },
  );

  test('that has stopped is tried again once an operator says so, or by a service that begins', async () => {
    await begun();
    await on.client.last().end(closing(403));
    await until(() => told('linked-device-stopped').length === 1);
    await resumeDevice({ sql: on.copy.sql }, 'device');
    await until(() => on.server.came() === 2);
    await on.client.last().end(closing(403));
    await until(() => told('linked-device-stopped').length === 2);
    await on.device.stop();
    on.device = created();
    await on.device.begin();
    await until(() => on.server.came() === 3);
  });

  test('keeps the link when a proxy of the office refuses it', async () => {
    await linked();
    on.server.refuse(401);
    await on.device.begin();
    await until(() => told('linked-device-closed').length === 1);
    expect(await store().credentials()).toBeDefined();
    expect(told('linked-device-stopped')).toEqual([]);
  });

  test('is let go when another has taken the device, who is not disturbed', async () => {
    await begun();
    await on.copy.sql`update linked_device_lease set fence = fence + 1, owner = ${randomUUID()},
      expires_at = now() + interval '1 hour'`;
    on.client.last().ev.emit('creds.update', { accountSyncCounter: 9 });
    await until(() => told('linked-device-lost').length === 1);
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(on.server.came()).toBe(1);
    expect(told('linked-device-stopped')).toEqual([]);
    expect((await createAuthState(on.client.baileys, store(), () => {})).creds.accountSyncCounter).not.toBe(
      9,
    );
  });

  test('that another has replaced, who took the device by right, is no reason to stop', async () => {
    await begun();
    await on.copy.sql`update linked_device_lease set fence = fence + 1`;
    await on.client.last().end(closing(440));
    await until(() => told('linked-device-lost').length === 1);
    expect(told('linked-device-stopped')).toEqual([]);
  });
});

test('what the client learns about itself is kept', async () => {
  await begun();
  on.client.last().ev.emit('creds.update', { accountSyncCounter: 9 });
  await on.device.stop();
  expect((await createAuthState(on.client.baileys, store(), () => {})).creds.accountSyncCounter).toBe(9);
});
