import { readFile } from 'node:fs/promises';
import { lackingPictures } from '../../db/reads/modules/pictures.ts';
import { shippedFolder } from '../../db/seed/shipped-modules.ts';
import { addPicture } from '../../db/stores/modules/keep-pictures.ts';
import { faultOf, type Log } from '../log.ts';
import type { Storage } from '../media/storage/storage.ts';
import type { Opened } from '../open.ts';
import { developPicture } from './develop-picture.ts';
import { layPictures } from './lay-pictures.ts';

/** Puts the pictures of shipped modules into the store, as far as cards name them and none is there. Gives how many. */
export const seedPictures = async (
  { database: { sql } }: Pick<Opened, 'database'>,
  storage: Pick<Storage, 'put'>,
): Promise<number> => {
  let laid = 0;
  for (const lacking of await lackingPictures(sql)) {
    const given = await readFile(new URL(lacking.file, shippedFolder)).catch(() => undefined);
    const picture = given && (await developPicture(lacking, given));
    if (!picture) continue;
    for (const one of await layPictures(storage, [picture], [])) await addPicture(sql, one);
    laid += 1;
  }
  return laid;
};

/** The same at a start, which a store that is away does not keep from happening: cards then come without their pictures. */
export const seedPicturesAtStart = async (
  { database, log }: Pick<Opened, 'database'> & { log: Log },
  storage: Pick<Storage, 'put'>,
): Promise<void> => {
  try {
    await seedPictures({ database }, storage);
  } catch (error) {
    log.error({ event: 'module-pictures-failed', ...faultOf(error) });
  }
};
