import type { StoredFile } from '../files.ts';
import { captionText } from '../formatted-text.ts';
import type { Formatted } from '../html.ts';
import { documentOf, inputFile, photoSizes } from '../input-file.ts';
import { badRequest, type Params, Refusal } from '../outcome.ts';
import { isRecord, nestedOf, numberOf } from '../params.ts';
import { context, pacedChat, put, say } from '../say.ts';
import type { WireMessage } from '../wire.ts';
import type { Desk } from '../world.ts';
import type { Method } from './method.ts';

const captioned = ({ text, entities }: Formatted): Partial<WireMessage> => {
  if (text === '') return {};
  return entities.length > 0 ? { caption: text, caption_entities: entities } : { caption: text };
};

export const sendPhoto: Method = (desk, params) =>
  say(desk, params, () => {
    const caption = captioned(captionText(params));
    return {
      photo: photoSizes(desk.world, inputFile(desk.world, params, params.photo, 'Photo')),
      ...caption,
    };
  });

export const sendDocument: Method = (desk, params) =>
  say(desk, params, () => {
    const caption = captioned(captionText(params));
    return {
      document: documentOf(inputFile(desk.world, params, params.document, 'Document')),
      ...caption,
    };
  });

const heard = (file: StoredFile, params: Params): Partial<WireMessage> =>
  file.kind === 'Voice'
    ? { voice: { ...file.wire, duration: numberOf(params, 'duration') ?? 0 } }
    : { document: documentOf(file) };

const watched = (file: StoredFile, params: Params): Partial<WireMessage> => {
  if (file.kind !== 'Video') return { document: documentOf(file) };
  const [duration = 0, width = 320, height = 320] = ['duration', 'width', 'height'].map((name) =>
    numberOf(params, name),
  );
  return { video: { ...file.wire, duration, width, height } };
};

export const sendVoice: Method = (desk, params) =>
  say(desk, params, () => {
    const caption = captioned(captionText(params));
    return { ...heard(inputFile(desk.world, params, params.voice, 'Voice'), params), ...caption };
  });

export const sendVideo: Method = (desk, params) =>
  say(desk, params, () => {
    const caption = captioned(captionText(params));
    return { ...watched(inputFile(desk.world, params, params.video, 'Video'), params), ...caption };
  });

export const sendMediaGroup: Method = (desk, params) => {
  const media = nestedOf(params, 'media', "can't parse media JSON object");
  if (!Array.isArray(media)) throw badRequest('expected an Array of InputMedia');
  if (media.length === 0) throw badRequest('there are no messages to send');
  if (media.length > 10) throw badRequest('too many messages to send as an album');
  const contents = media.map((item, at) => albumItem(desk, params, item, at + 1));
  const papers = contents.filter(({ document }) => document).length;
  if (papers > 0 && papers < contents.length)
    throw badRequest("document can't be mixed with other media types");
  const chat = pacedChat(desk, params);
  const around = context(chat, params);
  const album =
    contents.length > 1 ? { media_group_id: String(13e15 + Math.floor(desk.world.dice() * 1e12)) } : {};
  return contents.map(
    (content) => put(desk, chat, { ...content, ...around, ...album }, { kind: 'none' }).message,
  );
};

/** What Telegram's file servers refuse, rather than its front desk, is told with the item's number. */
const serverSide = new Set(['IMAGE_PROCESS_FAILED', 'PHOTO_INVALID_DIMENSIONS']);

function albumItem(desk: Desk, params: Params, item: unknown, number: number): Partial<WireMessage> {
  if (!isRecord(item)) throw badRequest("can't parse InputMedia: expected an Object");
  const caption = captioned(captionText(item));
  const media = item.media;
  const missing = typeof media === 'string' && media.startsWith('attach://') && !params[media.slice(9)];
  if (!media || missing) throw badRequest("can't parse InputMedia: media not found");
  try {
    switch (item.type) {
      case 'photo':
        return { photo: photoSizes(desk.world, inputFile(desk.world, params, media, 'Photo')), ...caption };
      case 'document':
        return { document: documentOf(inputFile(desk.world, params, media, 'Document')), ...caption };
      case 'video':
        return { ...watched(inputFile(desk.world, params, media, 'Video'), item), ...caption };
      default:
        throw badRequest(
          `can't parse InputMedia: type "${String(item.type)}" can't be used in sendMediaGroup`,
        );
    }
  } catch (reason) {
    const why = reason instanceof Refusal ? reason.message.replace('Bad Request: ', '') : '';
    if (!serverSide.has(why)) throw reason;
    throw badRequest(`failed to send message #${number} with the error message "${why}"`);
  }
}
