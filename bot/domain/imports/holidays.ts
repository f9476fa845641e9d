import { day, oneOf, words } from './cells.ts';
import { type RecordOf, required } from './column.ts';
import { type Finding, findingOf } from './finding.ts';
import { readSheet, type Sheet } from './read-sheet.ts';
import { onlyOnce } from './rows-agree.ts';

const columns = {
  date: required(day),
  name: required(words(200)),
  kind: required(oneOf(['libur_nasional', 'cuti_bersama', 'daerah'])),
};

export type HolidayRecord = RecordOf<typeof columns>;

/** Days without work, as the yearly joint decree (SKB 3 Menteri) or the region names them. */
export const readHolidays = (sheet: Sheet): Finding<HolidayRecord> => {
  const seen = readSheet(columns, sheet);
  return findingOf(columns, seen, onlyOnce(seen.lines, 'date'));
};
