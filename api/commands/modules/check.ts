import { relative } from 'node:path';
import { say, type Text } from '../../../bot/conversation/reply.ts';
import type { Step } from '../../../bot/domain/modules/module.ts';
import { readingMinutes } from '../../../bot/domain/modules/reading-time.ts';
import { type Language, languages } from '../../../bot/i18n/languages.ts';
import { tongueOf } from '../../../bot/i18n/tongue.ts';
import { operatorCommand } from '../operator-command.ts';
import { done, refused } from '../outcome.ts';
import { type Checked, checkFiles } from './check-files.ts';
import { type ModuleFile, moduleFiles, shippedModules } from './module-files.ts';

/** How a file is named to the person: from where they stand, if it is below. */
const shortName = (name: string): string => {
  const near = relative(process.cwd(), name);
  return near === '' || near.startsWith('..') ? name : near;
};

const fineText = (checked: Exclude<Checked, { faults: unknown }>): Text => {
  if ('cases' in checked)
    return say('module.check.team', { label: shortName(checked.name), cases: checked.cases.length });
  const { title, steps } = checked.module;
  const count = (kind: Step['kind']) => steps.filter((step) => step.kind === kind).length;
  return say('module.check.module', {
    title,
    cards: count('card'),
    questions: count('question'),
    cases: count('case'),
    minutes: readingMinutes(steps),
  });
};

/** Names every fault of the files with its line; without files, of those that Pendopo brings along. Needs no database. */
export const checkCommand = operatorCommand(
  {
    name: 'check',
    description: 'Name every fault of modules and weekly cases, with line and reason',
    many: true,
  },
  {
    files: {
      type: 'positional',
      required: false,
      description: 'Markdown files or folders; without any, the modules that are shipped',
    },
    locale: {
      type: 'enum',
      options: Object.keys(languages),
      default: 'id' satisfies Language,
      description: 'The language of what is said of the files, for those who write them',
    },
  },
  async ({ _: typed, locale, json }) => {
    const { text } = tongueOf(locale);
    const paths = typed.length > 0 ? typed : [shippedModules];
    const found: ModuleFile[] = [];
    for (const path of paths) {
      const files = await moduleFiles(path);
      if (typeof files === 'string') return refused(`${path}: ${text(say(`import.table.${files}`))}`);
      if (files.length === 0) return refused(text(say('module.check.none', { text: shortName(path) })));
      found.push(...files);
    }
    const all = checkFiles(found);
    const faults = all.flatMap((checked) =>
      'faults' in checked
        ? checked.faults.map(({ line, key, with: blanks }) => ({
            file: shortName(checked.name),
            line,
            code: key.slice('module.fault.'.length),
            reason: text(say(key, blanks)),
          }))
        : [],
    );
    if (faults.length === 0) {
      const fine = all.flatMap((checked) => ('faults' in checked ? [] : [fineText(checked)]));
      const words = [...fine, say('module.check.fine', { count: all.length })].map(text).join('\n');
      return done(words, { files: all.map(({ name }) => shortName(name)), faults });
    }
    if (json) return refused(JSON.stringify({ files: all.map(({ name }) => shortName(name)), faults }));
    const lines = faults.map(({ file, line, reason }) => `${file}:${line} ${reason}`);
    return refused([...lines, text(say('module.check.refused', { count: faults.length }))].join('\n'));
  },
);
