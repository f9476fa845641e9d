import { yearOf } from './certificate.ts';
import type { Jp } from './jp.ts';
import { sumOfJp } from './jp.ts';
import type { TrainingRecord } from './training-record.ts';
import type { JpDuty, TrainingRules } from './training-rules.ts';

/** Verified hours of a year, and what they are measured by. */
export type YearCount = { year: number; total: Jp; duty: JpDuty };

/** What somebody's hours come to in the year in which a certificate counts: that of its date. */
export const yearAfter = (
  { certificates, kind }: Pick<TrainingRecord, 'certificates' | 'kind'>,
  date: string,
  { duty }: Pick<TrainingRules, 'duty'>,
): YearCount => {
  const year = yearOf(date);
  const counted = certificates.filter((one) => one.status === 'sah' && yearOf(one.date) === year);
  return { year, total: sumOfJp(counted.map(({ jp }) => jp)), duty: duty[kind] };
};
