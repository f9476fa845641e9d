import { templateBlanks, unknownBlanks } from '../template.ts';
import { code, oneOf, words } from './cells.ts';
import { optional, type RecordOf, required } from './column.ts';
import { because } from './fault.ts';
import { type Finding, findingOf } from './finding.ts';
import { readSheet, type Sheet } from './read-sheet.ts';
import { onlyOnce } from './rows-agree.ts';

const columns = {
  key: required(code),
  /** As a button shows it. */
  label: required(words(20)),
  shape: required(oneOf(['done', 'planned', 'cannot'])),
  words: required(words(400)),
  unit_code: optional(code, null),
};

export type TemplateRecord = RecordOf<typeof columns>;

/** Sentences an office sends often. Without a unit they are everybody's; `units` are those known. */
export const readTemplates = (
  sheet: Sheet,
  { units }: { units: ReadonlySet<string> },
): Finding<TemplateRecord> => {
  const seen = readSheet(columns, sheet);
  const strangers = seen.lines.flatMap(({ row, texts, values }) => {
    const { unit_code: unit } = values;
    const [blank] = unknownBlanks(values.words ?? '');
    const list = templateBlanks.map((name) => `{${name}}`).join(' ');
    return [
      ...(!unit || units.has(unit)
        ? []
        : [{ row, column: 'unit_code', value: unit, reason: because('unit') }]),
      ...(blank === undefined
        ? []
        : [
            {
              row,
              column: 'words',
              value: texts.words ?? '',
              reason: because('blank', { text: blank, list }),
            },
          ]),
    ];
  });
  return findingOf(columns, seen, [...onlyOnce(seen.lines, 'key'), ...strangers]);
};
