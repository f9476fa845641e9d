import type { Shown } from '../../conversation/fit.ts';
import type { Media } from '../../conversation/reply.ts';
import { can } from './can.ts';
import { type Part, uploaded } from './message.ts';
import { oneLine, written } from './words.ts';

/** An interactive message must say something. */
const silence = '…';

const bodyOf = (text: string, max: number) => ({ text: written(text, max) || silence });

/** Two choices with one id are one choice, and Meta refuses the second; it also wants no space around an id, where ours have none. */
const byId = <Choice extends { id: string }>(choices: readonly Choice[]): Choice[] => {
  const known = new Map<string, Choice>();
  for (const choice of choices) {
    const id = choice.id.trim();
    if (!known.has(id)) known.set(id, { ...choice, id });
  }
  return [...known.values()];
};

/** Meta refuses a button that holds markup: signs at the edge of a word, which alone can begin or end it. */
const title = (label: string): string =>
  oneLine(label)
    .replaceAll('`', "'")
    .replace(/(?<![\p{L}\p{N}])[*_~]|[*_~](?![\p{L}\p{N}])/gu, '')
    .trim() || silence;

/** Meta refuses two buttons that read alike, which labels may do once control characters are gone. */
const unlike = (titles: readonly string[], max: number): string[] => {
  const used = new Set<string>();
  return titles.map((wanted) => {
    let own = wanted;
    for (let n = 2; used.has(own); n++) own = `${wanted.slice(0, max - 2).toWellFormed()} ${n}`;
    used.add(own);
    return own;
  });
};

/** Choices as reply buttons, under a photo or video where there is one. */
export const withButtons = (text: string, rows: Shown['rows'], shown: Media | undefined): Part => {
  const { label = 0, text: textMost = 0 } = can.buttons ?? {};
  const choices = byId(rows.flat().flatMap((one) => ('id' in one ? [one] : [])));
  const titles = unlike(
    choices.map((choice) => title(choice.label)),
    label,
  );
  const kind = shown?.kind === 'video' ? 'video' : 'image';
  return {
    type: 'interactive',
    interactive: {
      type: 'button',
      ...(shown && { header: { type: kind, [kind]: uploaded(shown) } }),
      body: bodyOf(text, textMost),
      action: {
        buttons: choices.map(({ id }, i) => ({ type: 'reply', reply: { id, title: titles[i] } })),
      },
    },
    ...(shown && { files: [shown] }),
  };
};

/** Choices as the rows of a list, which a button opens. */
export const withList = (text: string, { open, rows }: NonNullable<Shown['list']>): Part => ({
  type: 'interactive',
  interactive: {
    type: 'list',
    body: bodyOf(text, can.textMax),
    action: {
      button: title(open),
      sections: [
        {
          rows: byId(rows).map(({ id, title: short, description }) => {
            const more = description && oneLine(description);
            return { id, title: oneLine(short) || silence, ...(more && { description: more }) };
          }),
        },
      ],
    },
  },
});

/** Asks for a place, with a button that sends it. */
export const askingForPlace = (text: string): Part => ({
  type: 'interactive',
  interactive: {
    type: 'location_request_message',
    body: bodyOf(text, can.requests.text ?? can.textMax),
    action: { name: 'send_location' },
  },
});
