import type { Module } from '../../../bot/domain/modules/module.ts';
import { type ModuleFault, noting } from '../../../bot/domain/modules/module-faults.ts';
import { readModule } from '../../../bot/domain/modules/read-module.ts';
import { holdsTeamCases, readTeamCases, type TeamCase } from '../../../bot/domain/modules/team-case.ts';
import type { ModuleFile } from './module-files.ts';

/** What a file was found to be, or its faults. */
export type Checked = { name: string } & (
  | { module: Module }
  | { cases: readonly TeamCase[] }
  | { faults: readonly ModuleFault[] }
);

const one = ({ name, text, beside }: ModuleFile): Checked => {
  if (text === null) {
    const { faults, note } = noting();
    note(1, 'encoding');
    return { name, faults };
  }
  return { name, ...(holdsTeamCases(text) ? readTeamCases(text) : readModule(text, beside)) };
};

const lineWhere = ({ text }: ModuleFile, is: (line: string) => boolean): number =>
  (text?.split(/\r\n|\r|\n/).findIndex(is) ?? 0) + 1;

/** Reads files beside each other: two modules of one code, or a weekly case that was there before, are a fault of the second. */
export const checkFiles = (files: readonly ModuleFile[]): readonly Checked[] => {
  const [codes, told] = [new Map<string, string>(), new Map<string, string>()];
  return files.map((file) => {
    const checked = one(file);
    if ('faults' in checked) return checked;
    const { name } = checked;
    const { faults, note } = noting();
    if ('module' in checked) {
      const before = codes.get(checked.module.code);
      if (before)
        note(
          lineWhere(file, (line) => /^\s*kode\s*:/i.test(line)),
          'code-taken',
          { text: before },
        );
      else codes.set(checked.module.code, name);
    } else {
      for (const { id, title } of checked.cases) {
        const before = told.get(id);
        if (before)
          note(
            lineWhere(file, (line) => line.startsWith('#') && line.includes(title)),
            'case-taken',
            {
              text: before,
            },
          );
        else told.set(id, name);
      }
    }
    return faults.length > 0 ? { name, faults } : checked;
  });
};
