import { cardParts } from './card-parts.ts';
import { paragraphsOf } from './chat-text.ts';
import type { Line } from './front-matter.ts';
import { judgeTitle } from './judge-title.ts';
import type { Card, Picture } from './module.ts';
import type { Note } from './module-faults.ts';
import { limits, seen } from './module-limits.ts';
import { type Section, stepId } from './sections.ts';

/** Names of the files beside a module, with their bytes. */
export type FilesBeside = ReadonlyMap<string, number>;

const readPicture = ({ text, number }: Line, beside: FilesBeside, note: Note): Picture | null => {
  const [, alt = '', file = ''] = /^!\[(.*?)\]\((.*?)\)$/.exec(text.trim()) ?? [];
  if (file === '') {
    note(number, 'picture-form');
    return null;
  }
  const bytes = beside.get(file);
  if (alt.trim() === '') note(number, 'picture-alt');
  if (seen(alt.trim()) > limits.alt) note(number, 'long', { max: limits.alt });
  if (!/\.(png|jpe?g)$/i.test(file)) note(number, 'picture-kind');
  else if (bytes === undefined) note(number, 'picture-file', { text: file });
  else if (bytes > limits.picture)
    note(number, 'picture-large', { count: Math.ceil(bytes / 1_000), max: limits.picture / 1_000 });
  return { file, alt: alt.trim() };
};

/** Reads a screen: one picture at most, on a line of its own, and text. */
export const readCard = ({ title, line, lines }: Section, beside: FilesBeside, note: Note): Card => {
  const isPicture = ({ text }: Line) => text.trim().startsWith('![');
  const [picture, ...more] = lines.filter(isPicture);
  for (const { number } of more) note(number, 'picture-second');
  const paragraphs = paragraphsOf(
    lines.filter((one) => !isPicture(one)),
    note,
  );
  if (paragraphs.length === 0) note(line, 'empty');
  judgeTitle(title, line, note);
  return {
    kind: 'card',
    id: stepId(title),
    title,
    parts: cardParts(title, paragraphs, line, note),
    picture: picture ? readPicture(picture, beside, note) : null,
  };
};
