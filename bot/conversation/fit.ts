import type { Capabilities } from './capabilities.ts';
import {
  choicesShown,
  type Say,
  type ShownButton,
  type ShownRequest,
  type ShownRow,
} from './choices-shown.ts';
import { coordinates, type Point } from './coordinates.ts';
import type { MediaKind } from './inbound.ts';
import { literal, type Media, type Reply, say, type Text, type TextFile } from './reply.ts';

/** A point on the map, with its name as it will be read. */
export type ShownPin = Point & { name?: string };

/** A reply as a channel can show it: texts with marks, the last of which carries the buttons. Nothing is cut. */
export type Shown = {
  note: string | undefined;
  texts: readonly string[];
  rows: readonly (readonly ShownButton[])[];
  /** A list instead of buttons, opened by a button of its own. */
  list: { open: string; rows: readonly ShownRow[] } | undefined;
  request: ShownRequest | undefined;
  /** What is shown before the texts. */
  media: readonly Media[];
  /** Shown behind the media. */
  pin?: ShownPin;
  /** Shown behind media and pin and before the texts, or with them. */
  document?: TextFile;
  about: string | undefined;
};

/** Splits a text that is too long between paragraphs, then lines, then words, then anywhere. */
export const inPieces = (text: string, max: number): string[] => {
  const pieces: string[] = [];
  let rest = text;
  while (rest.length > max) {
    const head = rest.slice(0, max);
    const at = ['\n\n', '\n', ' '].map((gap) => head.lastIndexOf(gap)).find((found) => found > max / 2);
    const cut = at ?? (/[\uD800-\uDBFF]$/.test(head) ? max - 1 : max);
    pieces.push(rest.slice(0, cut).trimEnd());
    rest = rest.slice(cut).trimStart();
  }
  const said = [...pieces, rest].filter((piece) => piece.trim() !== '');
  return said.length > 0 ? said : [''];
};

/** A note stands above the first text where both fit one message (with an empty line between), else it is one of its own. */
const withNote = (
  note: string | undefined,
  texts: readonly string[],
  max: number,
): Pick<Shown, 'note' | 'texts'> =>
  note === undefined || note.length + 2 + (texts[0]?.length ?? 0) <= max
    ? { note, texts }
    : { note: undefined, texts: [...inPieces(note, max), ...texts] };

const none: readonly never[] = [];

const kinds: readonly MediaKind[] = ['photo', 'voice', 'video'];

/** Of what the channel cannot show, a line tells what it is; of what nobody described, a line for each kind tells how many there are. */
const untold = (media: readonly Media[], { shows }: Capabilities): Text[] => {
  const unshown = media.filter(({ kind }) => !shows.includes(kind));
  const counted = kinds.flatMap((kind) => {
    const count = unshown.filter((one) => one.kind === kind && !one.alt).length;
    return count > 0 ? [say(`attached.${kind}`, { count })] : [];
  });
  return [...unshown.flatMap(({ alt }) => (alt ? [say('attached.alt', { text: alt })] : [])), ...counted];
};

const withLines = (reply: Reply, lines: readonly Text[]): Reply =>
  lines.length > 0 ? { ...reply, text: { join: [reply.text, ...lines], by: '\n' } } : reply;

/** A pin with its name; where none can be shown, a line that leads to it. */
const pinShown = (
  { pin }: Reply,
  { pins }: Capabilities,
  speak: Say,
): { lines: readonly Text[]; pin?: ShownPin } => {
  if (!pin) return { lines: none };
  const { name, ...point } = pin;
  if (pins) return { lines: none, pin: { ...point, ...(name && { name: speak(name) }) } };
  const map = literal(`https://maps.google.com/?q=${coordinates(point)}`);
  return { lines: [name ? { join: [name, map], by: ': ' } : say('case.place', { place: map })] };
};

/** A document without our marks, which mean nothing in it; where none can be sent, what it says stands before the texts, under its name. */
const documentShown = (
  { document }: Reply,
  { documents, textMax }: Capabilities,
  speak: Say,
): { before: readonly string[]; document?: TextFile } => {
  if (!document) return { before: none };
  const text = speak(literal(document.text));
  if (documents) return { before: none, document: { ...document, text } };
  return { before: inPieces(`${document.name}\n${text}`, textMax) };
};

/**
 * A reply as this channel can show it: buttons, a list, or numbered lines; pages where there are too many choices; the
 * channel's own way to give a place where it has one, else words on how to give it.
 */
export const fit = (reply: Reply, can: Capabilities, speak: Say): Shown => {
  const note = reply.note && speak(reply.note);
  const { lines, ...pin } = pinShown(reply, can, speak);
  const text = withLines(reply, [...lines, ...untold(reply.media ?? none, can)]);
  const { said, ...choices } = choicesShown(text, note ? note.length + 2 : 0, can, speak);
  const { before, ...kept } = documentShown(reply, can, speak);
  return {
    ...withNote(note, [...before, ...inPieces(said, can.textMax)], can.textMax),
    ...choices,
    media:
      reply.media?.filter(({ kind }) => can.shows.includes(kind)).map(({ id, kind }) => ({ id, kind })) ??
      none,
    ...pin,
    ...kept,
    about: reply.about,
  };
};
