import type { ChatEvent, Shown } from '../../../bot/channels/telegram/emulator/index.ts';

type Turn = { said: string; heard: Map<number, readonly string[]>; keys: readonly string[] };

const turnsMax = 200;

const linesOf = ({ text, buttons }: Shown): string[] => [
  ...text.split('\n').flatMap((line) => (line.trim() ? [line.trim()] : [])),
  ...(buttons.length > 0
    ? [
        buttons
          .flat()
          .map(({ label }) => `[${label}]`)
          .join(' '),
      ]
    : []),
];

/** What a person sent, as `bot/conversation/transcript.ts` reads it. */
const saidOf = ({ text, photo, location }: Shown): string => {
  if (photo) return text ? `(photo: ${text})` : '(photo)';
  if (location) return `(location ${location.lat.toFixed(5)},${location.lon.toFixed(5)})`;
  return text.replace(/\s+/g, ' ');
};

/** Keeps a dialogue as it went, so that it can be copied as a test. Ticket numbers become `{ticket}`, which a test remembers. */
export const createTranscript = (ticket: RegExp) => {
  let turns: Turn[] = [];
  const begin = (said: string) => {
    turns = [...turns, { said, heard: new Map(), keys: [] }].slice(-turnsMax);
  };
  return {
    pressed: (label: string) => begin(`[${label}]`),
    happened: (event: ChatEvent, keys: readonly string[]) => {
      if (event.kind !== 'message' && event.kind !== 'edit') return;
      const { message } = event;
      if (message.from === 'person') return begin(saidOf(message));
      const turn = turns.at(-1);
      turn?.heard.set(message.id, linesOf(message));
      if (turn) turn.keys = keys;
    },
    clear: () => {
      turns = [];
    },
    text: (): string =>
      turns
        .flatMap(({ said, heard, keys }) => [
          `> ${said}`,
          ...[...heard].sort(([a], [b]) => a - b).flatMap(([, lines]) => lines),
          ...(keys.length > 0 ? [keys.map((label) => `[${label}]`).join(' ')] : []),
        ])
        .join('\n')
        .replace(ticket, '{ticket}'),
  };
};
