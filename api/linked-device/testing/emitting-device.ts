import { proto } from '@whiskeysockets/baileys';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { sentAt } from '../../../bot/channels/whatsapp-linked/testing/events.ts';
import type { Inbound } from '../../../bot/conversation/inbound.ts';
import { createLinkedDeviceStore } from '../../../db/linked-device.ts';
import { createHealthBook } from '../../../db/linked-device-health.ts';
import { createSeal } from '../../../db/sealed.ts';
import { type TestDatabase, testDatabase } from '../../../db/testing.ts';
import type { Line } from '../../log.ts';
import { createAuthState } from '../auth-state.ts';
import { createLinkedDevice, type LinkedDevice } from '../index.ts';
import { asOwner } from './held-store.ts';
import { silentServer } from './silent-server.ts';
import { until, watchedLibrary } from './watched-library.ts';

const seal = createSeal(Buffer.alloc(32, 7));

type On = {
  copy: TestDatabase;
  server: Awaited<ReturnType<typeof silentServer>>;
  client: ReturnType<typeof watchedLibrary>;
  device: LinkedDevice;
  lines: Line[];
  taken: Inbound[];
  /** How often something that is said cannot be handled yet. */
  failing: { [text: string]: number };
  /** The payloads of what could not be handled. */
  aside: unknown[];
};

const textOf = ({ content }: Inbound): string => (content.kind === 'text' ? content.text : content.kind);

/** For each test of a file: a device whose server says nothing, so that the test emits what the client would. */
export const emittingDevice = () => {
  const on = {} as On;
  const health = () => createHealthBook({ sql: on.copy.sql }, 'device', 'Asia/Jakarta');
  const store = () => createLinkedDeviceStore({ sql: on.copy.sql }, seal, 'device');

  const linked = (): Promise<void> =>
    asOwner(on.copy, seal, 'device', async (own) => {
      const state = await createAuthState(on.client.baileys, own, () => {});
      state.creds.me = { id: '6281200000099:3@s.whatsapp.net', name: 'Kantor' };
      state.creds.account = proto.ADVSignedDeviceIdentity.fromObject({ details: Buffer.from('x') });
      await state.save();
    });

  const created = (by = seal): LinkedDevice => {
    const keep = (line: Line) => void on.lines.push(line);
    return createLinkedDevice({
      database: { sql: on.copy.sql },
      seal: by,
      account: 'device',
      url: on.server.url,
      sentText: async () => undefined,
      baileys: on.client.baileys,
      health: health(),
      times: { lease: 30_000, heartbeat: 10_000, standby: 200 },
      now: () => new Date(sentAt.getTime() + 60_000),
      dice: () => 0,
      log: { info: keep, warn: keep, error: keep },
      take: async (inbound) => {
        const left = on.failing[textOf(inbound)] ?? 0;
        on.failing[textOf(inbound)] = left - 1;
        if (left > 0) throw new Error('not now');
        on.taken.push(inbound);
      },
      failed: async (_, __, payload) => {
        on.aside.push(payload);
        return false;
      },
    });
  };

  beforeAll(async () => {
    on.copy = await testDatabase();
  });
  afterAll(() => on.copy.drop());
  beforeEach(async () => {
    await on.copy.sql`truncate linked_device, linked_device_key, linked_device_lease, linked_device_health`;
    on.server = await silentServer();
    on.client = watchedLibrary();
    Object.assign(on, { lines: [], taken: [], failing: {}, aside: [] });
    on.device = created();
  });
  afterEach(async () => {
    await on.device.stop();
    await on.server.close();
  });

  return {
    on,
    health,
    store,
    linked,
    created,
    begun: async () => {
      await linked();
      await on.device.begin();
      await until(() => on.server.came() === 1);
    },
    emit: (event: unknown) => {
      const { ev } = on.client.last();
      ev.emit('messages.upsert', event as Parameters<typeof ev.emit<'messages.upsert'>>[1]);
      ev.flush();
    },
    told: (event: string) => on.lines.filter((line) => line.event === event),
  };
};
