import type { Capabilities } from './capabilities.ts';
import { type Choice, literal, type Reply, say, type Text } from './reply.ts';

/** A button as it will be seen. */
export type ShownButton = { label: string; id: string } | { label: string; copy: string };

/** A line of a list; `description` holds a label that is too long for the title. */
export type ShownRow = { id: string; title: string; description?: string };

/** The channel's own way to give a place or number; `choices` are labels on its keyboard, typed when tapped. */
export type ShownRequest = { kind: 'location' | 'phone'; label: string; choices: readonly string[] };

export type Say = (text: Text) => string;

/** The words of a reply and what can be chosen under them. */
type Offered = {
  said: string;
  rows: readonly (readonly ShownButton[])[];
  list: { open: string; rows: readonly ShownRow[] } | undefined;
  request: ShownRequest | undefined;
};

/**
 * The choices of one page, and the steps to its neighbours; `onward`: one step, which leads from the last page to the first.
 * Pages hold the answer's own prefix, so that a step is a button like any other.
 */
export const pageOf = (
  choices: readonly Choice[],
  page: number,
  perPage: number,
  steps: 'both' | 'onward' = 'both',
): { choices: readonly Choice[]; steps: Choice[]; first: number } => {
  if (choices.length <= perPage) return { choices, steps: [], first: 0 };
  const size = perPage - 1;
  const pages = Math.ceil(choices.length / size);
  const now = Math.min(Math.max(page, 0), pages - 1);
  const prefix = (choices[0]?.id ?? '').replace(/[^:]*$/, '');
  const step = (to: number, label: Text): Choice => ({ id: `${prefix}~${to}`, label });
  return {
    choices: choices.slice(now * size, (now + 1) * size),
    steps:
      steps === 'onward'
        ? [step((now + 1) % pages, say('button.others'))]
        : [
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

const tappable = (reply: Reply, can: Capabilities, max: number, speak: Say): Offered['rows'] => {
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

/** Buttons hold the choices: few enough, each short enough, no two alike, under a text that is short enough; or there are none. */
const buttonsHold = (choices: readonly Choice[], length: number, can: Capabilities, speak: Say): boolean => {
  const { buttons, list } = can;
  if (!buttons || !list) return buttons !== null;
  if (choices.length === 0) return true;
  const labels = choices.map(({ label }) => speak(label));
  return (
    choices.length <= buttons.max &&
    new Set(labels).size === labels.length &&
    labels.every((label) => label.length <= (buttons.label ?? label.length)) &&
    length <= (buttons.text ?? length)
  );
};

/** The beginning of a label, whole words where there are any, and a sign that it goes on. */
const shortened = (label: string, max: number): string => {
  const head = label.slice(0, max - 1).replace(/[\uD800-\uDBFF]$/, '');
  const space = head.lastIndexOf(' ');
  return `${(space > max / 2 ? head.slice(0, space) : head).trimEnd()}…`;
};

/** The choices of a page as rows of a list; undefined where a label is too long even for a row's description. */
const listed = (
  reply: Reply,
  { rows, title, description }: NonNullable<Capabilities['list']>,
  speak: Say,
): ShownRow[] | undefined => {
  const { choices, steps } = pageOf(reply.choices ?? [], reply.page ?? 0, rows, 'onward');
  const labels = [...choices, ...steps].map(({ id, label, short }) => ({
    id,
    label: speak(label),
    short: short && speak(short),
  }));
  if (labels.some(({ label }) => label.length > description)) return undefined;
  return labels.map(({ id, label, short = label }) =>
    label.length <= title
      ? { id, title: label }
      : { id, title: short.length <= title ? short : shortened(label, title), description: label },
  );
};

const none: readonly never[] = [];

const noChoices = { rows: none, list: undefined, request: undefined };

const withLine = (reply: Reply, line: Text): Reply => ({
  ...reply,
  text: { join: [reply.text, line], by: '\n' },
});

/** How a place or number is asked for by the channel's own means. */
const requested = (reply: Reply, kind: 'location' | 'phone', can: Capabilities, speak: Say): Offered => {
  const label = speak(say(kind === 'location' ? 'button.send-location' : 'button.send-phone'));
  if (can.requests.choices === 'lines')
    return { said: numbered(reply, can, speak), ...noChoices, request: { kind, label, choices: none } };
  const choices = (reply.choices ?? []).map((choice) => speak(choice.label));
  return { said: speak(reply.text), ...noChoices, request: { kind, label, choices } };
};

/** Of a longer label the button of a small phone shows the beginning only. */
const readOnButton = 30;

/** Sentences to choose from stand in the text where a button would cut them, and their buttons carry the numbers. */
const spelledOut = (reply: Reply, { buttons, list }: Capabilities, speak: Say): Reply => {
  const { spelled = 0, choices = none } = reply;
  const sentences = choices.slice(0, spelled);
  const cut = sentences.some(({ label }) => speak(label).length > readOnButton);
  if (!cut || !buttons || list || choices.length > buttons.max) return reply;
  const lines = sentences.map(({ label }, i): Text => ({ join: [literal(`${i + 1}.`), label], by: ' ' }));
  return {
    ...reply,
    text: { join: [reply.text, { join: lines, by: '\n' }], by: '\n\n' },
    choices: choices.map((choice, i) =>
      i < spelled ? { ...choice, label: literal(String(i + 1)) } : choice,
    ),
    columns: spelled,
  };
};

/** The choices of a reply as buttons, as a list, or as numbered lines in its text. */
const offered = (given: Reply, before: number, can: Capabilities, speak: Say): Offered => {
  const reply = spelledOut(given, can, speak);
  const said = speak(reply.text);
  if (can.buttons && buttonsHold(reply.choices ?? [], before + said.length, can, speak))
    return { said, ...noChoices, rows: tappable(reply, can, can.buttons.max, speak) };
  const rows = can.list ? listed(reply, can.list, speak) : undefined;
  if (rows) return { said, ...noChoices, list: { open: speak(say('button.open-list')), rows } };
  return { said: numbered(reply, can, speak), ...noChoices };
};

/**
 * What a reply says and offers on this channel. `before`: how much already stands above the text. A place or number is asked
 * for by the channel's own means where it has them and the text is short enough for them, else in words.
 */
export const choicesShown = (reply: Reply, before: number, can: Capabilities, speak: Say): Offered => {
  if (reply.request && can.requests[reply.request]) {
    const asked = requested(reply, reply.request, can, speak);
    if (before + asked.said.length <= (can.requests.text ?? asked.said.length + before)) return asked;
  }
  return offered(
    reply.request === 'location' ? withLine(reply, say('location.how')) : reply,
    before,
    can,
    speak,
  );
};
