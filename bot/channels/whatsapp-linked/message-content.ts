import type { AnyMessageContent } from '@whiskeysockets/baileys';
import type { Files } from '../channel.ts';
import type { Wire } from './encode.ts';
import { voiceLength } from './voice-length.ts';

/**
 * A message as the client takes it. No preview of a link, for the client would open it; thumbnail and length are given,
 * for the client would otherwise lay the open file on the disk to find them out. Throws where a file was not handed in.
 */
export const messageContent = (wire: Wire, files: Files | undefined): AnyMessageContent => {
  if (wire.kind === 'text') return { text: wire.text, linkPreview: null };
  if (wire.kind === 'pin') {
    const { lat: degreesLatitude, lon: degreesLongitude, name } = wire.pin;
    return { location: { degreesLatitude, degreesLongitude, ...(name !== undefined && { name }) } };
  }
  if (wire.kind === 'document') {
    const { name, type, text } = wire.file;
    return {
      document: Buffer.from(text),
      mimetype: type,
      fileName: name,
      ...(wire.caption !== undefined && { caption: wire.caption }),
    };
  }
  const bytes = files?.get(wire.media);
  if (!bytes) throw new Error('a file was not handed in');
  const media = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (wire.kind === 'voice')
    return {
      audio: media,
      ptt: true,
      mimetype: 'audio/ogg; codecs=opus',
      seconds: voiceLength(bytes),
    };
  const words = wire.caption === undefined ? {} : { caption: wire.caption };
  return wire.kind === 'photo'
    ? { image: media, mimetype: 'image/jpeg', jpegThumbnail: '', ...words }
    : { video: media, mimetype: 'video/mp4', jpegThumbnail: '', ...words };
};
