import { BufferJSON, extractMessageContent, generateWAMessageContent } from '@whiskeysockets/baileys';
import { expect, test } from 'vitest';
import { promises, type Subject } from '../contract.ts';
import type { Wire } from './encode.ts';
import { createWhatsAppLinked } from './index.ts';
import { messageContent } from './message-content.ts';
import { events, sri } from './testing/events.ts';

const upload = async () => ({ mediaUrl: 'https://mmg.whatsapp.net/x', directPath: '/x' });
const anyFile = new Uint8Array([1]);

/** What a phone shows of a message, as the real client builds it. */
const shownOf = async (wire: Wire): Promise<string> => {
  const files = new Map('media' in wire ? [[wire.media, anyFile]] : []);
  const message = await generateWAMessageContent(messageContent(wire, files), { upload });
  const {
    extendedTextMessage: text,
    imageMessage: image,
    videoMessage: video,
    documentMessage: paper,
  } = extractMessageContent(message) ?? {};
  return text?.text ?? image?.caption ?? video?.caption ?? paper?.caption ?? '';
};

const subject = (): Subject<Wire> => ({
  channel: createWhatsAppLinked(() => undefined),
  cut: createWhatsAppLinked(() => ({ sendMessage: () => Promise.reject(new Error('rahasia')) })),
  to: { channel: 'whatsapp-linked', account: 'device', id: sri.lid },
  payloads: Object.values(events).map((event) => JSON.parse(JSON.stringify(event, BufferJSON.replacer))),
  card: async () => '1',
  shows: async (wires) => (await Promise.all(wires.map(shownOf))).join('\n'),
  signs: /[*_~`>\u2217\u02cd\u223c\u02cb\u203a]/g,
});

test.each(Object.entries(promises))('the linked device %s', async (_, promise) => {
  await expect(promise(subject())).resolves.toBeUndefined();
});
