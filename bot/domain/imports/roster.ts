import { plainId } from '../nip.ts';
import { day, timeOfDay } from './cells.ts';
import { type Cell, optional, type RecordOf, required } from './column.ts';
import { because, type Fault } from './fault.ts';
import { type Finding, findingOf } from './finding.ts';
import { type Line, readSheet, type Sheet } from './read-sheet.ts';

const id = (text: string): Cell<string> => ({ value: plainId(text) });

const columns = {
  nip: required(id),
  from: required(day),
  until: required(day),
  opens: optional(timeOfDay, null),
  closes: optional(timeOfDay, null),
};

type RosterLine = Line<typeof columns>;
export type RosterRecord = RecordOf<typeof columns>;

/** Days and hours in their order; hours of one's own are two or none. */
const orderFaults = ({ row, texts, values }: RosterLine): Fault[] => {
  const { from, until, opens, closes } = values;
  const told = (column: 'until' | 'opens' | 'closes', reason: Fault['reason']): Fault[] => [
    { row, column, value: texts[column] ?? '', reason },
  ];
  const days = from && until && until < from ? told('until', because('before', { label: 'from' })) : [];
  if (!texts.opens === !texts.closes)
    return opens && closes && closes <= opens
      ? [...days, ...told('closes', because('before', { label: 'opens' }))]
      : days;
  const [filled, empty] = texts.opens ? (['opens', 'closes'] as const) : (['closes', 'opens'] as const);
  return [...days, ...told(filled, because('alone', { label: empty }))];
};

/** A person begins one shift a day. */
const begunTwice = (lines: readonly RosterLine[]): Fault[] => {
  const first = new Map<string, number>();
  return lines.flatMap(({ row, texts, values: { nip, from } }) => {
    if (nip === undefined || from === undefined) return [];
    const before = first.get(`${nip}|${from}`);
    if (before === undefined) first.set(`${nip}|${from}`, row);
    const reason = before !== undefined && because('twice', { label: 'nip, from', number: before });
    return reason ? [{ row, column: 'from', value: texts.from ?? '', reason }] : [];
  });
};

/** *Piket*: who is on duty from one day up to and including another; `employees` are those who work here. */
export const readRoster = (
  sheet: Sheet,
  { employees }: { employees: ReadonlySet<string> },
): Finding<RosterRecord> => {
  const seen = readSheet(columns, sheet);
  const strangers = seen.lines.flatMap(({ row, texts, values: { nip } }) =>
    nip === undefined || employees.has(nip)
      ? []
      : [{ row, column: 'nip', value: texts.nip ?? '', reason: because('employee') }],
  );
  const between = [...strangers, ...begunTwice(seen.lines), ...seen.lines.flatMap(orderFaults)];
  return findingOf(columns, seen, between);
};
