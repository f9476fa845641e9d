import { bands } from '../../bot/domain/skm/grade.ts';
import type { Words } from './words.ts';

/** The conversion table in one line: "A 88,31–100,00 · B 76,61–88,30 · …". */
export const bandsWords = ({ decimal }: Words): string =>
  bands
    .map(({ grade, from }, at) => {
      const above = bands[at - 1]?.from;
      const until = above === undefined ? '100.00' : (Number(above) - 0.01).toFixed(2);
      return `${grade}\u00a0${decimal(from)}–${decimal(until)}`;
    })
    .join(' · ');
