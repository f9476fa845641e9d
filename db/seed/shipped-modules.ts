import { readdirSync, readFileSync, statSync } from 'node:fs';
import type { Module } from '../../bot/domain/modules/module.ts';
import { readModule } from '../../bot/domain/modules/read-module.ts';
import { holdsTeamCases, readTeamCases, type TeamCase } from '../../bot/domain/modules/team-case.ts';

/** Where the modules lie that Pendopo brings along, with their pictures. */
export const shippedFolder = new URL('data/modules/', import.meta.url);

/** The modules and weekly cases that come with Pendopo. Throws over a fault in them, which is a fault of ours. */
export const readShipped = (): { modules: readonly Module[]; cases: readonly TeamCase[] } => {
  const names = readdirSync(shippedFolder).toSorted();
  const beside = new Map(names.map((name) => [name, statSync(new URL(name, shippedFolder)).size]));
  const texts = names
    .filter((name) => name.endsWith('.md') && name !== 'README.md')
    .map((name) => readFileSync(new URL(name, shippedFolder), 'utf8'));
  const modules: Module[] = [];
  const cases: TeamCase[] = [];
  for (const text of texts) {
    const read = holdsTeamCases(text) ? readTeamCases(text) : readModule(text, beside);
    if ('faults' in read)
      throw new Error(`a module that is shipped has faults: ${JSON.stringify(read.faults)}`);
    if ('module' in read) modules.push(read.module);
    else cases.push(...read.cases);
  }
  return { modules, cases };
};
