import { isLocalDate, type LocalDate } from '../local-date.ts';
import type { Jp } from './jp.ts';
import type { TrainingForm } from './training-form.ts';
import { type TrainingRules, usualTraining } from './training-rules.ts';

/**
 * What a certificate says. `number` is the one printed on it (STTPP), `batch` its *angkatan*; `date` is the day it was
 * given, and the only one that decides in which year its hours count. `form` is unknown where nobody named it.
 */
export type Certificate = {
  title: string;
  form: TrainingForm | null;
  provider: string;
  place: string | null;
  batch: string | null;
  startsOn: LocalDate | null;
  endsOn: LocalDate | null;
  jp: Jp;
  number: string | null;
  date: LocalDate;
};

export type CertificateFault =
  | { field: 'title' | 'provider'; fault: 'missing' | 'long' }
  | { field: 'place' | 'batch'; fault: 'long' }
  | { field: 'number'; fault: 'long' | 'shape' }
  | { field: 'date'; fault: 'no-day' | 'future' | 'old' }
  | { field: 'jp'; fault: 'none' | 'much' }
  | { field: 'startsOn' | 'endsOn'; fault: 'no-day' }
  | { field: 'endsOn'; fault: 'before-start' }
  | { field: 'date'; fault: 'before-start' };

const longest = { title: 200, provider: 160, place: 160, batch: 40, number: 80 } as const;

/** A number has a digit, so that *tidak ada* is none, and stands on one line. */
export const numberFault = (number: string): CertificateFault | undefined => {
  if (number.length > longest.number) return { field: 'number', fault: 'long' };
  return /\d/.test(number) && !/\p{Cc}/u.test(number) ? undefined : { field: 'number', fault: 'shape' };
};

/** A certificate is not dated after `today`, the agency's local day, nor before any working life. */
export const dateFault = (
  date: string,
  today: LocalDate,
  { oldestYears }: Pick<TrainingRules, 'oldestYears'> = usualTraining,
): CertificateFault | undefined => {
  if (!isLocalDate(date)) return { field: 'date', fault: 'no-day' };
  if (date > today) return { field: 'date', fault: 'future' };
  return yearOf(date) < yearOf(today) - oldestYears ? { field: 'date', fault: 'old' } : undefined;
};

export const jpFault = (
  jp: Jp,
  { most }: Pick<TrainingRules, 'most'> = usualTraining,
): CertificateFault | undefined => {
  if (!Number.isSafeInteger(jp) || jp <= 0) return { field: 'jp', fault: 'none' };
  return jp > most ? { field: 'jp', fault: 'much' } : undefined;
};

/** Everything that is wrong with a certificate, field by field; none of it says whether the certificate is genuine. */
export const certificateFaults = (
  certificate: Certificate,
  today: LocalDate,
  rules: TrainingRules = usualTraining,
): CertificateFault[] => {
  const found = [
    ...(['title', 'provider'] as const).map((field) => wordsFault(field, certificate[field])),
    ...(['place', 'batch'] as const).map((field) => lengthFault(field, certificate[field])),
    certificate.number === null ? undefined : numberFault(certificate.number),
    dateFault(certificate.date, today, rules),
    jpFault(certificate.jp, rules),
    ...(['startsOn', 'endsOn'] as const).map((field) => dayFault(field, certificate[field])),
    orderFault(certificate),
  ];
  return found.filter((one) => one !== undefined);
};

/** The year in which a certificate counts, also when its course began the year before (`domain/asn.md`). */
export const yearOf = (date: LocalDate): number => Number(date.slice(0, 4));

const wordsFault = (field: 'title' | 'provider', text: string): CertificateFault | undefined => {
  if (text.trim() === '') return { field, fault: 'missing' };
  return text.length > longest[field] ? { field, fault: 'long' } : undefined;
};

const lengthFault = (field: 'place' | 'batch', text: string | null): CertificateFault | undefined =>
  text !== null && text.length > longest[field] ? { field, fault: 'long' } : undefined;

const dayFault = (field: 'startsOn' | 'endsOn', day: string | null): CertificateFault | undefined =>
  day === null || isLocalDate(day) ? undefined : { field, fault: 'no-day' };

/** A certificate may be dated before the last day of its course, as some are printed ahead, never before the first. */
const orderFault = ({ startsOn, endsOn, date }: Certificate): CertificateFault | undefined => {
  if (startsOn === null || !isLocalDate(startsOn)) return undefined;
  const early = (day: string | null) => day !== null && isLocalDate(day) && day < startsOn;
  if (early(endsOn)) return { field: 'endsOn', fault: 'before-start' };
  return early(date) ? { field: 'date', fault: 'before-start' } : undefined;
};
