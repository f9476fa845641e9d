import { randomUUID } from 'node:crypto';
import { proto } from '@whiskeysockets/baileys';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { parse } from '../../bot/channels/whatsapp-linked/parse.ts';
import { events, sentAt, silences } from '../../bot/channels/whatsapp-linked/testing/events.ts';
import type { Inbound } from '../../bot/conversation/inbound.ts';
import { createLinkedDeviceStore } from '../../db/linked-device.ts';
import { LinkedDeviceUnreadable } from '../../db/linked-device-faults.ts';
import { createHealthBook } from '../../db/linked-device-health.ts';
import { createSeal } from '../../db/sealed.ts';
import { resumeDevice } from '../../db/stores/resume-device.ts';
import { type TestDatabase, testDatabase } from '../../db/testing.ts';
import type { Line } from '../log.ts';
import { createAuthState } from './auth-state.ts';
import { createLinkedDevice, type LinkedDevice } from './index.ts';
import { asOwner } from './testing/held-store.ts';
import { silentServer } from './testing/silent-server.ts';
import { closing, until, watchedLibrary } from './testing/watched-library.ts';

const seal = createSeal(Buffer.alloc(32, 7));
let copy: TestDatabase;
let server: Awaited<ReturnType<typeof silentServer>>;
let device: LinkedDevice;
let client: ReturnType<typeof watchedLibrary>;
let lines: Line[];
let taken: Inbound[];
let failing: { [text: string]: number };
let aside: unknown[];

beforeAll(async () => {
  copy = await testDatabase();
});
afterAll(() => copy.drop());

const health = () => createHealthBook({ sql: copy.sql }, 'device', 'Asia/Jakarta');
const store = () => createLinkedDeviceStore({ sql: copy.sql }, seal, 'device');

const linked = (): Promise<void> =>
  asOwner(copy, seal, 'device', async (own) => {
    const state = await createAuthState(client.baileys, own, () => {});
    state.creds.me = { id: '6281200000099:3@s.whatsapp.net', name: 'Kantor' };
    state.creds.account = proto.ADVSignedDeviceIdentity.fromObject({ details: Buffer.from('x') });
    await state.save();
  });

const textOf = ({ content }: Inbound): string => (content.kind === 'text' ? content.text : content.kind);

const created = (by = seal) =>
  createLinkedDevice({
    database: { sql: copy.sql },
    seal: by,
    account: 'device',
    url: server.url,
    sentText: async () => undefined,
    baileys: client.baileys,
    health: health(),
    times: { lease: 30_000, heartbeat: 10_000, standby: 200 },
    now: () => new Date(sentAt.getTime() + 60_000),
    dice: () => 0,
    log: {
      info: (line) => lines.push(line),
      warn: (line) => lines.push(line),
      error: (line) => lines.push(line),
    },
    take: async (inbound) => {
      const left = failing[textOf(inbound)] ?? 0;
      failing[textOf(inbound)] = left - 1;
      if (left > 0) throw new Error('not now');
      taken.push(inbound);
    },
    failed: async (_, __, payload) => {
      aside.push(payload);
      return false;
    },
  });

beforeEach(async () => {
  await copy.sql`truncate linked_device, linked_device_key, linked_device_lease, linked_device_health`;
  server = await silentServer();
  client = watchedLibrary();
  [lines, taken, failing, aside] = [[], [], {}, []];
  device = created();
});
afterEach(async () => {
  await device.stop();
  await server.close();
});

const begun = async () => {
  await linked();
  await device.begin();
  await until(() => server.came() === 1);
};
const emit = (event: unknown) => {
  const { ev } = client.last();
  ev.emit('messages.upsert', event as Parameters<typeof ev.emit<'messages.upsert'>>[1]);
  ev.flush();
};
const told = (event: string) => lines.filter((line) => line.event === event);

describe('beginning', () => {
  test('tells what to do while no number is linked, writes nothing, and connects once one is', async () => {
    expect(await device.begin()).toContain('whatsapp pair');
    expect(server.came()).toBe(0);
    expect(await store().credentials()).toBeUndefined();
    expect(await health().read()).toMatchObject({ state: 'unlinked', owned: false });
    await linked();
    await until(() => server.came() === 1);
  });

  test('is refused where the credentials cannot be opened, and they stay', async () => {
    await linked();
    await expect(created(createSeal(Buffer.alloc(32, 8))).begin()).rejects.toThrow(LinkedDeviceUnreadable);
    expect(await store().credentials()).toBeDefined();
  });
});

