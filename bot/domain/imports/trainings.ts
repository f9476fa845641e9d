import { type TrainingRules, usualTraining } from '../training/training-rules.ts';
import { code, day, whole, words } from './cells.ts';
import { optional, type RecordOf, required } from './column.ts';
import { because, type Fault } from './fault.ts';
import { type Finding, findingOf } from './finding.ts';
import { mandatoryFor } from './mandatory-for.ts';
import { form, hours, link } from './personnel-cells.ts';
import { type Line, readSheet, type Sheet } from './read-sheet.ts';
import { onlyOnce } from './rows-agree.ts';

/** What a file of trainings is read against. */
export type TrainingFacts = { units: ReadonlySet<string>; rules?: Pick<TrainingRules, 'most'> };

const columnsOf = ({ units, rules = usualTraining }: TrainingFacts) => ({
  code: required(code),
  title: required(words(200)),
  provider: required(words(160)),
  form: required(form),
  jp: required(hours(rules)),
  starts_on: optional(day, null),
  ends_on: optional(day, null),
  register_by: optional(day, null),
  complete_by: optional(day, null),
  url: optional(link, null),
  place: optional(words(160), null),
  quota: optional(whole(1, 100_000), null),
  mandatory_for: optional(mandatoryFor(units), []),
  sponsor: optional(words(160), null),
  cost: optional(whole(1, 100_000_000_000), null),
});

type TrainingColumns = ReturnType<typeof columnsOf>;
export type TrainingRecord = RecordOf<TrainingColumns>;

/** The days of a training as they come one after the other; two may be the same. Late comers may register while it is under way. */
const orders = [
  ['starts_on', 'ends_on', 'complete_by'],
  ['register_by', 'ends_on', 'complete_by'],
] as const;

/** A day before the one that comes before it, told at the later one. */
const orderFaults = ({ row, texts, values }: Line<TrainingColumns>): Fault[] =>
  orders.flatMap((days) => {
    const given = days.flatMap((column) => {
      const date = values[column];
      return date ? [{ column, date }] : [];
    });
    return given.flatMap(({ column, date }, i) => {
      const before = given[i - 1];
      return before && date < before.date
        ? [{ row, column, value: texts[column] ?? '', reason: because('before', { label: before.column }) }]
        : [];
    });
  });

/** Odd, not wrong: one may register after the training has begun. */
const lateRegistration = ({ row, values }: Line<TrainingColumns>): Fault[] => {
  const { register_by: until, starts_on: begins } = values;
  const reason = because('late-register', { label: `starts_on ${begins}` });
  return until && begins && begins < until ? [{ row, column: 'register_by', value: until, reason }] : [];
};

/**
 * What is offered and owed. JP are those of the certificate, in hundredths (PerLAN 10/2018 converts forms into hours by an
 * annex that we do not have), `cost` whole rupiah for all together. Without a quota there is room for everybody; without days one learns when one likes.
 */
export const readTrainings = (sheet: Sheet, facts: TrainingFacts): Finding<TrainingRecord> => {
  const columns = columnsOf(facts);
  const seen = readSheet(columns, sheet);
  return findingOf(
    columns,
    seen,
    [...onlyOnce(seen.lines, 'code'), ...seen.lines.flatMap((line) => orderFaults(line))],
    seen.lines.flatMap((line) => lateRegistration(line)),
  );
};
