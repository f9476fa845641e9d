import { performances } from '../../bot/domain/skm/grade.ts';
import type { SurveyFigure } from '../../bot/reads.ts';
import { gradeInk, ink } from '../print/ink.ts';
import { paragraph } from '../print/paragraph.ts';
import type { Laid } from '../print/sheet.ts';
import { stack } from '../print/stack.ts';
import type { Words } from '../print/words.ts';

const figureWidth = 150;

/** The last figure that everybody may know, and from how many people it is. */
export const resultBlock = (
  { ikm, grade, respondents, on }: SurveyFigure,
  { t, decimal, whole, date }: Words,
  { x, y, width }: { x: number; y: number; width: number },
): Laid => {
  const { text, tint } = gradeInk[grade];
  const beside = { x: x + figureWidth + 16, width: width - figureWidth - 28 };
  const said = stack(y + 14, 3, [
    (at) =>
      paragraph(t('print.poster.last'), {
        ...beside,
        y: at,
        size: 13,
        lines: 1,
        least: 8,
        colour: ink.muted,
      }),
    (at) =>
      paragraph(
        t('print.result.grade', { code: grade, label: t(`skm.performance.${performances[grade]}`) }),
        { ...beside, y: at, size: 20, lines: 1, least: 10, weight: 'bold', colour: text },
      ),
    (at) =>
      paragraph(t('print.poster.from', { count: whole(respondents), date: date(on) }), {
        ...beside,
        y: at,
        size: 13,
        lines: 1,
        least: 8,
      }),
  ]);
  const height = said.height + 28;
  return {
    height,
    marks: [
      { kind: 'box', x, y, width, height, fill: tint, round: 10 },
      ...paragraph(decimal(ikm), {
        x: x + 14,
        width: figureWidth - 10,
        y: y + height / 2 - 31,
        size: 46,
        least: 30,
        lines: 1,
        weight: 'bold',
        colour: text,
      }).marks,
      ...said.marks,
    ],
  };
};
