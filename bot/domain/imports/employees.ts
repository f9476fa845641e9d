import { type AsnKind, plainId, readNip } from '../nip.ts';
import { officeRoles } from '../roles.ts';
import { anyOf, code, mobile, oneOf, words, yesOrNo } from './cells.ts';
import { type Cell, optional, type RecordOf, required } from './column.ts';
import { because, type Fault } from './fault.ts';
import { type Finding, findingOf } from './finding.ts';
import { type Line, readSheet, type Sheet } from './read-sheet.ts';
import { noCircle, onlyOnce } from './rows-agree.ts';

export const employeeKinds = ['pns', 'pppk', 'pppk_paruh_waktu', 'other'] as const;

const id = (text: string): Cell<string> => ({ value: plainId(text) });

const columns = {
  nip: required(id),
  name: required(words(120)),
  unit_code: required(code),
  position: required(words(160)),
  kind: required(oneOf(employeeKinds)),
  grade: optional(words(20), null),
  phone: optional(mobile, null),
  supervisor_nip: optional(id, null),
  roles: optional(anyOf(officeRoles), []),
  active: optional(yesOrNo, true),
};

type EmployeeLine = Line<typeof columns>;
export type EmployeeRecord = RecordOf<typeof columns>;

const localId = /^[A-Za-z0-9][\w./-]{1,31}$/;

/** What is wrong or odd with the number, which only its kind can say. */
const numberFault = ({ row, texts, values: { nip, kind } }: EmployeeLine): { wrong?: Fault; odd?: Fault } => {
  if (nip === undefined || kind === undefined) return {};
  const told = { row, column: 'nip', value: texts.nip ?? '' };
  if (kind === 'other') return localId.test(nip) ? {} : { wrong: { ...told, reason: because('local-id') } };
  const read = readNip(told.value, kind satisfies AsnKind);
  if ('fault' in read) return { wrong: { ...told, reason: because(`nip-${read.fault}`) } };
  return read.warning ? { odd: { ...told, reason: because(`nip-${read.warning}`) } } : {};
};

/** People of the offices; `units` and `above` (who is whose supervisor) are known before. A supervisor may stand in any row of the file. */
export const readEmployees = (
  sheet: Sheet,
  { units, above }: { units: ReadonlySet<string>; above: ReadonlyMap<string, string | null> },
): Finding<EmployeeRecord> => {
  const seen = readSheet(columns, sheet);
  const here = new Set(seen.lines.map(({ texts }) => plainId(texts.nip ?? '')));
  const numbers = seen.lines.map(numberFault);
  const strangers = seen.lines.flatMap(({ row, texts, values }) => {
    const { unit_code: unit, supervisor_nip: head } = values;
    const value = texts.supervisor_nip ?? '';
    return [
      ...(unit === undefined || units.has(unit)
        ? []
        : [{ row, column: 'unit_code', value: unit, reason: because('unit') }]),
      ...(!head || here.has(head) || above.has(head)
        ? []
        : [{ row, column: 'supervisor_nip', value, reason: because('supervisor') }]),
    ];
  });
  const rows = seen.lines.flatMap((line) =>
    line.values.nip === undefined ? [] : [{ line, key: line.values.nip, parent: line.values.supervisor_nip }],
  );
  return findingOf(
    columns,
    seen,
    [
      ...numbers.flatMap(({ wrong }) => (wrong ? [wrong] : [])),
      ...onlyOnce(seen.lines, 'nip', plainId),
      ...strangers,
      ...noCircle(rows, 'supervisor_nip', above),
    ],
    numbers.flatMap(({ odd }) => (odd ? [odd] : [])),
  );
};
