import { performances } from '../../bot/domain/skm/grade.ts';
import type { SkmResult } from '../../bot/domain/skm/result.ts';
import { gradeInk, ink } from '../print/ink.ts';
import { paragraph } from '../print/paragraph.ts';
import type { Laid, Mark } from '../print/sheet.ts';
import { type Block, stack } from '../print/stack.ts';
import { widthOf } from '../print/width-of.ts';
import type { Words } from '../print/words.ts';

/** Points: readable at three metres; a result of 100,00 still fits. */
const figureSize = { most: 136, least: 120 };
const chipSize = 22;

type Place = { x: number; y: number; width: number; height: number };

const chip = ({ grade }: NonNullable<SkmResult['index']>, { t }: Words, { x, width }: Place): Block => {
  const said = t('print.result.grade', { code: grade, label: t(`skm.performance.${performances[grade]}`) });
  const { text, tint } = gradeInk[grade];
  const wide = Math.min(width, widthOf(said, { size: chipSize, weight: 'bold' }) + 36);
  const high = chipSize * 1.9;
  return (y) => ({
    height: high,
    marks: [
      { kind: 'box', x: x + (width - wide) / 2, y, width: wide, height: high, fill: tint, round: high / 2 },
      ...paragraph(said, {
        x,
        y: y + chipSize * 0.31,
        width,
        size: chipSize,
        least: 12,
        lines: 1,
        weight: 'bold',
        align: 'middle',
        colour: text,
      }).marks,
    ],
  });
};

/** The number, its grade under it, in the middle of its place; where nobody has answered yet, that and no grade. */
export const figureBlock = (
  { index }: SkmResult,
  words: Words,
  caution: string | undefined,
  place: Place,
): Mark[] => {
  const { x, width } = place;
  const across = { x, width, align: 'middle' } as const;
  const blocks: Block[] = [
    (y) =>
      paragraph(words.upper(words.t('print.result.figure')), {
        ...across,
        y,
        size: 18,
        weight: 'bold',
        colour: ink.muted,
      }),
    index
      ? (y) =>
          paragraph(words.decimal(index.ikm), {
            ...across,
            y,
            size: figureSize.most,
            least: figureSize.least,
            lines: 1,
            weight: 'bold',
            colour: ink.brand,
            leading: 1.06,
          })
      : (y) =>
          paragraph(words.t('print.result.none'), {
            ...across,
            y,
            size: 34,
            least: 20,
            lines: 2,
            weight: 'bold',
          }),
    ...(index ? [chip(index, words, place)] : []),
    ...(caution
      ? [
          (y: number): Laid =>
            paragraph(caution, {
              ...across,
              x: x + 30,
              width: width - 60,
              y,
              size: 11.5,
              colour: ink.warning,
            }),
        ]
      : []),
  ];
  const free = place.height - stack(0, 10, blocks).height;
  return stack(place.y + free / 2, 10, blocks).marks;
};
