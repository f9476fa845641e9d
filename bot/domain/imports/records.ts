import { type Predicate, predicates } from '../award/predicate.ts';
import type { LocalDate } from '../local-date.ts';
import { compare, fraction, halfUp, readDecimal } from '../skm/fraction.ts';
import { between, day, oneOf, whole, yesOrNo } from './cells.ts';
import { type Cell, optional, type RecordOf, required } from './column.ts';
import { because, type Fault } from './fault.ts';
import { type Finding, findingOf } from './finding.ts';
import { employeeId } from './personnel-cells.ts';
import { oncePerKey, strangers } from './personnel-rows.ts';
import { type Line, readSheet, type Sheet } from './read-sheet.ts';

const firstYear = 2000;

/** As e-Kinerja prints it too: `Sangat Baik`, `butuh-perbaikan`, and *Kurang/Misconduct* by either of its names. */
const predicate = (text: string): Cell<Predicate> => {
  const word = text.toLowerCase().replace(/[\s_-]+/g, '_');
  return oneOf(predicates)(/^(kurang ?\/ ?)?misconduct$/i.test(text) ? 'kurang' : word);
};

/** Percent, rounded half up to two decimals with a point, which is how it is kept, shown and scored. */
const percent = (text: string): Cell<string> => {
  const read = between(0, 100)(text);
  return 'value' in read ? { value: halfUp(readDecimal(text.replace(/^-/, '')), 2) } : read;
};

/** A year, or a day of it. */
const yearOrDay =
  (thisYear: number) =>
  (text: string): Cell<number> => {
    const read = day(text);
    return whole(firstYear, thisYear)('value' in read ? text.slice(0, 4) : text);
  };

const columnsOf = (today: LocalDate) => {
  const thisYear = Number(today.slice(0, 4));
  return {
    nip: required(employeeId),
    year: required(whole(firstYear, thisYear)),
    predicate: optional(predicate, null),
    attendance_3m: optional(percent, null),
    discipline_clear: optional(yesOrNo, null),
    service_from: optional(day, null),
    last_won: optional(yearOrDay(thisYear), null),
  };
};

type RecordColumns = ReturnType<typeof columnsOf>;
type RecordLine = Line<RecordColumns>;
export type PersonnelRecord = RecordOf<RecordColumns>;

const personAndYear = ({ values: { nip, year } }: RecordLine): string | undefined =>
  nip === undefined || year === undefined ? undefined : JSON.stringify([nip, year]);

/** Service has begun, and a year's record is of somebody who served in it. */
const serviceFaults = ({ row, texts, values }: RecordLine, today: LocalDate): Fault[] => {
  const { year, service_from: from } = values;
  if (!from) return [];
  if (from > today) return [{ row, column: 'service_from', value: from, reason: because('future') }];
  return year !== undefined && `${year}-12-31` < from
    ? [{ row, column: 'year', value: texts.year ?? '', reason: because('before', { label: 'service_from' }) }]
    : [];
};

/** A spreadsheet keeps 98 % as 0.98: a percent of at most 1 is taken, and asked about. */
const oddPercents = ({ row, texts: { attendance_3m: value = '' }, values }: RecordLine): Fault[] => {
  const read = values.attendance_3m;
  const odd = read != null && read !== '0.00' && compare(readDecimal(read), fraction(1)) <= 0;
  return odd
    ? [{ row, column: 'attendance_3m', value, reason: because('between', { from: 1, to: 100 }) }]
    : [];
};

/**
 * What an award asks of the personnel file, a row a person and year: predicate, attendance, whether discipline is clear (never
 * why not: PP 94/2021 and the file itself stay where they are), first day of service, year of the last award. `today` is the
 * agency's.
 */
export const readRecords = (
  sheet: Sheet,
  { employees, today }: { employees: ReadonlySet<string>; today: LocalDate },
): Finding<PersonnelRecord> => {
  const columns = columnsOf(today);
  const seen = readSheet(columns, sheet);
  return findingOf(
    columns,
    seen,
    [
      ...strangers(seen.lines, employees),
      ...oncePerKey(seen.lines, personAndYear, { column: 'year', label: 'nip, year' }),
      ...seen.lines.flatMap((line) => serviceFaults(line, today)),
    ],
    seen.lines.flatMap(oddPercents),
  );
};
