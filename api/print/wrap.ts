import type { Weight } from './font-file.ts';
import { widthOf } from './width-of.ts';

export type Type = { size: number; weight: Weight };

/** A word longer than a line, in pieces that fit; of every piece at least one letter stands. */
const broken = (word: string, width: number, type: Type): string[] => {
  const pieces = [''];
  for (const letter of word) {
    const longer = `${pieces.at(-1)}${letter}`;
    if (longer.length > 1 && widthOf(longer, type) > width) pieces.push(letter);
    else pieces[pieces.length - 1] = longer;
  }
  return pieces;
};

/** A text in lines no wider than `width` points, cut at its spaces (not at a no-break one), and inside a word only where it is wider than a line. */
export const wrap = (text: string, width: number, type: Type): string[] => {
  const lines: string[] = [];
  for (const paragraph of text.split('\n')) {
    let line = '';
    for (const word of paragraph.split(/[ \t]+/).filter(Boolean)) {
      const longer = line === '' ? word : `${line} ${word}`;
      if (widthOf(longer, type) <= width) {
        line = longer;
        continue;
      }
      if (line !== '') lines.push(line);
      const pieces = broken(word, width, type);
      lines.push(...pieces.slice(0, -1));
      line = pieces.at(-1) ?? '';
    }
    lines.push(line);
  }
  return lines;
};

/**
 * The largest size from `most` down to `least` at which a text keeps to so many lines, and those lines. At the least
 * size it takes what lines it needs: nothing is ever cut off.
 */
export const fitText = (
  text: string,
  {
    width,
    lines,
    most,
    least,
    weight,
  }: { width: number; lines: number; most: number; least: number; weight: Weight },
): Type & { lines: string[] } => {
  for (let size = most; size > least; size -= 0.5) {
    const fitting = wrap(text, width, { size, weight });
    if (fitting.length <= lines && !cutsWords(text, fitting)) return { size, weight, lines: fitting };
  }
  return { size: least, weight, lines: wrap(text, width, { size: least, weight }) };
};

const cutsWords = (text: string, lines: readonly string[]): boolean =>
  lines.join(' ') !==
  text
    .split(/[ \t\n]+/)
    .filter(Boolean)
    .join(' ');
