import { code, officePhone, words } from './cells.ts';
import { optional, type RecordOf, required } from './column.ts';
import { because } from './fault.ts';
import { type Finding, findingOf } from './finding.ts';
import { readSheet, type Sheet } from './read-sheet.ts';
import { noCircle, onlyOnce } from './rows-agree.ts';

const columns = {
  code: required(code),
  name: required(words(200)),
  parent_code: optional(code, null),
  phone: optional(officePhone, null),
  address: optional(words(300), null),
};

export type UnitRecord = RecordOf<typeof columns>;

/** Offices and their parts; `above` are those known before, with the code of the office each belongs to. A parent may stand in any row of the file. */
export const readUnits = (
  sheet: Sheet,
  { above }: { above: ReadonlyMap<string, string | null> },
): Finding<UnitRecord> => {
  const seen = readSheet(columns, sheet);
  const here = new Set(seen.lines.map(({ texts }) => texts.code));
  const lost = seen.lines.flatMap(({ row, values: { parent_code: parent } }) =>
    !parent || here.has(parent) || above.has(parent)
      ? []
      : [{ row, column: 'parent_code', value: parent, reason: because('parent') }],
  );
  const rows = seen.lines.flatMap((line) =>
    line.values.code === undefined ? [] : [{ line, key: line.values.code, parent: line.values.parent_code }],
  );
  return findingOf(columns, seen, [
    ...onlyOnce(seen.lines, 'code'),
    ...lost,
    ...noCircle(rows, 'parent_code', above),
  ]);
};
