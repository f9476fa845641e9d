import type { Point } from '../../../bot/conversation/coordinates.ts';
import { say } from '../../../bot/conversation/reply.ts';
import type { SeenMessage } from '../../../bot/conversation/transcript.ts';
import { languages } from '../../../bot/i18n/languages.ts';
import { tongueOf } from '../../../bot/i18n/tongue.ts';
import { translate } from '../../../bot/i18n/translate.ts';
import type { SentFile } from './rendering.ts';

const inAll = (key: Parameters<typeof say>[0], blanks?: { [name: string]: string }): string[] =>
  Object.keys(languages).map((locale) => translate(locale, say(key, blanks)));

export const sendLocation = translate('id', say('button.send-location'));

/** Words that stand for a button which a channel does not have: how to give a place. */
const howTo = new Set(inAll('location.how'));

/** How a terminal says that a place can be typed. */
const typedPlace = new RegExp(`^(?:${inAll('button.send-location').join('|')}): @\\S+$`);

/** What stands for pictures where none can be shown. */
const attached = inAll('attached.photo', { count: '#' }).map(
  (line) => new RegExp(`^${line.split('#').map(RegExp.escape).join('\\d+')}$`),
);

/** What stands for one picture of which somebody said what it shows. */
const described = inAll('attached.alt', { text: '#' }).map(
  (line) => new RegExp(`^${line.split('#').map(RegExp.escape).join('.+')}$`),
);

const isPicture = (line: string): boolean => [...attached, ...described].some((one) => one.test(line.trim()));

/** What a channel cannot show as others do, and says in other ways or not at all. */
export const lacks = (keys: readonly Parameters<typeof say>[0][]): readonly string[] =>
  keys.flatMap((key) => inAll(key));

const numbered = /^(\d+)\. (.+)$/;
const step = /^· (.+)$/;

const isChoice = (line: string): boolean => numbered.test(line) || step.test(line);

/** Numbered lines at the end of a message, behind an empty line: its choices. */
const choicesIn = (lines: readonly string[]): { said: readonly string[]; choices: readonly string[] } => {
  const from = lines.findLastIndex((line) => !isChoice(line)) + 1;
  if (from === 0 || from === lines.length || lines[from - 1]?.trim()) return { said: lines, choices: [] };
  return { said: lines.slice(0, from), choices: lines.slice(from) };
};

/** What a person takes a message to be: numbered lines for buttons, words on how to give a place for the button that gives it. */
export const readAsSaid = (text: string): SeenMessage => {
  const all = text.trim().split('\n');
  const asks = all.some((line) => howTo.has(line.trim()) || typedPlace.test(line.trim()));
  const lines = all.filter((line) => !howTo.has(line.trim()) && !isPicture(line));
  while (lines.length > 0 && (typedPlace.test(lines.at(-1)?.trim() ?? '') || !lines.at(-1)?.trim()))
    lines.pop();
  const { said, choices } = choicesIn(lines);
  const labels = choices.map((line) => numbered.exec(line)?.[2] ?? step.exec(line)?.[1] ?? line);
  return {
    text: said.join('\n').trimEnd(),
    buttons: [...(asks ? [sendLocation] : []), ...labels],
  };
};

const { word } = tongueOf('id');

/** Words that mean the same in every conversation, whatever is offered. */
const meansElsewhere = (label: string): boolean => word(label) !== undefined;

/** How many pictures a message says it would show. */
export const picturesIn = (text: string): number =>
  text
    .split('\n')
    .filter(isPicture)
    .map((line) => (described.some((one) => one.test(line.trim())) ? 1 : Number(/\d+/.exec(line)?.[0] ?? 0)))
    .reduce((sum, count) => sum + count, 0);

const printedPin = /^(?:.*\n)?@(-?[\d.]+),(-?[\d.]+)$/;

/** A point on the map as a terminal prints it. */
export const pinIn = (text: string): Point | undefined => {
  const [, lat, lon] = printedPin.exec(text.trim()) ?? [];
  return lat === undefined ? undefined : { lat: Number(lat), lon: Number(lon) };
};

/** What to type for a choice: its number where the newest menu has it (and `byNumber`), else its words. Throws where it stands nowhere. */
export const typedFor = (messages: readonly string[], label: string, byNumber: boolean): string => {
  const menus = messages.filter((text) => readAsSaid(text).buttons.length > 0);
  const newest = (menus.at(-1) ?? '').split('\n').map((line) => numbered.exec(line));
  const number = newest.findLast((found) => found?.[2] === label)?.[1];
  if (number && (byNumber || meansElsewhere(label))) return number;
  if (number || menus.some((text) => readAsSaid(text).buttons.includes(label))) return label;
  throw new Error(`nobody sees a choice "${label}" in:\n${messages.slice(-3).join('\n\n')}`);
};

/** A document that stands there in words, under its name. */
export const writtenOut = (message: string): SentFile[] => {
  const [, name, text] = /^(\S+\.(?:json|csv|txt))\n([\s\S]+)$/.exec(message) ?? [];
  return name && text ? [{ name, text }] : [];
};
