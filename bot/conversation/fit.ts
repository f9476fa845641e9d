import type { Capabilities } from './capabilities.ts';
import type { MediaKind } from './inbound.ts';
import { type Choice, type Media, type Reply, say, type Text } from './reply.ts';

/** A button as it will be seen. */
export type ShownButton = { label: string; id: string } | { label: string; copy: string };

/** A reply as a channel can show it: texts with marks, the last of which carries the buttons. Nothing is cut. */
export type Shown = {
  note: string | undefined;
  texts: readonly string[];
  rows: readonly (readonly ShownButton[])[];
  /** The channel's own keyboard for a place or number; `choices` are labels under it, typed when tapped. */
  request: { kind: 'location' | 'phone'; label: string; choices: readonly string[] } | undefined;
  /** What is shown before the texts. */
  media: readonly Media[];
  about: string | undefined;
};

type Say = (text: Text) => string;

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

/** The choices of one page, and the steps to its neighbours. Pages hold the answer's own prefix, so that a step is a button like any other. */
export const pageOf = (
  choices: readonly Choice[],
  page: number,
  perPage: number,
): { choices: readonly Choice[]; steps: Choice[]; first: number } => {
  if (choices.length <= perPage) return { choices, steps: [], first: 0 };
  const size = perPage - 1;
  const pages = Math.ceil(choices.length / size);
  const now = Math.min(Math.max(page, 0), pages - 1);
  const prefix = (choices[0]?.id ?? '').replace(/[^:]*$/, '');
  const step = (to: number, label: Text): Choice => ({ id: `${prefix}~${to}`, label });
  return {
    choices: choices.slice(now * size, (now + 1) * size),
    steps: [
      ...(now > 0 ? [step(now - 1, say('button.previous'))] : []),
      ...(now < pages - 1 ? [step(now + 1, say('button.next'))] : []),
    ],
    first: now * size,
  };
};

const inRows = (buttons: readonly ShownButton[], columns: number): ShownButton[][] => {
  const rows: ShownButton[][] = [];
  for (const button of buttons) {
    const row = rows.at(-1);
    const narrow = button.label.length <= 34 / columns;
    const fits =
      row && row.length < columns && narrow && row.every(({ label }) => label.length <= 34 / columns);
    if (fits) row.push(button);
    else rows.push([button]);
  }
  return rows;
};

const tappable = (reply: Reply, can: Capabilities, max: number, speak: Say): Shown['rows'] => {
  const { choices, steps } = pageOf(reply.choices ?? [], reply.page ?? 0, max);
  const button = ({ id, label }: Choice): ShownButton => ({ id, label: speak(label) });
  const copy: ShownButton[] =
    reply.copy && can.copies ? [{ label: speak(reply.copy.label), copy: reply.copy.text }] : [];
  return [
    ...inRows([...copy, ...choices.map(button)], reply.columns ?? 2),
    ...(steps.length > 0 ? [steps.map(button)] : []),
  ];
};

/** Numbered lines; the numbers count through all pages, so that a number always means the same choice. */
const numbered = (reply: Reply, can: Capabilities, speak: Say): string => {
  if (!reply.choices || reply.choices.length === 0) return speak(reply.text);
  const { choices, steps, first } = pageOf(reply.choices, reply.page ?? 0, can.numbered);
  const lines = choices.map(({ label }, i) => `${first + i + 1}. ${speak(label)}`);
  const turns = steps.map(({ label }) => `· ${speak(label)}`);
  return [speak(reply.text), '', ...lines, ...turns].join('\n');
};

const none: readonly never[] = [];

const kinds: readonly MediaKind[] = ['photo', 'voice', 'video'];

/** Of what the channel cannot show, a line for each kind tells how many there are. */
const untold = (media: readonly Media[], { shows }: Capabilities): Text[] =>
  kinds.flatMap((kind) => {
    const count = shows.includes(kind) ? 0 : media.filter((one) => one.kind === kind).length;
    return count > 0 ? [say(`attached.${kind}`, { count })] : [];
  });

const withLines = (reply: Reply, lines: readonly Text[]): Reply =>
  lines.length > 0 ? { ...reply, text: { join: [reply.text, ...lines], by: '\n' } } : reply;

/**
 * A reply as this channel can show it: buttons, or numbered lines where it has none; pages where there are too many
 * choices; the channel's own keyboard for a place where it has one, else words on how to give it.
 */
export const fit = (reply: Reply, can: Capabilities, speak: Say): Shown => {
  const note = reply.note && speak(reply.note);
  const asks = reply.request && can.requests[reply.request] ? reply.request : undefined;
  const how = reply.request === 'location' && !asks ? [say('location.how')] : none;
  const text = withLines(reply, reply.media ? [...untold(reply.media, can), ...how] : how);
  const said = asks || can.buttons ? speak(text.text) : numbered(text, can, speak);
  const base = {
    ...withNote(note, inPieces(said, can.textMax), can.textMax),
    media: reply.media?.filter(({ kind }) => can.shows.includes(kind)) ?? none,
    about: reply.about,
  };
  if (asks)
    return {
      ...base,
      rows: [],
      request: {
        kind: asks,
        label: speak(say(asks === 'location' ? 'button.send-location' : 'button.send-phone')),
        choices: (reply.choices ?? []).map(({ label }) => speak(label)),
      },
    };
  return {
    ...base,
    rows: can.buttons ? tappable(text, can, can.buttons.max, speak) : [],
    request: undefined,
  };
};
