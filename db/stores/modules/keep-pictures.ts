import { sql } from 'drizzle-orm';
import { prepared, type Runner } from '../../prepared.ts';
import { keptPictures } from '../../reads/modules/pictures.ts';

const p = sql.placeholder;

/** A picture whose bytes lie in the store already, under its id; `hash` is the SHA-256 of the file as it was given. */
export type LaidPicture = {
  module: string;
  file: string;
  id: string;
  hash: Uint8Array;
  width: number;
  height: number;
  size: number;
};

const write = prepared(sql`
insert into module_picture (id, module_code, file, hash, width, height, size)
values (${p('id')}::uuid, ${p('module')}, ${p('file')}, ${p('hash')}::bytea, ${p('width')}, ${p('height')}, ${p('size')})
on conflict (module_code, file) do update set id = excluded.id, hash = excluded.hash, width = excluded.width,
  height = excluded.height, size = excluded.size`);

/** Keeps a picture, in place of another of its name. */
export const addPicture = async (runner: Runner, picture: LaidPicture): Promise<void> => {
  await write(runner, picture);
};

const drop = prepared(sql`delete from module_picture where id = any(${p('ids')}::uuid[])`);

/**
 * Keeps these as all the pictures of the modules named. Gives the modules whose pictures are others than before, and the
 * ids that nobody needs any more, whose files may go.
 */
export const keepPictures = async (
  runner: Runner,
  codes: readonly string[],
  pictures: readonly LaidPicture[],
): Promise<{ changed: ReadonlySet<string>; gone: readonly string[] }> => {
  const kept = await keptPictures(runner, codes);
  const laid = new Set(pictures.map(({ id }) => id));
  const known = new Set(kept.map(({ id }) => id));
  const gone = kept.filter(({ id }) => !laid.has(id));
  const added = pictures.filter(({ id }) => !known.has(id));
  if (gone.length > 0) await drop(runner, { ids: gone.map(({ id }) => id) });
  for (const picture of added) await addPicture(runner, picture);
  return {
    changed: new Set([...gone, ...added].map(({ module }) => module)),
    gone: gone.map(({ id }) => id),
  };
};
