import type { LocalDate } from '../local-date.ts';
import { dateFault } from '../training/certificate.ts';
import { type TrainingRules, usualTraining } from '../training/training-rules.ts';
import { code, day, words } from './cells.ts';
import { certificatesOnce } from './certificates-once.ts';
import { type Cell, optional, type RecordOf, required } from './column.ts';
import { because, type Fault } from './fault.ts';
import { type Finding, findingOf } from './finding.ts';
import { type OddFacts, oddCompletions } from './odd-completions.ts';
import { employeeId, hours } from './personnel-cells.ts';
import { type KnownTrainings, strangers, unknownTrainings } from './personnel-rows.ts';
import { type Line, readSheet, type Sheet } from './read-sheet.ts';

/** What a file of completions is read against; `today` is the agency's. */
export type CompletionFacts = {
  employees: ReadonlySet<string>;
  trainings: KnownTrainings;
  today: LocalDate;
  rules?: Pick<TrainingRules, 'most' | 'oldestYears'>;
} & OddFacts;

/** Without a digit (`-`, *tidak ada*) it says that the certificate has no number; a cell's line breaks are blanks. */
const number = (text: string): Cell<string | null> =>
  /\d/.test(text) ? words(80)(text.replace(/[\s\p{Cc}]+/gu, ' ')) : { value: null };

const columnsOf = ({ rules = usualTraining }: CompletionFacts) => ({
  nip: required(employeeId),
  training_code: optional(code, null),
  title: optional(words(200), null),
  jp: required(hours(rules)),
  certificate_number: optional(number, null),
  certificate_date: required(day),
  /** Of a training elsewhere; one that is known has its own. */
  provider: optional(words(160), null),
});

type CompletionColumns = ReturnType<typeof columnsOf>;
export type CompletionLine = Line<CompletionColumns>;
export type CompletionRecord = RecordOf<CompletionColumns>;

/** A certificate is neither of a day to come nor of before any working life. */
const dayFaults = (
  { row, values: { certificate_date: date } }: CompletionLine,
  { today, rules = usualTraining }: CompletionFacts,
): Fault[] => {
  if (date === undefined) return [];
  const told = (reason: Fault['reason']): Fault[] => [
    { row, column: 'certificate_date', value: date, reason },
  ];
  const fault = dateFault(date, today, rules)?.fault;
  if (fault === 'future') return told(because('future'));
  return fault === 'old' ? told(because('old-date', { count: rules.oldestYears })) : [];
};

/** A row that does not say what was completed, by a column that the file has. */
const namelessRow = ({ row, texts: { training_code: training, title } }: CompletionLine): Fault[] =>
  training || title || (training === undefined && title === undefined)
    ? []
    : [
        {
          row,
          column: title === undefined ? 'training_code' : 'title',
          value: '',
          reason: because('training-or-title'),
        },
      ];

/** A file that has neither column that says what was completed is told so once, at its header. */
const namelessFile = (sheet: Sheet): Fault[] => {
  const at = Math.max(
    sheet.findIndex((cells) => cells.some((cell) => cell.trim() !== '')),
    0,
  );
  const titles = (sheet[at] ?? []).map((cell) => cell.trim().toLowerCase());
  const named = titles.includes('training_code') || titles.includes('title');
  const label = 'training_code / title';
  return named
    ? []
    : [{ row: at + 1, column: 'title', value: '', reason: because('missing-column', { label }) }];
};

/**
 * What people have completed, by the certificate: its JP count in the year of its date. What was learnt is a training
 * that is known, or one elsewhere by its title and provider.
 */
export const readCompletions = (sheet: Sheet, facts: CompletionFacts): Finding<CompletionRecord> => {
  const columns = columnsOf(facts);
  const seen = readSheet(columns, sheet);
  return findingOf(
    columns,
    seen,
    [
      ...namelessFile(sheet),
      ...strangers(seen.lines, facts.employees),
      ...unknownTrainings(seen.lines, facts.trainings),
      ...certificatesOnce(seen.lines, facts.trainings),
      ...seen.lines.flatMap((line) => [...namelessRow(line), ...dayFaults(line, facts)]),
    ],
    oddCompletions(seen.lines, facts),
  );
};
