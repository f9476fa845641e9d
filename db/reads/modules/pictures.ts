import { sql } from 'drizzle-orm';
import { prepared, type Runner } from '../../prepared.ts';

const p = sql.placeholder;

/** A picture that is kept: its module, its file's name, its id in the store and the SHA-256 of the file as it was given. */
export type KeptPicture = { module: string; file: string; id: string; hash: Uint8Array };

const readKept = prepared<KeptPicture>(sql`
select module_code as module, file, id, hash from module_picture where module_code = any(${p('codes')}::text[])`);

/** The pictures that are kept of some modules. */
export const keptPictures = (runner: Runner, codes: readonly string[]): Promise<readonly KeptPicture[]> =>
  readKept(runner, { codes });

const readLacking = prepared<{ module: string; file: string }>(sql`
select distinct m.code as module, step -> 'picture' ->> 'file' as file
from learning_module m cross join jsonb_array_elements(m.content -> 'steps') step
where step -> 'picture' ->> 'file' is not null and not exists (
  select 1 from module_picture k where k.module_code = m.code and k.file = step -> 'picture' ->> 'file')
order by 1, 2`);

/** Pictures that cards name and nobody has put into the store yet. */
export const lackingPictures = (runner: Runner): Promise<readonly { module: string; file: string }[]> =>
  readLacking(runner, {});
