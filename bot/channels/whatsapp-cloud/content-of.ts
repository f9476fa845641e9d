import type { Content, Unsupported } from '../../conversation/inbound.ts';
import { clean, type Fields, fields, numberOf, textOf } from '../fields.ts';

/** A file that is to be fetched by its id; a link in the webhook is nobody's word and is passed over. */
const fileContent = (kind: 'photo' | 'voice' | 'video', file: Fields | undefined): Content | undefined => {
  const media = textOf(file?.id);
  const caption = textOf(file?.caption);
  return media ? { kind, media, ...(caption && { caption: clean(caption) }) } : undefined;
};

const no = (what: Unsupported): Content => ({ kind: 'unsupported', what });

const mimeOf = (file: Fields | undefined): string => textOf(file?.mime_type) ?? '';

/** Music and other recordings are no voice notes: those are Ogg, and named so. */
const audioContent = (audio: Fields | undefined): Content | undefined =>
  audio?.voice === true || mimeOf(audio).startsWith('audio/ogg') ? fileContent('voice', audio) : no('voice');

/** A photo or video sent as a file is a photo or video. */
const documentContent = (document: Fields | undefined): Content | undefined => {
  if (mimeOf(document).startsWith('image/')) return fileContent('photo', document);
  return mimeOf(document).startsWith('video/') ? fileContent('video', document) : no('document');
};

const locationContent = (location: Fields | undefined): Content | undefined => {
  const lat = numberOf(location?.latitude);
  const lon = numberOf(location?.longitude);
  return lat === undefined || lon === undefined ? undefined : { kind: 'location', lat, lon };
};

const choiceContent = (id: unknown, label: unknown): Content | undefined => {
  const chosen = textOf(id);
  const words = textOf(label);
  return chosen ? { kind: 'choice', id: clean(chosen), ...(words && { label: clean(words) }) } : undefined;
};

/** A row whose label did not fit its title bears the whole label as its description. */
const interactiveContent = (interactive: Fields | undefined): Content | undefined => {
  const button = fields(interactive?.button_reply);
  if (button) return choiceContent(button.id, button.title);
  const row = fields(interactive?.list_reply);
  return row ? choiceContent(row.id, row.description ?? row.title) : undefined;
};

/** What the API cannot hand on, by what it calls it ("unsupported messages webhook reference"). */
const beyond: { readonly [type: string]: Unsupported } = {
  poll_creation: 'poll',
  poll: 'poll',
  video_note: 'video',
};

/** Kinds that say nothing to us: a reaction confirms, an edit or deletion comes too late, a greeting was not written by the person. */
const silent = new Set(['reaction', 'edit', 'revoke', 'request_welcome', 'system']);

const unsupportedContent = (message: Fields): Content | undefined => {
  const named = textOf(fields(message.unsupported)?.type) ?? '';
  return silent.has(named)
    ? undefined
    : no(Object.hasOwn(beyond, named) ? (beyond[named] ?? 'other') : 'other');
};

const byKind = (type: string, message: Fields): Content | undefined => {
  const part = fields(message[type]);
  switch (type) {
    case 'text': {
      const body = fields(message.text)?.body;
      return typeof body === 'string' ? { kind: 'text', text: clean(body) } : undefined;
    }
    case 'image':
      return fileContent('photo', part);
    case 'audio':
      return audioContent(part);
    case 'voice':
      return fileContent('voice', part);
    case 'video':
      return fileContent('video', part);
    case 'document':
      return documentContent(part);
    case 'sticker':
      return no('sticker');
    case 'location':
      return locationContent(part);
    // A card may be anybody's, one's own included: it proves no number.
    case 'contacts':
      return no('contact');
    case 'interactive':
      return interactiveContent(part);
    // A quick reply under a template.
    case 'button':
      return choiceContent(part?.payload ?? part?.text, part?.text);
    default:
      return undefined;
  }
};

/** What a message says, or nothing where it wants no answer. Kinds that Meta adds, and known ones in odd shapes, are unsupported: the person hears what to send instead. */
export const contentOf = (message: Fields): Content | undefined => {
  const type = textOf(message.type) ?? '';
  if (silent.has(type)) return undefined;
  if (type === 'unsupported') return unsupportedContent(message);
  return byKind(type, message) ?? no('other');
};
