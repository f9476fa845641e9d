import type { Module } from '../../bot/domain/modules/module.ts';
import type { TeamCase } from '../../bot/domain/modules/team-case.ts';
import { photoKey } from '../../bot/media.ts';
import { keptPictures } from '../../db/reads/modules/pictures.ts';
import { keepCases } from '../../db/stores/modules/keep-cases.ts';
import { type KeptModule, keepModules } from '../../db/stores/modules/keep-modules.ts';
import type { Storage } from '../media/storage/storage.ts';
import type { Opened } from '../open.ts';
import type { Developed } from './develop-picture.ts';
import { layPictures } from './lay-pictures.ts';

/** What the files hold, without faults; no cases at all leave those that are there. */
export type GivenModules = {
  modules: readonly Module[];
  cases: readonly TeamCase[];
  pictures: readonly Developed[];
};

/** What it came to, module by module; `cases`: how many of the week's cases are new or others than before, or left. */
export type Added = { modules: readonly KeptModule[]; cases: number };

/** Keeps modules, pictures and cases, all or nothing: files lie in the store before a row tells of them, and go after none does. */
export const addModules = async (
  { database: { sql }, seal, storage }: Pick<Opened, 'database' | 'seal'> & { storage: Storage },
  { modules, cases, pictures }: GivenModules,
  at: Date,
): Promise<Added> => {
  const forget = async (ids: readonly string[]) => {
    for (const id of ids) await storage.delete(photoKey('clean', id));
  };
  const before = await keptPictures(
    sql,
    modules.map(({ code }) => code),
  );
  const laid = await layPictures(storage, pictures, before);
  const written = sql.begin(async (tx) => {
    const { kept, gone } = await keepModules(tx, seal, { modules, pictures: laid }, at);
    const told = cases.length > 0 ? await keepCases(tx, cases) : { changed: 0, gone: 0 };
    return { kept, gone, cases: told.changed + told.gone };
  });
  const { kept, gone, ...rest } = await written.catch(async (error: unknown) => {
    const known = new Set(before.map(({ id }) => id));
    await forget(laid.map(({ id }) => id).filter((id) => !known.has(id)));
    throw error;
  });
  await forget(gone);
  return { modules: kept, ...rest };
};
