import { addCalendarDays, isLocalDate, type LocalDate } from '../local-date.ts';

/** How long one answer per person and service stands, a setting (*bulan, triwulan, semester, tahun*). */
export const periodLengths = ['month', 'quarter', 'semester', 'year'] as const;
export type PeriodLength = (typeof periodLengths)[number];

/** From one local day up to and including another; `name` as exports print it and as it is read again. */
export type Period = { name: string; length: PeriodLength | 'own'; from: LocalDate; until: LocalDate };

/** Not written as a period, a day that is in no calendar, or an end before its beginning. */
export type PeriodRefusal = 'shape' | 'day' | 'backwards';

const months: { readonly [L in PeriodLength]: number } = { month: 1, quarter: 3, semester: 6, year: 12 };

/** A period as exports are asked for it: `2026`, `2026-S1`, `2026-Q3`, `2026-11` or `2026-07-01..2026-11-20`; years 2000 to 2099. */
export function readPeriod(text: string): Period | { refused: PeriodRefusal } {
  const said = text.trim().toUpperCase();
  const [, year, semester, quarter, month] =
    /^(20\d\d)(?:-S([12])|-Q([1-4])|-(0[1-9]|1[0-2]))?$/.exec(said) ?? [];
  if (year !== undefined) {
    if (semester) return nth(year, 'semester', Number(semester));
    if (quarter) return nth(year, 'quarter', Number(quarter));
    if (month) return nth(year, 'month', Number(month));
    return nth(year, 'year', 1);
  }
  const [, from, until] = /^(20\d\d-\d\d-\d\d)\.\.(20\d\d-\d\d-\d\d)$/.exec(said) ?? [];
  if (from === undefined || until === undefined) return { refused: 'shape' };
  if (!isLocalDate(from) || !isLocalDate(until)) return { refused: 'day' };
  if (until < from) return { refused: 'backwards' };
  return { name: said, length: 'own', from, until };
}

/** The survey period a local day lies in; without a setting its calendar month. */
export function surveyPeriod(day: LocalDate, length: PeriodLength = 'month'): Period {
  if (!isLocalDate(day)) throw new RangeError(`not a local date (YYYY-MM-DD): ${day}`);
  return nth(day.slice(0, 4), length, Math.ceil(Number(day.slice(5, 7)) / months[length]));
}

/** The period of the same length that ends the day before; one's own dates have none before them. */
export const periodBefore = ({ length, from }: Period): Period | undefined =>
  length === 'own' ? undefined : surveyPeriod(addCalendarDays(from, -1), length);

function nth(year: string, length: PeriodLength, n: number): Period {
  const last = n * months[length];
  const first = last - months[length] + 1;
  const after = last === 12 ? monthStart(Number(year) + 1, 1) : monthStart(Number(year), last + 1);
  return {
    name: nameOf(year, length, n),
    length,
    from: monthStart(Number(year), first),
    until: addCalendarDays(after, -1),
  };
}

function nameOf(year: string, length: PeriodLength, n: number): string {
  switch (length) {
    case 'month':
      return `${year}-${two(n)}`;
    case 'quarter':
      return `${year}-Q${n}`;
    case 'semester':
      return `${year}-S${n}`;
    case 'year':
      return year;
    default:
      return length satisfies never;
  }
}

const monthStart = (year: number, month: number): LocalDate => `${year}-${two(month)}-01`;

const two = (n: number): string => String(n).padStart(2, '0');
