import { say, type Text } from '../conversation/reply.ts';
import type { Period } from '../domain/skm/survey-period.ts';

const months = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const;

/** A survey period as people call it: "bulan November", "triwulan 4 2026". */
export const periodText = ({ name, length, from }: Period): Text => {
  const year = from.slice(0, 4);
  const nth = name.slice(-1);
  switch (length) {
    case 'month':
      return say('skm.period.month', {
        month: say(`date.month.${months[Number(from.slice(5, 7)) - 1] ?? 1}`),
      });
    case 'quarter':
      return say('skm.period.quarter', { nth, year });
    case 'semester':
      return say('skm.period.semester', { nth, year });
    case 'year':
    case 'own':
      return say('skm.period.year', { year });
    default:
      return length satisfies never;
  }
};
