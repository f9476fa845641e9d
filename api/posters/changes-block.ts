import { ink } from '../print/ink.ts';
import { paragraph } from '../print/paragraph.ts';
import type { Laid } from '../print/sheet.ts';
import { stack } from '../print/stack.ts';
import type { Words } from '../print/words.ts';
import type { PosterFacts } from './poster-facts.ts';

/** *Anda bilang, kami lakukan*: what people said, and under it what was changed. */
export const changesBlock = (
  changes: PosterFacts['changes'],
  { t }: Words,
  { x, y, width }: { x: number; y: number; width: number },
): Laid =>
  stack(y, 4, [
    (at) =>
      paragraph(t('print.poster.changes'), {
        x,
        y: at,
        width,
        size: 16,
        lines: 1,
        least: 10,
        weight: 'bold',
        colour: ink.brand,
      }),
    ...changes.flatMap(({ said, done }) => [
      (at: number) =>
        paragraph(t('print.poster.said', { words: said }), {
          x,
          y: at,
          width,
          size: 11.5,
          least: 9.5,
          lines: 2,
          colour: ink.muted,
        }),
      (at: number) => {
        const { marks, height } = paragraph(t('print.poster.done', { words: done }), {
          x,
          y: at,
          width,
          size: 12.5,
          least: 9.5,
          lines: 3,
          weight: 'bold',
        });
        return { marks, height: height + 4 };
      },
    ]),
  ]);
