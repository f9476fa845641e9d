import { code, day } from './cells.ts';
import { optional, type RecordOf, required } from './column.ts';
import { because, type Fault } from './fault.ts';
import { type Finding, findingOf } from './finding.ts';
import { employeeId } from './personnel-cells.ts';
import { type KnownTrainings, oncePerKey, strangers, unknownTrainings } from './personnel-rows.ts';
import { type Line, readSheet, type Sheet } from './read-sheet.ts';

const columns = {
  nip: required(employeeId),
  training_code: required(code),
  complete_by: optional(day, null),
};

type EnrolmentLine = Line<typeof columns>;
export type EnrolmentRecord = RecordOf<typeof columns>;

const place = ({ values: { nip, training_code: training } }: EnrolmentLine): string | undefined =>
  nip === undefined || training === undefined ? undefined : JSON.stringify([nip, training]);

/** Nobody can be done before the training begins. */
const tooEarly = ({ row, values }: EnrolmentLine, trainings: KnownTrainings): Fault[] => {
  const { training_code: training, complete_by: by } = values;
  const begins = training === undefined ? null : trainings.get(training)?.startsOn;
  return begins && by && by < begins
    ? [{ row, column: 'complete_by', value: by, reason: because('before', { label: `starts_on ${begins}` }) }]
    : [];
};

/** Who takes part in what; `complete_by` is that person's own last day, else the training's holds. `employees` are those who work here. */
export const readEnrolments = (
  sheet: Sheet,
  { employees, trainings }: { employees: ReadonlySet<string>; trainings: KnownTrainings },
): Finding<EnrolmentRecord> => {
  const seen = readSheet(columns, sheet);
  return findingOf(columns, seen, [
    ...strangers(seen.lines, employees),
    ...unknownTrainings(seen.lines, trainings),
    ...oncePerKey(seen.lines, place, { column: 'training_code', label: 'nip, training_code' }),
    ...seen.lines.flatMap((line) => tooEarly(line, trainings)),
  ]);
};
