import { proto } from '@whiskeysockets/baileys';
import { parse } from '../../../bot/channels/whatsapp-linked/parse.ts';
import type { Inbound } from '../../../bot/conversation/inbound.ts';
import { createLinkedDeviceStore } from '../../../db/linked-device.ts';
import type { OpenHall } from '../../hall.ts';
import { createAuthState } from '../../linked-device/auth-state.ts';
import { createLinkedDevice } from '../../linked-device/index.ts';
import { silentServer } from '../../linked-device/testing/silent-server.ts';
import { watchedLibrary } from '../../linked-device/testing/watched-library.ts';
import { ours } from './linked-post.ts';

/** Nobody answers the real client's greeting here; it waits for that longer than any test lasts (milliseconds). */
const patience = 3_600_000;

const read = parse('device');

/** A device that is linked, with the real client, whose events are emitted here in place of WhatsApp's server. */
export const openLinkedClient = async (hall: OpenHall, take: (inbound: Inbound) => Promise<unknown>) => {
  const { database, seal, log } = hall;
  const server = await silentServer();
  const { baileys, last } = watchedLibrary();
  const store = createLinkedDeviceStore(database, seal, 'device');
  const auth = await createAuthState(baileys, store, () => {});
  auth.creds.me = { id: ours, name: 'Kantor' };
  auth.creds.account = proto.ADVSignedDeviceIdentity.fromObject({ details: Buffer.from('x') });
  await auth.save();
  let under = 0;
  let calm: (() => void)[] = [];
  const done = () => {
    under -= 1;
    if (under > 0) return;
    for (const resolve of calm) resolve();
    calm = [];
  };
  const device = createLinkedDevice({
    database,
    seal,
    log,
    account: 'device',
    url: server.url,
    sentText: async () => undefined,
    baileys: {
      ...baileys,
      makeWASocket: (config) => baileys.makeWASocket({ ...config, connectTimeoutMs: patience }),
    },
    now: hall.clock.now,
    dice: () => 0,
    take: async (inbound) => {
      await take(inbound);
      done();
    },
    failed: async () => false,
  });
  await device.begin();
  last().ev.emit('connection.update', { connection: 'open' });
  return {
    /** What the client would make of something that came. */
    emit: (message: proto.IWebMessageInfo, type: 'notify' | 'append') => {
      under += read({ messages: [message] }).length;
      const { ev } = last();
      const event = { messages: [message], type } as Parameters<typeof ev.emit<'messages.upsert'>>[1];
      ev.emit('messages.upsert', event);
      ev.flush();
    },
    isOpen: () => device.socket() !== undefined,
    settled: async () => {
      if (under > 0) await new Promise<void>((resolve) => calm.push(resolve));
    },
    close: async () => {
      await device.stop();
      await server.close();
    },
  };
};
