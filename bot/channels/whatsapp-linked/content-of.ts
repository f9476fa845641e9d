import type { Content, Unsupported } from '../../conversation/inbound.ts';
import { clean, type Fields, fields, textOf } from '../fields.ts';
import { fetchMost } from './can.ts';
import { mediaIdOf, type Sealing } from './media-reference.ts';
import { numberOf } from './protobuf-fields.ts';

const photo = (file: Fields, as: Sealing): Content => {
  const media = mediaIdOf(file, as);
  if (!media) return { kind: 'unsupported', what: 'other' };
  const bytes = numberOf(file.fileLength);
  const words = textOf(file.caption);
  return {
    kind: 'photo',
    media,
    ...(words && { caption: clean(words) }),
    ...(bytes !== undefined && { bytes }),
  };
};

/** A voice note or video; one that is too large is told apart, so that a shorter one can be asked for. */
const recording = (kind: 'voice' | 'video', file: Fields, as: Sealing): Content => {
  const media = mediaIdOf(file, as);
  if (!media) return { kind: 'unsupported', what: kind };
  const bytes = numberOf(file.fileLength);
  if (bytes !== undefined && bytes > fetchMost) return { kind: 'unsupported', what: `${kind}-large` };
  const seconds = numberOf(file.seconds);
  const words = textOf(file.caption);
  return {
    kind,
    media,
    ...(words && { caption: clean(words) }),
    ...(bytes !== undefined && { bytes }),
    ...(seconds !== undefined && { seconds }),
  };
};

/** A photo or video sent as a file is a photo or video; its keys stay those of a document. */
const document = (file: Fields): Content => {
  const type = textOf(file.mimetype) ?? '';
  if (type.startsWith('image/')) return photo(file, 'Document');
  if (type.startsWith('video/')) return recording('video', file, 'Document');
  return { kind: 'unsupported', what: 'document' };
};

const place = (pin: Fields): Content => {
  const [lat, lon] = [pin.degreesLatitude, pin.degreesLongitude];
  if (pin.isLive === true) return { kind: 'unsupported', what: 'live-location' };
  return typeof lat === 'number' && typeof lon === 'number' && Math.abs(lat) <= 90 && Math.abs(lon) <= 180
    ? { kind: 'location', lat, lon }
    : { kind: 'unsupported', what: 'other' };
};

type Reader = (part: Fields) => Content | undefined;

const not =
  (what: Unsupported): Reader =>
  () => ({ kind: 'unsupported', what });

const text: Reader = (part) => {
  const words = textOf(part.text);
  return words === undefined ? undefined : { kind: 'text', text: clean(words) };
};

/** Kinds of messages by the client's own names. A vCard proves nobody's number, so a contact is not taken as one. */
const readers: readonly (readonly [name: string, read: Reader])[] = [
  ['extendedTextMessage', text],
  ['imageMessage', (file) => photo(file, 'Image')],
  ['audioMessage', (file) => (file.ptt === true ? recording('voice', file, 'Audio') : not('voice')(file))],
  [
    'videoMessage',
    (file) => (file.gifPlayback === true ? not('video')(file) : recording('video', file, 'Video')),
  ],
  ['ptvMessage', (file) => recording('video', file, 'Video')],
  ['documentMessage', document],
  ['locationMessage', place],
  ['liveLocationMessage', not('live-location')],
  ['stickerMessage', not('sticker')],
  ['lottieStickerMessage', not('sticker')],
  ['contactMessage', not('contact')],
  ['contactsArrayMessage', not('contact')],
  ['pollCreationMessage', not('poll')],
  ['pollCreationMessageV2', not('poll')],
  ['pollCreationMessageV3', not('poll')],
];

/** Messages about other messages or about the chat itself, which want no answer. */
const silent = new Set([
  'protocolMessage',
  'reactionMessage',
  'encReactionMessage',
  'pollUpdateMessage',
  'keepInChatMessage',
  'pinInChatMessage',
  'albumMessage',
  'messageContextInfo',
  'senderKeyDistributionMessage',
  'fastRatchetKeySenderKeyDistributionMessage',
  'placeholderMessage',
  'messageHistoryNotice',
]);

/** What a message says, out of its wrappers; nothing where nothing was said. `part` is what holds the quotation. */
export const contentOf = (message: Fields): { content: Content; part?: Fields } | undefined => {
  const names = Object.keys(message).filter((name) => message[name] !== null && message[name] !== undefined);
  const words = textOf(message.conversation);
  if (words !== undefined) return { content: { kind: 'text', text: clean(words) } };
  if (names.some((name) => name === 'protocolMessage')) return undefined;
  for (const [name, read] of readers) {
    const part = names.includes(name) ? fields(message[name]) : undefined;
    if (!part) continue;
    const content = read(part);
    return content && { content, part };
  }
  if (names.every((name) => silent.has(name) || name === 'conversation')) return undefined;
  return { content: { kind: 'unsupported', what: 'other' } };
};
