import { code, whole, words, yesOrNo } from './cells.ts';
import { type Cell, optional, type RecordOf, required } from './column.ts';
import { because, type Fault } from './fault.ts';
import { type Finding, findingOf } from './finding.ts';
import { type Line, readSheet, type Sheet } from './read-sheet.ts';
import { onlyOnce } from './rows-agree.ts';

const longest = 300;

/** Lines of a list, separated by `|` or by line breaks within the cell. */
const lines = (text: string): Cell<readonly string[]> => {
  const value = text
    .split(/[|\n]/)
    .map((line) => line.trim())
    .filter(Boolean);
  return value.some((line) => line.length > longest)
    ? { reason: because('long', { max: longest }) }
    : { value };
};

/** What a Telegram link can carry behind `start=u_` (letters, digits, `-` and `_`) and no sentence begins with, so that `NILAI CODE` is known as typed: a digit or dash is in it. The case does not count. */
const counter = (text: string): Cell<string> =>
  /^(?=.*[\d-])[A-Za-z0-9][\w-]{0,39}$/.test(text)
    ? { value: text.toUpperCase() }
    : { reason: because('counter') };

const columns = {
  code: required(code),
  unit_code: required(code),
  name: required(words(120)),
  requirements: optional(lines, []),
  steps: optional(lines, []),
  time: optional(words(200), null),
  fee: optional(words(200), null),
  product: optional(words(200), null),
  hours: optional(words(200), null),
  place: optional(words(200), null),
  counter_code: optional(counter, null),
  users: optional(whole(0, 999_999_999), null),
  active: optional(yesOrNo, true),
};

export type ServiceRecord = RecordOf<typeof columns>;

type ServiceLine = Line<typeof columns>;

/** A counter leads to one service: not to one of this file and another that the file says nothing of. */
const counterTaken = (seen: readonly ServiceLine[], counters: ReadonlyMap<string, string>): Fault[] => {
  const told = new Map(
    seen.flatMap(({ values }) =>
      values.code === undefined ? [] : [[values.code, values.counter_code] as const],
    ),
  );
  return seen.flatMap(({ row, texts, values: { code: own, counter_code: wanted } }) => {
    const holder = wanted ? counters.get(wanted) : undefined;
    if (!wanted || !holder || holder === own) return [];
    const keeps = told.get(holder) === undefined || told.get(holder) === wanted;
    return keeps
      ? [
          {
            row,
            column: 'counter_code',
            value: texts.counter_code ?? '',
            reason: because('counter-taken', { text: holder }),
          },
        ]
      : [];
  });
};

/**
 * What offices do for people, by the components of its standard. `units` are those known; `counters` say which service
 * held a counter's code before. A service is taken away by `active`, never by being left out.
 */
export const readServices = (
  sheet: Sheet,
  { units, counters }: { units: ReadonlySet<string>; counters: ReadonlyMap<string, string> },
): Finding<ServiceRecord> => {
  const seen = readSheet(columns, sheet);
  const strangers = seen.lines.flatMap(({ row, values: { unit_code: unit } }) =>
    unit === undefined || units.has(unit)
      ? []
      : [{ row, column: 'unit_code', value: unit, reason: because('unit') }],
  );
  return findingOf(columns, seen, [
    ...onlyOnce(seen.lines, 'code'),
    ...onlyOnce(seen.lines, 'counter_code', (text) => text.toUpperCase()),
    ...strangers,
    ...counterTaken(seen.lines, counters),
  ]);
};
