import { sql } from 'drizzle-orm';
import type { Module } from '../../../bot/domain/modules/module.ts';
import { prepared, type Runner } from '../../prepared.ts';

const p = sql.placeholder;

/** A module that is taught, with the pictures of its cards as files that can be sent: ids by name. */
export type TaughtModule = { module: Module; pictures: ReadonlyMap<string, string> };

/** What stands in front of a module, and how many steps it has. */
export type ModuleHead = Omit<Module, 'steps'> & { steps: number };

const readTaught = prepared<{ module: Module; pictures: { [file: string]: string } }>(sql`
select content as module, coalesce(
  (select json_object_agg(file, id) from module_picture where module_code = code), '{}') as pictures
from learning_module where code = ${p('code')} and withdrawn_at is null`);

/** A module by its code, unless it is withdrawn or never was. */
export const readModule = async (runner: Runner, code: string): Promise<TaughtModule | undefined> => {
  const [found] = await readTaught(runner, { code });
  return found && { module: found.module, pictures: new Map(Object.entries(found.pictures)) };
};

const readHeads = prepared<{ head: ModuleHead }>(sql`
select content || jsonb_build_object('steps', jsonb_array_length(content -> 'steps')) as head
from learning_module where withdrawn_at is null order by code`);

/** Every module that is taught, by code. */
export const modulesTaught = async (runner: Runner): Promise<readonly ModuleHead[]> =>
  (await readHeads(runner, {})).map(({ head }) => head);
