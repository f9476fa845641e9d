import { renderUnicodeCompact } from 'uqr';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { account } from '../../bot/channels/whatsapp-linked/index.ts';
import { type TestDatabase, testDatabase } from '../../db/testing.ts';
import { LinkedDeviceRefused } from '../linked-device/library.ts';
import { leaseOf } from '../linked-device/owning/ownership.ts';
import { silentServer } from '../linked-device/testing/silent-server.ts';
import { closing, until, watchedLibrary } from '../linked-device/testing/watched-library.ts';
import { pairingPhone, pairWith } from './whatsapp-pair.ts';

let copy: TestDatabase;
let server: Awaited<ReturnType<typeof silentServer>>;
let printed: string;
beforeAll(async () => {
  copy = await testDatabase();
  server = await silentServer();
});
afterAll(async () => {
  await server.close();
  await copy.drop();
});
beforeEach(() => {
  printed = '';
  vi.stubEnv('DATABASE_URL', copy.url);
  vi.stubEnv('APP_KEY', Buffer.alloc(32, 7).toString('base64'));
  vi.stubEnv('WHATSAPP_LINKED_DEVICE_URL', server.url);
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    printed += text;
    return true;
  });
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

describe('pairing from the command line', () => {
  test('says that the number may be blocked, prints the QR of the real client, and tells when nobody came', async () => {
    const client = watchedLibrary();
    const outcome = pairWith(async () => client.baileys, { again: false });
    await until(() => client.sockets.length === 1 && client.last().ws.isOpen);
    client.last().ev.emit('connection.update', { qr: '2@abc,def,ghi' });
    await client.last().end(closing(408));
    expect(await outcome).toEqual({
      kind: 'refused',
      reason: 'Nobody linked the number in time. Try again.',
    });
    expect(printed).toMatch(/unofficial.*may block this number/s);
    expect(printed).toContain(renderUnicodeCompact('2@abc,def,ghi'));
  });

  test('is refused while a service holds the device, and lets go what it took itself', async () => {
    const service = leaseOf(copy, account);
    const fence = (await service.take()) ?? 0;
    const client = watchedLibrary();
    const refused = await pairWith(async () => client.baileys, { again: true });
    expect(refused).toMatchObject({
      kind: 'refused',
      reason: expect.stringContaining('Stop the service first'),
    });
    expect(client.sockets).toEqual([]);
    await service.release(fence);
    const outcome = pairWith(async () => client.baileys, { again: false });
    await until(() => client.sockets.length === 1 && client.last().ws.isOpen);
    expect(await service.take()).toBeUndefined();
    await client.last().end(closing(408));
    await outcome;
    expect(await service.take()).toBeGreaterThan(fence);
  });

  test('ends when another has taken the device meanwhile', async () => {
    const client = watchedLibrary();
    await copy.sql`update linked_device_lease set expires_at = now()`;
    const outcome = pairWith(async () => client.baileys, { again: false });
    await until(() => client.sockets.length === 1 && client.last().ws.isOpen);
    await copy.sql`update linked_device_lease set fence = fence + 1`;
    client.last().ev.emit('creds.update', { accountSyncCounter: 9 });
    await client.last().end(closing(428));
    expect(await outcome).toMatchObject({ reason: expect.stringContaining('Another process') });
  });

  test('is refused in one sentence where the client is not installed', async () => {
    const baileys = () => Promise.reject(new LinkedDeviceRefused('The package is not installed.'));
    expect(await pairWith(baileys, { again: false })).toEqual({
      kind: 'refused',
      reason: 'The package is not installed.',
    });
  });

  test('wants a number that is one', async () => {
    const outcome = await pairWith(() => Promise.reject(new Error('loaded')), {
      phone: 'kantor',
      again: false,
    });
    expect(outcome).toMatchObject({ kind: 'wrong usage', reason: expect.stringContaining('6281234567890') });
  });

  test.each([
    ['+62 812-0000-0099', '6281200000099'],
    ['081200000099', '6281200000099'],
    ['6281200000099', '6281200000099'],
    ['0', undefined],
    ['62812x', undefined],
  ])('reads %s as %s', (typed, digits) => {
    expect(pairingPhone(typed)).toBe(digits);
  });
});
