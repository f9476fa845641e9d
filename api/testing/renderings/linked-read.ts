import { extractMessageContent, type proto } from '@whiskeysockets/baileys';
import { asRead as withoutMarks } from '../../../bot/channels/whatsapp-cloud/emulator/shown.ts';
import { asTaken } from '../../../bot/channels/whatsapp-linked/testing/as-read.ts';

/** A message as its reader takes it: markup read away, and a sign's twin for the sign. */
export const asRead = (message: proto.IMessage): { text: string; picture: boolean } => {
  const { conversation, extendedTextMessage, imageMessage, videoMessage } =
    extractMessageContent(message) ?? {};
  const raw =
    conversation ?? extendedTextMessage?.text ?? imageMessage?.caption ?? videoMessage?.caption ?? '';
  return { text: asTaken(withoutMarks(raw)), picture: Boolean(imageMessage) };
};
