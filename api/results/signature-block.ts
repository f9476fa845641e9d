import { ink } from '../print/ink.ts';
import { paragraph } from '../print/paragraph.ts';
import type { Laid, Mark } from '../print/sheet.ts';
import { widthOf } from '../print/width-of.ts';
import type { Words } from '../print/words.ts';

const size = 9;
const step = 21;
const boxHeight = 4 * step - 6;

/** Who answers for the result: four lines to be filled in by hand, and beside them the place of an electronic signature. */
export const signatureBlock = (
  { t }: Words,
  { x, y, width }: { x: number; y: number; width: number },
): Laid => {
  const box = { x, y, width: width * 0.42, height: boxHeight };
  const lines = { x: x + width * 0.47, width: width * 0.53 };
  const labels = [t('print.sign.place'), t('print.sign.position'), t('print.sign.name'), t('print.sign.nip')];
  const labelled = Math.max(...labels.map((label) => widthOf(label, { size, weight: 'regular' }))) + 8;
  const marks: Mark[] = [
    { kind: 'box', ...box, line: ink.muted, lineWidth: 0.75, dashed: true, round: 4 },
    ...paragraph(t('print.sign.electronic'), {
      x: x + 10,
      width: box.width - 20,
      y: y + 12,
      size,
      lines: 2,
      least: 7,
      align: 'middle',
      colour: ink.muted,
    }).marks,
    ...paragraph(t('print.sign.unsigned'), {
      x: x + 10,
      width: box.width - 20,
      y: y + boxHeight - 26,
      size,
      lines: 1,
      least: 7,
      align: 'middle',
      weight: 'bold',
    }).marks,
    ...labels.flatMap((label, row): Mark[] => [
      ...paragraph(label, { x: lines.x, width: labelled, y: y + row * step + 3, size, colour: ink.muted })
        .marks,
      {
        kind: 'box',
        x: lines.x + labelled,
        y: y + row * step + 15,
        width: lines.width - labelled,
        height: 0.75,
        fill: ink.muted,
      },
    ]),
  ];
  return { marks, height: boxHeight };
};