describe('what people say', () => {
  test('is handed on once each, whether it came at once or was kept for us', async () => {
    await begun();
    emit(events.text);
    emit(events['text kept while we were away']);
    emit(silences.group);
    await until(() => taken.length === 2);
    const expected = [events.text, events['text kept while we were away']].flatMap(parse('device'));
    expect(taken).toEqual(expected);
  });

  test('is handed on even if the connection closes in the same moment', async () => {
    await begun();
    client.last().ev.buffer();
    const { ev } = client.last();
    ev.emit('messages.upsert', events.text as Parameters<typeof ev.emit<'messages.upsert'>>[1]);
    await client.last().end(closing(428));
    await until(() => taken.length === 1);
  });

  test('is tried again when it could not be handled, and can be read from what is set aside', async () => {
    await begun();
    failing['Lampu jalan mati'] = 1;
    emit(events.text);
    await until(() => taken.length === 1);
    expect(aside.flatMap(parse('device'))).toEqual(taken);
  });

  test('is left alone when it is two days old', async () => {
    await begun();
    const { messages } = events.text as { messages: object[] };
    const seconds = sentAt.getTime() / 1000 - 48 * 3600;
    emit({ messages: messages.map((one) => ({ ...one, messageTimestamp: seconds })), type: 'append' });
    emit(events['text kept while we were away']);
    await until(() => taken.length === 1);
    expect(told('linked-message-too-old')).toHaveLength(1);
  });

  test('and cannot be opened is counted', async () => {
    await begun();
    emit(silences['not to be opened']);
    await until(() => told('linked-message-undecryptable').length === 1);
    expect(taken).toEqual([]);
  });
});

describe('the connection', () => {
  test('is there to send by only while it is open', async () => {
    await begun();
    expect(device.socket()).toBeUndefined();
    client.last().ev.emit('connection.update', { connection: 'open' });
    expect(device.socket()).toBe(client.last());
    await client.last().end(closing(428));
    expect(device.socket()).toBeUndefined();
  });

  test('comes back at once after a restart that WhatsApp wants', async () => {
    await begun();
    await client.last().end(closing(515));
    await until(() => server.came() === 2);
    expect(client.sockets).toHaveLength(2);
  });

  test('comes back a second after a fault', async () => {
    await begun();
    const before = Date.now();
    await client.last().end(closing(503));
    await until(() => server.came() === 2);
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
      await client.last().end(closing(code));
      await until(() => told('linked-device-stopped').length === 1);
      await new Promise((resolve) => setTimeout(resolve, 800));
      await device.stop();
      expect(server.came()).toBe(1);
      expect(told('linked-device-stopped')[0]?.code).toBe(why);
      expect((await store().credentials()) !== undefined).toBe(kept);
      expect(await health().read()).toMatchObject({ state: 'stopped', why: String(code), owned: false });
    },
  );

  test('that has stopped is tried again once an operator says so, or by a service that begins', async () => {
    await begun();
    await client.last().end(closing(403));
    await until(() => told('linked-device-stopped').length === 1);
    await resumeDevice({ sql: copy.sql }, 'device');
    await until(() => server.came() === 2);
    await client.last().end(closing(403));
    await until(() => told('linked-device-stopped').length === 2);
    await device.stop();
    device = created();
    await device.begin();
    await until(() => server.came() === 3);
  });

  test('keeps the link when a proxy of the office refuses it', async () => {
    await linked();
    server.refuse(401);
    await device.begin();
    await until(() => told('linked-device-closed').length === 1);
    expect(await store().credentials()).toBeDefined();
    expect(told('linked-device-stopped')).toEqual([]);
  });

  test('is let go when another has taken the device, who is not disturbed', async () => {
    await begun();
    await copy.sql`update linked_device_lease set fence = fence + 1, owner = ${randomUUID()},
      expires_at = now() + interval '1 hour'`;
    client.last().ev.emit('creds.update', { accountSyncCounter: 9 });
    await until(() => told('linked-device-lost').length === 1);
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(server.came()).toBe(1);
    expect(told('linked-device-stopped')).toEqual([]);
    expect((await createAuthState(client.baileys, store(), () => {})).creds.accountSyncCounter).not.toBe(9);
  });

  test('that another has replaced, who took the device by right, is no reason to stop', async () => {
    await begun();
    await copy.sql`update linked_device_lease set fence = fence + 1`;
    await client.last().end(closing(440));
    await until(() => told('linked-device-lost').length === 1);
    expect(told('linked-device-stopped')).toEqual([]);
  });
});

test('what the client learns about itself is kept', async () => {
  await begun();
  client.last().ev.emit('creds.update', { accountSyncCounter: 9 });
  await device.stop();
  expect((await createAuthState(client.baileys, store(), () => {})).creds.accountSyncCounter).toBe(9);
});
