import { proto } from '@whiskeysockets/baileys';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createLinkedDeviceStore } from '../../db/linked-device.ts';
import { createSeal } from '../../db/sealed.ts';
import { type TestDatabase, testDatabase } from '../../db/testing.ts';
import { createAuthState, isLinked } from './auth-state.ts';
import { leaseOf, leaseTimes } from './owning/ownership.ts';
import { type Pairing, pairDevice } from './pair.ts';
import { silentServer } from './testing/silent-server.ts';
import { closing, until, watchedLibrary } from './testing/watched-library.ts';

let copy: TestDatabase;
let server: Awaited<ReturnType<typeof silentServer>>;
let client: ReturnType<typeof watchedLibrary>;
let shown: Parameters<Pairing['show']>[0][];
let fence: number | undefined;
beforeAll(async () => {
  copy = await testDatabase();
  fence = await leaseOf(copy, 'device', { ...leaseTimes, lease: 3_600_000 }).take();
});
afterAll(() => copy.drop());
beforeEach(async () => {
  await copy.sql`truncate linked_device, linked_device_key`;
  server = await silentServer();
  client = watchedLibrary();
  shown = [];
});
afterEach(() => server.close());

const store = () =>
  createLinkedDeviceStore({ sql: copy.sql }, createSeal(Buffer.alloc(32, 7)), 'device', fence);
const kept = async () => (await createAuthState(client.baileys, store(), () => {})).creds;

const begun = async (more: Partial<Pairing> = {}) => {
  const before = client.sockets.length;
  const outcome = pairDevice({
    baileys: client.baileys,
    store: store(),
    url: server.url,
    show: (what) => void shown.push(what),
    stopped: new AbortController().signal,
    ...more,
  });
  await until(() => client.sockets.length > before && client.last().ws.isOpen);
  return { outcome };
};

/** What a phone's scan makes of the client: it is signed, and WhatsApp wants a new connection. */
const scanned = async () => {
  const { ev } = client.last();
  ev.emit('connection.update', { qr: 'qr-1' });
  ev.emit('creds.update', {
    me: { id: '6281200000099:3@s.whatsapp.net', name: 'Kantor' },
    account: proto.ADVSignedDeviceIdentity.fromObject({ details: Buffer.from('x') }),
  });
  await client.last().end(closing(515));
};

describe('linking a number', () => {
  test('shows each QR, comes back after the restart that WhatsApp wants, and is then kept', async () => {
    const { outcome } = await begun();
    client.last().ev.emit('connection.update', { qr: 'qr-0' });
    await scanned();
    await until(() => client.sockets.length === 2);
    client.last().ev.emit('connection.update', { connection: 'open' });
    expect(await outcome).toBe('linked');
    expect(shown).toEqual([{ qr: 'qr-0' }, { qr: 'qr-1' }]);
    expect(isLinked(await kept())).toBe(true);
  });

  test('is not done twice, unless the earlier link is to be forgotten', async () => {
    const linked = await begun();
    await scanned();
    await until(() => client.sockets.length === 2);
    client.last().ev.emit('connection.update', { connection: 'open' });
    await linked.outcome;
    const stopped = new AbortController().signal;
    const pairing = { baileys: client.baileys, store: store(), show: () => {}, stopped };
    expect(await pairDevice(pairing)).toBe('already-linked');
    const { registrationId } = await kept();
    const anew = await begun({ again: true });
    await client.last().end(closing(408));
    expect(await anew.outcome).toBe('unreachable');
    expect((await kept()).registrationId).not.toBe(registrationId);
  });

  test.each([
    [408, true, 'timeout'],
    [408, false, 'unreachable'],
    [401, true, 'logged-out'],
    [403, true, 'banned'],
  ])('that closes with %s (QR shown: %s) is %s, and nothing is kept', async (code, seen, came) => {
    const { outcome } = await begun();
    if (seen) client.last().ev.emit('connection.update', { qr: 'qr-1' });
    await client.last().end(closing(code));
    expect(await outcome).toBe(came);
    expect(await store().credentials()).toBeUndefined();
  });

  test('by a code shows one, however many QRs come, and leaves nothing that counts as a link', async () => {
    const { outcome } = await begun({ phone: '6281200000099' });
    const { ev } = client.last();
    ev.emit('connection.update', { qr: 'qr-1' });
    ev.emit('connection.update', { qr: 'qr-2' });
    await until(() => shown.length > 0);
    expect(shown).toEqual([{ code: expect.stringMatching(/^[0-9A-Z]{8}$/) }]);
    await client.last().end(closing(408));
    expect(await outcome).toBe('timeout');
    expect(isLinked(await kept())).toBe(false);
  });

  test('ends when it is told to', async () => {
    const ending = new AbortController();
    const { outcome } = await begun({ stopped: ending.signal });
    ending.abort();
    expect(await outcome).toBe('stopped');
  });
});
