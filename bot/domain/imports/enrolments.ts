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

/**
 * What a file of enrolments is read against: who works here, and, where that is known, the seats of trainings that have a
 * quota with who takes part already, and who withdrew from what.
 */
export type EnrolmentFacts = {
  employees: ReadonlySet<string>;
  trainings: KnownTrainings;
  seats?: ReadonlyMap<string, { quota: number; taken: ReadonlySet<string> }>;
  withdrawn?: readonly { nip: string; training: string }[];
};

/** Odd, not wrong, since the office decides: told once a training, at the first row that no seat is left for. */
const overQuota = (lines: readonly EnrolmentLine[], seats: EnrolmentFacts['seats']): Fault[] => {
  const newcomers = new Map<string, Set<string>>();
  return lines.flatMap(({ row, values: { nip, training_code: training } }) => {
    const { quota, taken } = seats?.get(training ?? '') ?? {};
    if (!nip || !training || quota === undefined || !taken || taken.has(nip)) return [];
    const more = (newcomers.get(training) ?? new Set()).add(nip);
    newcomers.set(training, more);
    const isFirstBeyond = taken.size + more.size === Math.max(quota, taken.size) + 1;
    const reason = because('over-quota', { count: quota });
    return isFirstBeyond ? [{ row, column: 'training_code', value: training, reason }] : [];
  });
};

/** Odd, not wrong: the office registers somebody again who withdrew. */
const registeredAgain = (
  lines: readonly EnrolmentLine[],
  withdrawn: EnrolmentFacts['withdrawn'] = [],
): Fault[] => {
  const keys = new Set(withdrawn.map(({ nip, training }) => JSON.stringify([nip, training])));
  return lines.flatMap((line) =>
    keys.has(place(line) ?? '')
      ? [
          {
            row: line.row,
            column: 'training_code',
            value: line.values.training_code ?? '',
            reason: because('withdrawn'),
          },
        ]
      : [],
  );
};

/** Who takes part in what; `complete_by` is that person's own last day, else the training's holds. */
export const readEnrolments = (
  sheet: Sheet,
  { employees, trainings, seats, withdrawn }: EnrolmentFacts,
): Finding<EnrolmentRecord> => {
  const seen = readSheet(columns, sheet);
  return findingOf(
    columns,
    seen,
    [
      ...strangers(seen.lines, employees),
      ...unknownTrainings(seen.lines, trainings),
      ...oncePerKey(seen.lines, place, { column: 'training_code', label: 'nip, training_code' }),
      ...seen.lines.flatMap((line) => tooEarly(line, trainings)),
    ],
    [...overQuota(seen.lines, seats), ...registeredAgain(seen.lines, withdrawn)],
  );
};
