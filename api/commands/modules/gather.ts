import { say } from '../../../bot/conversation/reply.ts';
import { type Language, languages } from '../../../bot/i18n/languages.ts';
import { tongueOf } from '../../../bot/i18n/tongue.ts';
import type { Developed } from '../../modules/develop-picture.ts';
import { type Outcome, refused } from '../outcome.ts';
import { type Checked, checkFiles } from './check-files.ts';
import { developPictures } from './develop-pictures.ts';
import { type ModuleFile, moduleFiles, shippedModules } from './module-files.ts';
import { shortName } from './short-name.ts';

/** A file without faults. */
export type Fine = Exclude<Checked, { faults: unknown }>;

/** The words that every command about module files takes. */
export const filesArgs = {
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
} as const;

/** Reads the files that were named, with their pictures, or refuses with every fault by line and reason. */
export const gatherModules = async (
  typed: readonly string[],
  { locale, json }: { locale: string; json: boolean | undefined },
): Promise<{ fine: readonly Fine[]; pictures: readonly Developed[] } | Outcome> => {
  const { text } = tongueOf(locale);
  const found: ModuleFile[] = [];
  for (const path of typed.length > 0 ? typed : [shippedModules]) {
    const files = await moduleFiles(path);
    if (typeof files === 'string') return refused(`${path}: ${text(say(`import.table.${files}`))}`);
    if (files.length === 0) return refused(text(say('module.check.none', { text: shortName(path) })));
    found.push(...files);
  }
  const { all, pictures } = await developPictures(checkFiles(found), found);
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
  if (faults.length === 0)
    return { fine: all.flatMap((checked) => ('faults' in checked ? [] : [checked])), pictures };
  if (json) return refused(JSON.stringify({ files: all.map(({ name }) => shortName(name)), faults }));
  const lines = faults.map(({ file, line, reason }) => `${file}:${line} ${reason}`);
  return refused([...lines, text(say('module.check.refused', { count: faults.length }))].join('\n'));
};
