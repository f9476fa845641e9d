import { code, oneOf, whole, wordList, words } from './cells.ts';
import { optional, type RecordOf, required } from './column.ts';
import { because } from './fault.ts';
import { type Finding, findingOf } from './finding.ts';
import { readSheet, type Sheet } from './read-sheet.ts';
import { onlyOnce } from './rows-agree.ts';

/** An empty cell under `days` or `sensitive` leaves what is known: nobody opens a protected category by an empty cell. */
const columns = {
  key: required(code),
  label: required(words(24)),
  unit_code: required(code),
  days: optional(whole(1, 365), undefined),
  sensitive: optional(oneOf(['none', 'inspektorat', 'restricted']), undefined),
  keywords: optional(wordList, []),
};

export type CategoryRecord = RecordOf<typeof columns>;

/** What reports can be about, and the office that answers for each. A label stands in lists and holds 24 characters. */
export const readCategories = (
  sheet: Sheet,
  { units }: { units: ReadonlySet<string> },
): Finding<CategoryRecord> => {
  const seen = readSheet(columns, sheet);
  const strangers = seen.lines.flatMap(({ row, values: { unit_code: unit } }) =>
    unit === undefined || units.has(unit)
      ? []
      : [{ row, column: 'unit_code', value: unit, reason: because('unit') }],
  );
  return findingOf(columns, seen, [
    ...onlyOnce(seen.lines, 'key'),
    ...onlyOnce(seen.lines, 'label', (label) => label.toLowerCase()),
    ...strangers,
  ]);
};
