import { sql } from 'drizzle-orm';
import type { Module } from '../../../bot/domain/modules/module.ts';
import { prepared, type Runner } from '../../prepared.ts';

/** A module with how many began it, passed it and hold its certificate. */
export type ModuleLine = Pick<Module, 'code' | 'title' | 'minutes' | 'jp' | 'decree'> & {
  begun: number;
  passed: number;
  certificates: number;
  withdrawn: boolean;
};

const readLines = prepared<ModuleLine>(sql`
select code, content ->> 'title' as title, (content -> 'minutes')::int as minutes, (content -> 'jp')::int as jp,
  content -> 'decree' as decree, withdrawn_at is not null as withdrawn,
  (select count(*)::int from module_progress where module_code = code) as begun,
  (select count(*)::int from module_progress where module_code = code and passed_on is not null) as passed,
  (select count(*)::int from module_certificate where module_code = code) as certificates
from learning_module order by code`);

/** Every module, also those that are withdrawn, by code. */
export const listModules = async (runner: Runner): Promise<readonly ModuleLine[]> =>
  (await readLines(runner, {})).map(({ decree, ...line }) => ({ ...line, decree: decree ?? null }));
