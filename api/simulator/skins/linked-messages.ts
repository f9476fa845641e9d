import type { LinkedSocket } from '../../../bot/channels/whatsapp-linked/send.ts';
import type { Library } from '../../linked-device/library.ts';
import { silentLog } from '../../linked-device/silent-log.ts';
import type { SealedFiles } from './sealed-files.ts';

export type LinkedContent = Parameters<LinkedSocket['sendMessage']>[1];

/** A message as the real client builds it and as it is on the wire. */
export type LinkedMessage = { id: string; message: InstanceType<Library['proto']['Message']> };

/** Lets the real client build a message to or from somebody, and reads it back from its wire form. */
export const buildMessage = async (
  { generateWAMessage, proto }: Library,
  jid: string,
  content: LinkedContent,
  { now, files }: { now: Date; files: SealedFiles },
): Promise<LinkedMessage> => {
  const made = await generateWAMessage(jid, content, {
    userJid: jid,
    upload: files.upload,
    timestamp: now,
    logger: silentLog,
  });
  const message = proto.Message.decode(proto.Message.encode(made.message ?? {}).finish());
  return { id: made.key.id ?? '', message };
};

/** What the client tells of a message that somebody else's phone has sent. */
export const heardEvent = (
  { id, message }: LinkedMessage,
  from: { jid: string; name: string },
  now: Date,
) => ({
  messages: [
    {
      key: { remoteJid: from.jid, fromMe: false, id, addressingMode: 'lid' },
      message,
      messageTimestamp: Math.floor(now.getTime() / 1000),
      pushName: from.name,
    },
  ],
  type: 'notify',
});
