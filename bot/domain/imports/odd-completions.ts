import { isSamePaper, type Paper, titlesOf } from './certificates-once.ts';
import type { CompletionLine } from './completions.ts';
import { because, type Fault } from './fault.ts';
import { type KnownTrainings, oncePerKey } from './personnel-rows.ts';

/** What is known beside the people and trainings: the papers of each person that were refused and no other that they are, and whose name stands where a row names no provider. */
export type OddFacts = {
  trainings: KnownTrainings;
  refused?: ReadonlyMap<string, readonly Paper[]>;
  unnamedProvider?: string;
};

/** A certificate from before the training begins, as of a batch of another year. */
const ofBefore = ({ row, values }: CompletionLine, { trainings }: OddFacts): Fault[] => {
  const { training_code: training, certificate_date: date } = values;
  const begins = training ? trainings.get(training)?.startsOn : null;
  const reason = begins && because('before', { label: `starts_on ${begins}` });
  return reason && date && date < begins ? [{ row, column: 'certificate_date', value: date, reason }] : [];
};

const numberOf = ({ values: { nip, certificate_number: text } }: CompletionLine): string | undefined =>
  nip !== undefined && text ? JSON.stringify([nip, text.toLowerCase()]) : undefined;

/** A file does not overrule who looked at the paper itself. */
const refusedBefore = ({ row, values }: CompletionLine, { refused, trainings }: OddFacts): Fault[] => {
  const { nip = '', training_code: code, title, certificate_number: number = null } = values;
  const date = values.certificate_date;
  if (date === undefined) return [];
  const paper = { number, date, titles: titlesOf({ code, title }, trainings) };
  const isRefused = refused?.get(nip)?.some((one) => isSamePaper(one, paper));
  return isRefused
    ? [{ row, column: 'certificate_date', value: date, reason: because('refused-before') }]
    : [];
};

/** Told once a file, at the first row of a training elsewhere that names none. */
const withoutProvider = (lines: readonly CompletionLine[], { unnamedProvider: text }: OddFacts): Fault[] => {
  const line = lines.find(({ values: { training_code: code, provider } }) => !code && !provider);
  const reason = text === undefined ? undefined : because('provider', { text });
  return line && reason ? [{ row: line.row, column: 'provider', value: '', reason }] : [];
};

/** What is odd in a file of completions, and taken: one number on two days is two papers, or a slip in a date. */
export const oddCompletions = (lines: readonly CompletionLine[], facts: OddFacts): Fault[] => [
  ...oncePerKey(lines, numberOf, { column: 'certificate_number', label: 'nip, certificate_number' }),
  ...lines.flatMap((line) => [...ofBefore(line, facts), ...refusedBefore(line, facts)]),
  ...withoutProvider(lines, facts),
];
