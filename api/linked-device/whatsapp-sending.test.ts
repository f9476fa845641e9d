import { describe, expect } from 'vitest';
import { samplePhoto } from '../../bot/channels/emulator/sample-photo.ts';
import { createWhatsAppLinked } from '../../bot/channels/whatsapp-linked/index.ts';
import { mediaIdOf } from '../../bot/channels/whatsapp-linked/media-reference.ts';
import { test as onWhatsApp } from './testing/on-whatsapp-test.ts';
import { until } from './testing/watched-library.ts';

/** What the house has kept, by the message's id. */
const said = new Map<string, string>();
const sentText = async (_: string, id: string) => said.get(id);

const test = onWhatsApp
  .extend('device', ({ begun }) => begun({ sentText }))
  .extend('channel', ({ device, whatsApp }) =>
    createWhatsAppLinked(() => device.socket(), { mediaHost: whatsApp.files.url }),
  );

describe('what the office says', () => {
  test.for(['lid', 'number'] as const)(
    'reaches a phone by its %s, which opens it',
    async (by, { channel, sri }) => {
      const sent = await channel.send({ kind: 'text', jid: sri[by], text: 'Laporan *A-1* diterima' });
      expect(sent.ok).toBe(true);
      await until(() => sri.received().length === 1);
      expect(sri.received()[0]?.message.extendedTextMessage?.text).toBe('Laporan *A-1* diterima');
    },
  );

  test('is an answer in the session that a person began', async ({ device, channel, sri }) => {
    await sri.type('Halo');
    await until(() => device.taken.length === 1);
    await channel.send({ kind: 'text', jid: sri.lid, text: 'Selamat pagi' });
    await sri.type('Terima kasih');
    await until(() => device.taken.length === 2 && sri.received().length === 1);
    expect(sri.who.unread).toEqual([]);
  });

  test('may be a place', async ({ channel, sri }) => {
    await channel.send({ kind: 'pin', jid: sri.lid, pin: { lat: -7.331, lon: 110.5 } });
    await until(() => sri.received().length === 1);
    const { locationMessage } = sri.received()[0]?.message ?? {};
    expect([locationMessage?.degreesLatitude, locationMessage?.degreesLongitude]).toEqual([-7.331, 110.5]);
  });

  test('may be a picture, which lies sealed on the file server and opens to what was sent', async ({
    whatsApp,
    channel,
    sri,
  }) => {
    const bytes = new Uint8Array(samplePhoto(4));
    const before = whatsApp.files.count();
    await channel.send(
      { kind: 'photo', jid: sri.lid, media: 'p', caption: 'Sudah diperbaiki' },
      new Map([['p', bytes]]),
    );
    await until(() => sri.received().length === 1);
    expect(whatsApp.files.count()).toBe(before + 1);
    const { imageMessage } = sri.received()[0]?.message ?? {};
    expect(imageMessage?.caption).toBe('Sudah diperbaiki');
    const id = mediaIdOf({ ...imageMessage }, 'Image');
    const fetched = id ? await channel.fetch?.(id) : undefined;
    expect(fetched?.ok && Buffer.from(fetched.bytes).equals(Buffer.from(bytes))).toBe(true);
  });

  test("is told to the office's own phone too", async ({ whatsApp, channel, sri }) => {
    await channel.send({ kind: 'text', jid: sri.lid, text: 'Salinan untuk kantor' });
    await until(() => sri.received().length === 1);
    const copied = whatsApp.office.received.at(-1)?.message.deviceSentMessage?.message;
    expect(copied?.extendedTextMessage?.text).toBe('Salinan untuk kantor');
  });

  test('is sent again to a phone that could not open it', async ({ channel, sri }) => {
    await channel.send({ kind: 'text', jid: sri.lid, text: 'Yang pertama' });
    await until(() => sri.received().length === 1);
    await sri.forgetSessions();
    await channel.send({ kind: 'text', jid: sri.lid, text: 'Yang kedua' });
    await until(() => sri.received().length === 2);
    expect(sri.received()[1]?.message.extendedTextMessage?.text).toBe('Yang kedua');
  });

  test('is sent again after a restart too, from what the house has kept', async ({
    device,
    begun,
    channel,
    sri,
  }) => {
    await channel.send({ kind: 'text', jid: sri.lid, text: 'Yang pertama' });
    await until(() => sri.received().length === 1);
    await sri.forgetSessions();
    sri.waitBeforeAsking();
    const sent = await channel.send({ kind: 'text', jid: sri.lid, text: 'Yang kedua' });
    if (!sent.ok || !sent.id) throw new Error('it was not sent');
    said.set(sent.id, 'Yang kedua');
    await until(() => sri.who.unread.length === 1);
    await device.stop();
    await begun({ sentText });
    sri.askAgain();
    await until(() => sri.received().length === 2);
    expect(sri.received()[1]).toMatchObject({
      id: sent.id,
      message: { extendedTextMessage: { text: 'Yang kedua' } },
    });
  });

  test('to somebody whom WhatsApp refuses does not trouble the others', async ({
    whatsApp,
    device,
    channel,
    sri,
    budi,
  }) => {
    whatsApp.refuse(sri.lid, '463');
    await channel.send({ kind: 'text', jid: sri.lid, text: 'Tidak sampai' });
    await channel.send({ kind: 'text', jid: budi.lid, text: 'Sampai' });
    await until(() => budi.received().length === 1);
    expect(sri.received()).toEqual([]);
    expect(device.socket()).toBeDefined();
  });
});
