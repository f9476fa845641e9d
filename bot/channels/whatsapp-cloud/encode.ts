import { inPieces, type Shown, type ShownPin } from '../../conversation/fit.ts';
import type { Address } from '../../conversation/inbound.ts';
import type { Media, TextFile } from '../../conversation/reply.ts';
import type { Standing } from '../channel.ts';
import { asPlainText } from './as-plain-text.ts';
import { can, captionMost, pinNameMost } from './can.ts';
import { askingForPlace, withButtons, withList } from './interactive.ts';
import { message, type Part, uploaded, type Wire } from './message.ts';
import { oneLine, plain, written } from './words.ts';

const gap = '\n\n';

/** Words in as few messages as hold them (Meta counts messages to one person); the last one has its own limit. */
const joined = (parts: readonly string[], lastMost: number): string[] => {
  const [first = '', ...pieces] = parts
    .slice(-1)
    .flatMap((last) => inPieces(last, lastMost))
    .reverse();
  const before = [...parts.slice(0, -1), ...pieces.reverse()];
  let last = first;
  while (before.length > 0 && (before.at(-1)?.length ?? 0) + gap.length + last.length <= lastMost)
    last = `${before.pop()}${gap}${last}`;
  const earlier: string[] = [];
  for (const part of before) {
    const above = earlier.at(-1);
    if (above !== undefined && above.length + gap.length + part.length <= can.textMax)
      earlier[earlier.length - 1] = `${above}${gap}${part}`;
    else earlier.push(part);
  }
  return [...earlier, last];
};

const words = (text: string): Part => ({
  type: 'text',
  text: { preview_url: false, body: written(text, can.textMax) },
});

/** A file alone, or with words under it; words never stand under a voice note. */
const file = (media: Media, caption = ''): Part => {
  const own = { files: [media] };
  const under = caption && { caption };
  switch (media.kind) {
    case 'photo':
      return { type: 'image', image: { ...uploaded(media), ...under }, ...own };
    case 'video':
      return { type: 'video', video: { ...uploaded(media), ...under }, ...own };
    case 'voice':
      return { type: 'audio', audio: { ...uploaded(media), voice: true }, ...own };
    default:
      return media.kind satisfies never;
  }
};

/** A point on the map (page "location messages"), with its name where it has one. */
const pinned = ({ lat: latitude, lon: longitude, name = '' }: ShownPin): Part => {
  const title = oneLine(name).slice(0, pinNameMost).toWellFormed();
  return { type: 'location', location: { latitude, longitude, ...(title && { name: title }) } };
};

/** A document, with words under it where they are not a message of their own. */
const paper = (document: TextFile, caption: string): Part => {
  const file = asPlainText(document);
  const under = caption && { caption };
  return {
    type: 'document',
    document: { ...uploaded(file), filename: file.name, ...under },
    files: [file],
  };
};

/** How much the last message may say: buttons and a question for a place hold less than a list or words alone. */
const lastMost = ({ rows, request }: Shown): number => {
  const most = rows.length > 0 ? can.buttons?.text : request && can.requests.text;
  return most ?? can.textMax;
};

const lastPart = (text: string, { rows, list, request }: Shown, bearer: Media | undefined): Part[] => {
  if (rows.length > 0) return [withButtons(text, rows, bearer)];
  if (list) return [withList(text, list)];
  if (request?.kind === 'location') return [askingForPlace(text)];
  if (bearer) return [file(bearer, written(text, captionMost))];
  return plain(text) ? [words(text)] : [];
};

/** The last photo or video bears the words where they are one message and nothing stands between: above its buttons, or under it where they are short. */
const bearerOf = (
  { rows, list, request, document, pin }: Shown,
  said: readonly string[],
  seen: readonly Media[],
) => {
  if (document || pin) return undefined;
  const bears = rows.length > 0 || (!list && !request && (said[0] ?? '').length <= captionMost);
  return bears && said.length === 1 ? seen.at(-1) : undefined;
};

/** The words under a document: one message of them, short enough, with nothing to choose. */
const underDocument = ({ document, rows, list, request }: Shown, said: readonly string[]): boolean =>
  document !== undefined &&
  said.length === 1 &&
  rows.length === 0 &&
  !list &&
  !request &&
  (said[0] ?? '').length <= captionMost;

/**
 * An answer as messages of the Cloud API, in the order they must arrive. Nothing of ours can be changed there, so what a
 * press was on (`edits`, `chosen`) and a keyboard to take away (`clears`) mean nothing: an answer is always new.
 */
export const encode = (to: Address, shown: Shown, { letter }: Standing = {}): Wire[] => {
  const told = [shown.note ?? '', ...shown.texts].filter((text) => plain(text) !== '');
  const said = joined(told, lastMost(shown));
  const voices = shown.media.filter(({ kind }) => kind === 'voice');
  const seen = shown.media.filter(({ kind }) => kind !== 'voice');
  const bearer = bearerOf(shown, said, seen);
  const under = underDocument(shown, said);
  const before = said.slice(0, -1).filter((text) => plain(text) !== '');
  const parts = [
    ...[...voices, ...seen.slice(0, bearer ? -1 : undefined)].map((media) => file(media)),
    ...(shown.pin ? [pinned(shown.pin)] : []),
    ...(shown.document ? [paper(shown.document, under ? written(said[0] ?? '', captionMost) : '')] : []),
    ...before.map(words),
    ...(under ? [] : lastPart(said.at(-1) ?? '', shown, bearer)),
  ];
  return parts.map((part, i) => ({
    ...message(to, part, letter),
    ...(shown.about && i === parts.length - 1 && { about: shown.about }),
  }));
};
