import type { Weight } from './font-file.ts';
import { ink } from './ink.ts';
import type { Align, Laid, Mark } from './sheet.ts';
import { fitText } from './wrap.ts';

/** How far below the upper edge of its line a text stands, and how high a line is, in parts of the size. */
const ascent = 0.95;
const usualLeading = 1.28;

export type Paragraph = {
  x: number;
  y: number;
  width: number;
  size: number;
  /** Where it may shrink to, so as to keep to `lines`. */
  least?: number;
  lines?: number;
  weight?: Weight;
  align?: Align;
  colour?: string;
  leading?: number;
};

const anchor = { start: 0, middle: 0.5, end: 1 } as const satisfies { [A in Align]: number };

/** A text laid into a column from `y` down: shrunk where it must keep to so many lines, else of as many lines as it needs. */
export const paragraph = (
  text: string,
  {
    x,
    y,
    width,
    size,
    least = size,
    lines = Number.POSITIVE_INFINITY,
    weight = 'regular',
    align = 'start',
    colour = ink.ink,
    leading = usualLeading,
  }: Paragraph,
): Laid => {
  const fitted = fitText(text, { width, lines, most: size, least, weight });
  const step = fitted.size * leading;
  const marks = fitted.lines.map(
    (line, at): Mark => ({
      kind: 'text',
      x: x + width * anchor[align],
      y: y + (leading - usualLeading) * fitted.size * 0.5 + at * step + fitted.size * ascent,
      text: line,
      size: fitted.size,
      weight,
      align,
      colour,
    }),
  );
  return { marks, height: fitted.lines.length * step };
};
