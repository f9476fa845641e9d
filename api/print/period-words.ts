import type { Period } from '../../bot/domain/skm/survey-period.ts';
import type { Words } from './words.ts';

const roman = ['', 'I', 'II', 'III', 'IV'] as const;

const monthOf = (day: string): number => Number(day.slice(5, 7));

/** Two local days as a span, the year once where it is the same. */
export const daysWords = ({ from, until }: Pick<Period, 'from' | 'until'>, { t, date }: Words): string => {
  if (from === until) return date(from);
  const year = ` ${from.slice(0, 4)}`;
  const begins = date(from);
  const short = from.slice(0, 4) === until.slice(0, 4) && begins.endsWith(year);
  return t('print.days', { from: short ? begins.slice(0, -year.length) : begins, to: date(until) });
};

/** A period by its name: "Semester II Tahun 2026", "November 2026", or its days. */
export const periodWords = (period: Period, words: Words): string => {
  const { t } = words;
  const year = period.from.slice(0, 4);
  const month = monthOf(period.from);
  switch (period.length) {
    case 'month':
      return t('print.period.month', { month: t(`date.month.${month}` as 'date.month.1'), year });
    case 'quarter':
      return t('print.period.quarter', { number: roman[Math.ceil(month / 3)] ?? '', year });
    case 'semester':
      return t('print.period.semester', { number: roman[Math.ceil(month / 6)] ?? '', year });
    case 'year':
      return t('print.period.year', { year });
    case 'own':
      return daysWords(period, words);
    default:
      return period.length satisfies never;
  }
};
