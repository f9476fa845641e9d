import type { SkmResult } from '../../bot/domain/skm/result.ts';
import type { Words } from './words.ts';

/** Whether enough people were asked, in words: "112 dari 291". */
export const sampleWords = ({ respondents, needed }: SkmResult, { t, whole }: Words): string => {
  const count = whole(respondents);
  if (needed === null) return t('print.result.sample.unknown', { count });
  const max = whole(needed);
  return respondents >= needed
    ? t('print.result.sample.enough', { count, max })
    : t('print.result.sample.short', { count, max, number: whole(needed - respondents) });
};
