import type { LocalDate } from '../local-date.ts';
import type { Columns } from './column.ts';
import { because, type Fault } from './fault.ts';
import type { Line } from './read-sheet.ts';

/** What rows of the personnel office's files say of people and trainings that are known, and of each other; silent about cells that could not be read. */

/** The trainings that are known, by code. */
export type KnownTrainings = ReadonlyMap<string, { title: string; startsOn: LocalDate | null }>;

/** Rows of people who do not work here. */
export const strangers = (
  lines: readonly { row: number; texts: { readonly nip?: string }; values: { nip?: string } }[],
  employees: ReadonlySet<string>,
): Fault[] =>
  lines.flatMap(({ row, texts, values: { nip } }) =>
    nip === undefined || employees.has(nip)
      ? []
      : [{ row, column: 'nip', value: texts.nip ?? '', reason: because('employee') }],
  );

/** Rows of trainings that nobody has imported. */
export const unknownTrainings = (
  lines: readonly { row: number; values: { training_code?: string | null } }[],
  trainings: KnownTrainings,
): Fault[] =>
  lines.flatMap(({ row, values: { training_code: value } }) =>
    !value || trainings.has(value)
      ? []
      : [{ row, column: 'training_code', value, reason: because('training') }],
  );

/** Each thing of a person once: `keyOf` names it from several cells, which `label` lists; told at `column`. */
export const oncePerKey = <C extends Columns>(
  lines: readonly Line<C>[],
  keyOf: (line: Line<C>) => string | undefined,
  { column, label }: { column: keyof C & string; label: string },
): Fault[] => {
  const first = new Map<string, number>();
  return lines.flatMap((line) => {
    const key = keyOf(line);
    const number = key === undefined ? undefined : first.get(key);
    if (key !== undefined && number === undefined) first.set(key, line.row);
    const value = line.texts[column] ?? '';
    return number === undefined
      ? []
      : [{ row: line.row, column, value, reason: because('twice', { label, number }) }];
  });
};
