import { elementName, elements, listNumber } from '../../bot/domain/skm/elements.ts';
import type { SkmResult } from '../../bot/domain/skm/result.ts';
import { gradeInk, ink } from '../print/ink.ts';
import { paragraph } from '../print/paragraph.ts';
import type { Laid, Mark } from '../print/sheet.ts';
import type { Words } from '../print/words.ts';

const rowHeight = 18;
const size = 9.5;
/** The scale of a bar, as that of the index: it begins at the least value there is. */
const [least, most] = [25, 100];

const columnsIn = (x: number, width: number) => {
  const end = x + width;
  return {
    number: { x, width: 24 },
    name: { x: x + 24, width: width * 0.4 },
    bar: { x: x + 24 + width * 0.4 + 8, width: width - 24 - width * 0.4 - 8 - 150 },
    average: { x: end - 142, width: 46 },
    value: { x: end - 92, width: 48 },
    grade: { x: end - 36, width: 36 },
  };
};

/** The nine elements in the order of their list, each with its average, its value on the scale of the index, its grade and a bar. */
export const elementsTable = (
  { index }: SkmResult,
  { t, decimal }: Words,
  { x, y, width }: { x: number; y: number; width: number },
): Laid => {
  const at = columnsIn(x, width);
  const cell = (
    text: string,
    column: { x: number; width: number },
    top: number,
    more: { align?: 'end' | 'middle'; weight?: 'bold'; colour?: string } = {},
  ) => paragraph(text, { ...column, y: top, size, least: 7, lines: 1, ...more }).marks;
  const head = { weight: 'bold', colour: ink.muted } as const;
  const marks: Mark[] = [
    ...cell(t('print.result.column.element'), { x, width: at.name.width }, y, head),
    ...cell(t('print.result.column.average'), at.average, y, { ...head, align: 'end' }),
    ...cell(t('print.result.column.value'), at.value, y, { ...head, align: 'end' }),
    ...cell(t('print.result.column.grade'), at.grade, y, { ...head, align: 'middle' }),
  ];
  const top = y + rowHeight - 3;
  elements.forEach((element, row) => {
    const from = top + row * rowHeight;
    const text = from + (rowHeight - size * 1.28) / 2;
    const result = index?.elements[element];
    marks.push(
      { kind: 'box', x, y: from, width, height: 0.75, fill: ink.line },
      ...cell(`U${listNumber(element)}`, at.number, text, { colour: ink.muted }),
      ...cell(t(elementName(element)), at.name, text),
      { kind: 'box', ...at.bar, y: from + 6, height: rowHeight - 12, fill: ink.ground },
    );
    if (!result) {
      marks.push(
        ...cell('–', at.average, text, { align: 'end' }),
        ...cell('–', at.value, text, { align: 'end' }),
      );
      return;
    }
    const share = Math.max(0.01, (Number(result.value) - least) / (most - least));
    const { text: colour, tint } = gradeInk[result.grade];
    marks.push(
      {
        kind: 'box',
        x: at.bar.x,
        y: from + 6,
        width: at.bar.width * share,
        height: rowHeight - 12,
        fill: ink.brand,
      },
      ...cell(decimal(result.nrr), at.average, text, { align: 'end' }),
      ...cell(decimal(result.value), at.value, text, { align: 'end', weight: 'bold' }),
      {
        kind: 'box',
        x: at.grade.x + 6,
        y: from + 3,
        width: 24,
        height: rowHeight - 5.5,
        fill: tint,
        round: 3,
      },
      ...cell(result.grade, at.grade, text, { align: 'middle', weight: 'bold', colour }),
    );
  });
  return { marks, height: rowHeight - 3 + elements.length * rowHeight };
};
