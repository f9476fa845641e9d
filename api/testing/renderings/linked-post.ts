import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  type AnyMessageContent,
  generateWAMessage,
  generateWAMessageContent,
  generateWAMessageFromContent,
  proto,
} from '@whiskeysockets/baileys';
import { silentLog } from '../../linked-device/silent-log.ts';

/** The office's own number, as the client knows it. */
export const ours = '6281200000099@s.whatsapp.net';

const overTheWire = (message: proto.IMessage | null | undefined): proto.IMessage =>
  proto.Message.decode(proto.Message.encode(message ?? {}).finish());

const newId = (): string => `3EB0${randomBytes(8).toString('hex').toUpperCase()}`;

/** A server that keeps what the client seals and uploads, as WhatsApp's does. */
const fileHost = async () => {
  const files = new Map<string, Uint8Array>();
  const server = createServer((request, response) => {
    const found = files.get(request.url ?? '');
    if (found) response.end(found);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    upload: async (path: string) => {
      const directPath = `/o1/${files.size + 1}?oe=1`;
      files.set(directPath, new Uint8Array(await readFile(path)));
      return { mediaUrl: `https://mmg.whatsapp.net${directPath}`, directPath };
    },
    close: () => new Promise((resolve) => server.close(resolve)),
  };
};

/** What the real client makes of messages on their way: built by its own builders, written to the wire and read back. */
export const openLinkedPost = async () => {
  const host = await fileHost();
  const by = { logger: silentLog, userJid: ours, upload: host.upload };
  return {
    mediaHost: host.url,
    /** Something of ours as it reaches a phone. */
    outgoing: async (jid: string, content: AnyMessageContent) => {
      const built = await generateWAMessage(jid, content, { ...by, messageId: newId() });
      return { id: built.key.id ?? '', message: overTheWire(built.message) };
    },
    /** Something of a person's, as content the client's builder knows; the message inside an event. */
    incoming: async (jid: string, content: AnyMessageContent, quoted?: proto.IWebMessageInfo) => {
      const built = await generateWAMessageContent(content, by);
      const whole = generateWAMessageFromContent(jid, built, {
        userJid: jid,
        ...(quoted?.key && { quoted: { ...quoted, key: quoted.key } }),
      });
      return overTheWire(whole.message);
    },
    newId,
    close: async () => void (await host.close()),
  };
};
