import { readFileSync } from 'node:fs';
import { type AdvanceWidths, readAdvanceWidths } from './advance-widths.ts';
import { fontFile, type Weight } from './font-file.ts';

const faces = new Map<Weight, AdvanceWidths>();

const face = (weight: Weight): AdvanceWidths => {
  const known = faces.get(weight) ?? readAdvanceWidths(readFileSync(fontFile(weight)));
  faces.set(weight, known);
  return known;
};

/** How wide a line of text is, in points, at a size in points. */
export const widthOf = (text: string, { size, weight }: { size: number; weight: Weight }): number => {
  const advance = face(weight);
  let width = 0;
  for (const letter of text) width += advance(letter);
  return width * size;
};
