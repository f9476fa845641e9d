import { imageSize } from '../../../bot/channels/emulator/image-size.ts';
import type { Sealing } from '../../../bot/channels/whatsapp-linked/media-reference.ts';
import { openedFile } from '../../../bot/channels/whatsapp-linked/opened-file.ts';
import type { Said } from '../phone/plain-handset.ts';
import type { LinkedMessage } from './linked-messages.ts';
import type { SealedFiles } from './sealed-files.ts';

type File = { directPath?: string | null; mediaKey?: Uint8Array | null };

/** A file as a phone opens it, with the key that came in the message. */
const opened = (files: SealedFiles, { directPath, mediaKey }: File, as: Sealing): Uint8Array => {
  const path = directPath ?? '';
  const key = Buffer.from(mediaKey ?? new Uint8Array()).toString('base64');
  return openedFile(files.at(path) ?? new Uint8Array(), { path, key, as }) ?? new Uint8Array();
};

/** What a phone shows of a message that the linked device has sent. `keep` holds pictures for the page. */
export const heardSaid = (
  { message }: LinkedMessage,
  files: SealedFiles,
  keep: (bytes: Uint8Array) => string,
): Said => {
  const { imageMessage: image, audioMessage: audio, videoMessage: video, locationMessage: place } = message;
  if (image) {
    const bytes = opened(files, image, 'Image');
    return { raw: image.caption ?? '', photo: { file: keep(bytes), ...imageSize(bytes) } };
  }
  if (audio) return { raw: '', voice: { seconds: audio.seconds ?? 0 } };
  if (video) return { raw: video.caption ?? '', video: video.seconds ? { seconds: video.seconds } : {} };
  if (place) {
    const { degreesLatitude: lat, degreesLongitude: lon, name } = place;
    return { raw: '', location: { lat: lat ?? 0, lon: lon ?? 0, ...(name && { name }) } };
  }
  return { raw: message.extendedTextMessage?.text ?? message.conversation ?? '' };
};
