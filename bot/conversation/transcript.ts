import { coordinates, type Point } from './coordinates.ts';

/** A message as a person sees it, with the words on its buttons. */
export type SeenMessage = { text: string; buttons: readonly string[]; picture?: true; pin?: Point };

/**
 * One side of a dialogue, on any channel: what a person can do there, and what they have seen since they last looked.
 * `lacks` are buttons that the channel cannot have, `silent` lines that it has no need to say.
 */
export type Actor = {
  lacks?: readonly string[];
  silent?: readonly string[];
  type: (text: string) => Promise<void>;
  press: (label: string) => Promise<void>;
  photo: (caption?: string) => Promise<void>;
  location: (lat: number, lon: number) => Promise<void>;
  seen: () => Promise<readonly SeenMessage[]>;
};

/** A dialogue as text: the person's lines begin with `> `, the others are what they must then see. */
export type Step = { line: number; said: string; expected: readonly string[] };

/** Reads a dialogue. `> [Kirim]` presses, `> (photo)` and `> (location LAT,LON)` send, anything else is typed. */
export const readTranscript = (script: string): Step[] => {
  const steps: { line: number; said: string; expected: string[] }[] = [];
  for (const [i, raw] of script.split('\n').entries()) {
    const line = raw.trim();
    if (!line || line.startsWith('#')) continue;
    if (line.startsWith('> ')) steps.push({ line: i + 1, said: line.slice(2).trim(), expected: [] });
    else if (steps.length === 0) throw new Error(`line ${i + 1}: a dialogue begins with the person`);
    else steps.at(-1)?.expected.push(line);
  }
  return steps;
};

/** Does what a line says. */
export const actOn = async (actor: Actor, said: string): Promise<void> => {
  const pressed = /^\[(.+)\]$/.exec(said)?.[1];
  if (pressed) return actor.press(pressed);
  const photo = /^\(photo(?::\s*(.*))?\)$/.exec(said);
  if (photo) return actor.photo(photo[1]);
  const place = /^\(location\s+(-?[\d.]+),\s*(-?[\d.]+)\)$/.exec(said);
  if (place) return actor.location(Number(place[1]), Number(place[2]));
  return actor.type(said);
};

/** A message as lines, its buttons last. */
export const linesOf = ({ text, buttons, picture, pin }: SeenMessage): string[] => [
  ...(picture ? ['(photo)'] : []),
  ...(pin ? [`(pin ${coordinates(pin)})`] : []),
  ...text.split('\n').flatMap((line) => (line.trim() ? [line.trim()] : [])),
  ...(buttons.length > 0 ? [buttons.map((label) => `[${label}]`).join(' ')] : []),
];

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Whether a line is as expected. `…` stands for any text, `{name}` for one word that is remembered and must then come again. */
const matches = (expected: string, actual: string, names: Map<string, string>): boolean => {
  const pattern = expected
    .split(/(…|\{\w+\})/)
    .map((part) => {
      if (part === '…') return '.*';
      const name = /^\{(\w+)\}$/.exec(part)?.[1];
      if (!name) return escaped(part);
      const known = names.get(name);
      return known ? escaped(known) : `(?<${name}>[^\\s.,;]+)`;
    })
    .join('');
  const found = new RegExp(`^${pattern}$`, 'u').exec(actual);
  for (const [name, value] of Object.entries(found?.groups ?? {})) names.set(name, value);
  return found !== null;
};

/** Where a step's lines first differ from what was seen; a lone `…` stands for any number of lines. */
export const linesDiffer = (
  expected: readonly string[],
  actual: readonly string[],
  names: Map<string, string>,
): { expected: string | undefined; seen: string | undefined } | undefined => {
  let at = 0;
  for (const [i, line] of expected.entries()) {
    if (line === '…') {
      const next = expected[i + 1];
      if (next === undefined) return undefined;
      while (at < actual.length && !matches(next, actual[at] ?? '', names)) at += 1;
      continue;
    }
    if (at >= actual.length || !matches(line, actual[at] ?? '', names))
      return { expected: line, seen: actual[at] };
    at += 1;
  }
  return at < actual.length ? { expected: undefined, seen: actual[at] } : undefined;
};

/** Labels of a line of buttons; none where it is no such line. */
const labelsOf = (line: string): string[] =>
  line.startsWith('[') && line.endsWith(']') ? line.slice(1, -1).split('] [') : [];

/** What is expected where the channel lacks some buttons and lines. */
export const expectedOf = ({ lacks = [], silent = [] }: Actor, expected: readonly string[]): string[] =>
  expected.flatMap((line) => {
    if (silent.includes(line)) return [];
    const labels = labelsOf(line);
    const there = labels.filter((label) => !lacks.includes(label));
    if (there.length === labels.length) return [line];
    return there.length > 0 ? [there.map((label) => `[${label}]`).join(' ')] : [];
  });

/** What a channel that changes its cards leaves on them; the next question is what counts. */
const isChosen = (line: string): boolean => line.startsWith('✓ ');

/** What a played dialogue was: every line with what was seen, and the words it remembered. */
export type Played = { names: ReadonlyMap<string, string>; transcript: string };

/**
 * Plays a dialogue against a channel and throws at the first line that is not as written, with what was seen instead.
 * A step's expectation may leave out the buttons' line; a step without any expects nothing in particular.
 */
export const playTranscript = async (
  script: string,
  actor: Actor,
  known: ReadonlyMap<string, string> = new Map(),
): Promise<Played> => {
  const names = new Map(known);
  const transcript: string[] = [];
  for (const { line, said, expected } of readTranscript(script)) {
    const filled = said.replace(/\{(\w+)\}/g, (blank, name: string) => names.get(name) ?? blank);
    await actOn(actor, filled);
    const messages = await actor.seen();
    const withButtons = expected.some((one) => one.startsWith('['));
    const actual = messages
      .flatMap((message) => linesOf(withButtons ? message : { ...message, buttons: [] }))
      .filter((one) => !isChosen(one));
    transcript.push(`> ${filled}`, ...messages.flatMap(linesOf));
    const wrong = expected.length > 0 ? linesDiffer(expectedOf(actor, expected), actual, names) : undefined;
    if (!wrong) continue;
    throw new Error(
      `line ${line}, after "${filled}":\n  expected: ${wrong.expected ?? '(nothing more)'}\n  seen:     ${wrong.seen ?? '(nothing more)'}\n\nall that was seen:\n${actual.map((one) => `  ${one}`).join('\n')}`,
    );
  }
  return { names, transcript: transcript.join('\n') };
};
