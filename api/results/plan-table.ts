import { type ElementKey, elementName } from '../../bot/domain/skm/elements.ts';
import { ink } from '../print/ink.ts';
import { paragraph } from '../print/paragraph.ts';
import type { Laid, Mark } from '../print/sheet.ts';
import type { Words } from '../print/words.ts';

export const planRows = 3;
const headHeight = 17;
const size = 9;
const shares = [0.29, 0.35, 0.14, 0.22] as const;

/** The plan of improvement: the weakest elements, beside each the room to write who does what until when. */
export const planTable = (
  weakest: readonly ElementKey[],
  { t }: Words,
  { x, y, width, rowHeight }: { x: number; y: number; width: number; rowHeight: number },
): Laid => {
  const heads = [
    t('print.result.column.element'),
    t('print.result.plan.program'),
    t('print.result.plan.time'),
    t('print.result.plan.person'),
  ];
  const lefts = shares.map((_, at) => x + width * shares.slice(0, at).reduce((sum, share) => sum + share, 0));
  const height = headHeight + planRows * rowHeight;
  const cell = (at: number) => ({ x: (lefts[at] ?? x) + 6, width: width * (shares[at] ?? 0) - 10 });
  const marks: Mark[] = [
    { kind: 'box', x, y, width, height: headHeight, fill: ink.paper },
    ...heads.flatMap(
      (head, at) =>
        paragraph(head, {
          ...cell(at),
          y: y + 3.5,
          size,
          least: 6.5,
          lines: 1,
          weight: 'bold',
          colour: ink.muted,
        }).marks,
    ),
    ...weakest.slice(0, planRows).flatMap(
      (element, row) =>
        paragraph(t(elementName(element)), {
          ...cell(0),
          y: y + headHeight + row * rowHeight + 2.5,
          size,
          least: 7,
          lines: 2,
        }).marks,
    ),
    ...Array.from(
      { length: planRows },
      (_, row): Mark => ({
        kind: 'box',
        x,
        y: y + headHeight + row * rowHeight,
        width,
        height: 0.75,
        fill: ink.line,
      }),
    ),
    ...lefts.slice(1).map((left): Mark => ({ kind: 'box', x: left, y, width: 0.75, height, fill: ink.line })),
    { kind: 'box', x, y, width, height, line: ink.line, lineWidth: 0.75 },
  ];
  return { marks, height };
};
