import type { LocalDate } from '../local-date.ts';
import { code, day, wordList, words, yesOrNo } from './cells.ts';
import { optional, type RecordOf, required } from './column.ts';
import { because } from './fault.ts';
import { type Finding, findingOf } from './finding.ts';
import { readSheet, type Sheet } from './read-sheet.ts';
import { onlyOnce } from './rows-agree.ts';

/** A question is also the label of a choice; an answer stands in one message on every channel. */
const columns = {
  code: required(code),
  question: required(words(120)),
  answer: required(words(600)),
  unit_code: optional(code, null),
  keywords: optional(wordList, []),
  checked_on: optional(day, null),
  active: optional(yesOrNo, true),
};

export type QuestionRecord = RecordOf<typeof columns>;

/**
 * Questions people ask, each with an answer that somebody checked. `units` are those known; nothing is checked on a day
 * after `today`. A question is taken away by `active`, never by being left out.
 */
export const readQuestions = (
  sheet: Sheet,
  { units, today }: { units: ReadonlySet<string>; today: LocalDate },
): Finding<QuestionRecord> => {
  const seen = readSheet(columns, sheet);
  const strangers = seen.lines.flatMap(({ row, values: { unit_code: unit } }) =>
    unit === undefined || unit === null || units.has(unit)
      ? []
      : [{ row, column: 'unit_code', value: unit, reason: because('unit') }],
  );
  const ahead = seen.lines.flatMap(({ row, values: { checked_on: checked } }) =>
    checked !== undefined && checked !== null && checked > today
      ? [{ row, column: 'checked_on', value: checked, reason: because('future') }]
      : [],
  );
  return findingOf(columns, seen, [...onlyOnce(seen.lines, 'code'), ...strangers, ...ahead]);
};
