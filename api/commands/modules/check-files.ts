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

/** Reads files beside each other: two modules of one code are a fault of the second. */
export const checkFiles = (files: readonly ModuleFile[]): readonly Checked[] => {
  const taken = new Map<string, string>();
  return files.map((file) => {
    const checked = one(file);
    if (!('module' in checked)) return checked;
    const before = taken.get(checked.module.code);
    if (before === undefined) {
      taken.set(checked.module.code, checked.name);
      return checked;
    }
    const { faults, note } = noting();
    const line = file.text?.split(/\r\n|\r|\n/).findIndex((text) => /^\s*kode\s*:/i.test(text)) ?? 0;
    note(line + 1, 'code-taken', { text: before });
    return { name: checked.name, faults };
  });
};
