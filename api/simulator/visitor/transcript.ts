import { coordinates } from '../../../bot/conversation/coordinates.ts';
import { labelOfRow } from '../phone/choices.ts';
import type { PhoneEvent, Shown } from '../phone/handset.ts';

type Turn = { said: string; heard: Map<string, readonly string[]>; keys: readonly string[] };

const turnsMax = 200;

/** What a card keeps of an answer is no line of a dialogue. */
const isChosen = (line: string): boolean => line.startsWith('✓ ');

const linesOf = ({ text, buttons, list, location }: Shown): string[] => {
  const labels = [...buttons.flat().map(({ label }) => label), ...(list?.rows.map(labelOfRow) ?? [])];
  return [
    ...(location ? [`(pin ${coordinates(location)})`] : []),
    ...text.split('\n').flatMap((line) => (line.trim() && !isChosen(line) ? [line.trim()] : [])),
    ...(labels.length > 0 ? [labels.map((label) => `[${label}]`).join(' ')] : []),
  ];
};

/** What a person sent, as `bot/conversation/transcript.ts` reads it. */
const saidOf = ({ text, photo, location, tapped }: Shown): string => {
  if (tapped) return `[${text}]`;
  if (photo) return text ? `(photo: ${text})` : '(photo)';
  if (location) return `(location ${location.lat.toFixed(5)},${location.lon.toFixed(5)})`;
  return text.replace(/\s+/g, ' ');
};

/** Keeps a dialogue as it went, so that it can be copied as a test. Ticket numbers become `{ticket}`, which a test remembers. */
export const createTranscript = (ticket: RegExp) => {
  let turns: Turn[] = [];
  /** By message, in the order they first came. */
  const texts = new Map<string, string>();
  const placeOf = (id: string) => [...texts.keys()].indexOf(id);
  const begin = (said: string) => {
    turns = [...turns, { said, heard: new Map(), keys: [] }].slice(-turnsMax);
  };
  return {
    pressed: (label: string) => begin(`[${label}]`),
    happened: (event: PhoneEvent, keys: readonly string[]) => {
      if (event.kind !== 'message' && event.kind !== 'edit') return;
      const { message } = event;
      if (message.from === 'person') return begin(saidOf(message));
      const { id, text, buttons } = message;
      const onlyButtonsWent = event.kind === 'edit' && texts.get(id) === text && buttons.length === 0;
      texts.set(id, text);
      const turn = turns.at(-1);
      if (turn && !onlyButtonsWent) turn.heard.set(id, linesOf(message));
      if (turn) turn.keys = keys;
    },
    clear: () => {
      turns = [];
      texts.clear();
    },
    text: (): string =>
      turns
        .flatMap(({ said, heard, keys }) => [
          `> ${said}`,
          ...[...heard].sort(([a], [b]) => placeOf(a) - placeOf(b)).flatMap(([, lines]) => lines),
          ...(keys.length > 0 ? [keys.map((label) => `[${label}]`).join(' ')] : []),
        ])
        .join('\n')
        .replace(ticket, '{ticket}'),
  };
};
