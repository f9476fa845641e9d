import { readFile, stat } from 'node:fs/promises';
import { say } from '../../bot/conversation/reply.ts';
import type { HouseAction } from '../../bot/domain/permissions/action.ts';
import { readQuestionOrder } from '../../bot/domain/skm/question-order.ts';
import { type Language, languages } from '../../bot/i18n/languages.ts';
import { tongueOf } from '../../bot/i18n/tongue.ts';
import { type ImportName, importNames, importSheet } from '../../db/imports/index.ts';
import { importData, importWords } from './import-words.ts';
import { operatorCommand, operatorMay } from './operator-command.ts';
import { done, refused, wrongUsage } from './outcome.ts';
import { withProgress } from './progress.ts';
import { readTable, tableBytes } from './read-table.ts';
import { settings, withDatabase } from './with-database.ts';

/** The bytes of a file, unless it is too large to be read at all. */
const bytesOf = async (file: string): Promise<Uint8Array | 'no-file' | 'too-large'> => {
  try {
    const found = await stat(file);
    if (!found.isFile()) return 'no-file';
    return found.size > tableBytes ? 'too-large' : await readFile(file);
  } catch {
    return 'no-file';
  }
};

/** What the operator has to be allowed for a file of this kind. */
const asksFor = (kind: ImportName): HouseAction => {
  if (kind === 'roster') return 'set-roster';
  return personnel.has(kind) ? 'import-people' : 'import-city';
};

/** Files of the personnel office. */
const personnel = new Set<ImportName>([
  'employees',
  'trainings',
  'enrolments',
  'completions',
  'dates',
  'records',
]);

/** Reads a sheet into the database, every row or none; without --apply it only says what it would do. */
export const importCommand = operatorCommand(
  { name: 'import', description: 'Read a CSV or XLSX file; says what it would do, --apply does it' },
  {
    kind: { type: 'positional', required: true, description: importNames.join(', ') },
    file: {
      type: 'positional',
      required: true,
      description: 'CSV (UTF-8) or XLSX, the first row names the columns',
    },
    apply: { type: 'boolean', description: 'Write it: every row or none' },
    order: {
      type: 'string',
      description:
        'Of numbered columns u1 to u9 of the survey: questionnaire, list, or the nine keys with commas',
    },
    locale: {
      type: 'enum',
      options: Object.keys(languages),
      default: 'en' satisfies Language,
      description: 'The language of what is said of the file',
    },
  },
  async ({ kind: typed, file, apply = false, order: said, locale, json }) => {
    const kind = importNames.find((name) => name === typed);
    if (!kind) return wrongUsage(`There is no import ${typed}: ${importNames.join(', ')}.`);
    const order = said === undefined ? undefined : readQuestionOrder(said);
    if (said !== undefined && kind !== 'skm') return wrongUsage('--order is for import skm only.');
    if (said !== undefined && !order)
      return wrongUsage(`--order is list, questionnaire, or the nine elements with commas, not ${said}.`);
    const asks = asksFor(kind);
    if (!operatorMay(asks)) return refused(`The operator may not ${asks}.`);
    const tongue = tongueOf(locale);
    const unread = (fault: Exclude<Awaited<ReturnType<typeof readTable>>, readonly unknown[]> | 'no-file') =>
      refused(tongue.text(say(`import.table.${fault}`)));

    return withProgress(`Importing ${kind}`, { quiet: json === true }, async ({ tell }) => {
      const bytes = await bytesOf(file);
      if (typeof bytes === 'string') return unread(bytes);
      const sheet = await readTable(bytes);
      if (typeof sheet === 'string') return unread(sheet);
      tell(`${sheet.length} rows`);
      const env = settings();
      const imported = await withDatabase(env, ({ database, seal }) =>
        importSheet(database, seal, {
          kind,
          sheet,
          apply,
          order,
          now: new Date(),
          zone: env.AGENCY_TIMEZONE,
        }),
      );
      const words = importWords(tongue, imported, { kind, apply });
      const data = importData(tongue, imported, { kind, apply });
      if (imported.faults.length === 0) return done(words, data);
      return refused(json ? JSON.stringify(data) : words);
    });
  },
);
