import { ink } from '../print/ink.ts';
import { paragraph } from '../print/paragraph.ts';
import type { Laid } from '../print/sheet.ts';
import { stack } from '../print/stack.ts';

/** Labels in a narrow column, and what they name beside them in as many lines as it takes. */
export const rowsBlock = (
  rows: readonly { label: string; value: string }[],
  { x, y, width, size, labels }: { x: number; y: number; width: number; size: number; labels: number },
): Laid =>
  stack(
    y,
    size * 0.45,
    rows.map(({ label, value }) => (at) => {
      const named = paragraph(label, { x, y: at, width: labels - 8, size, colour: ink.muted });
      const said = paragraph(value, { x: x + labels, y: at, width: width - labels, size, weight: 'bold' });
      return { marks: [...named.marks, ...said.marks], height: Math.max(named.height, said.height) };
    }),
  );
