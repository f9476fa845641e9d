import { extractMessageContent, type proto } from '@whiskeysockets/baileys';
import type { AnyChannel } from '../../../bot/channels/channel.ts';
import { asRead as withoutMarks } from '../../../bot/channels/whatsapp-cloud/emulator/shown.ts';
import { mediaIdOf } from '../../../bot/channels/whatsapp-linked/media-reference.ts';
import { asTaken } from '../../../bot/channels/whatsapp-linked/testing/as-read.ts';
import type { Point } from '../../../bot/conversation/coordinates.ts';
import type { SentFile } from './rendering.ts';

/** The document of a message, fetched and opened as the app does. */
export const fileIn = async (message: proto.IMessage, { fetch }: AnyChannel): Promise<SentFile[]> => {
  const { documentMessage } = extractMessageContent(message) ?? {};
  const id = documentMessage && mediaIdOf({ ...documentMessage }, 'Document');
  const fetched = id ? await fetch(id) : undefined;
  if (!fetched?.ok) return [];
  return [{ name: documentMessage?.fileName ?? '', text: new TextDecoder().decode(fetched.bytes) }];
};

export type Read = { text: string; picture: boolean; pin?: Point };

/** A message as its reader takes it: markup read away, and a sign's twin for the sign. */
export const asRead = (message: proto.IMessage): Read => {
  const { conversation, extendedTextMessage, imageMessage, videoMessage, documentMessage, locationMessage } =
    extractMessageContent(message) ?? {};
  const raw =
    conversation ??
    extendedTextMessage?.text ??
    imageMessage?.caption ??
    videoMessage?.caption ??
    documentMessage?.caption ??
    '';
  return { text: asTaken(withoutMarks(raw)), picture: Boolean(imageMessage), ...pinOf(locationMessage) };
};

const pinOf = (location: proto.Message.ILocationMessage | null | undefined): { pin?: Point } =>
  location ? { pin: { lat: location.degreesLatitude ?? 0, lon: location.degreesLongitude ?? 0 } } : {};
