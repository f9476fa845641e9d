import { photoKey } from '../../bot/media.ts';
import { deletePhotos, forgottenPhotos } from '../../db/stores/forget-media.ts';
import type { OpenHall } from '../hall.ts';
import type { Storage } from './storage/storage.ts';

/** Files deleted before their rows are, so that a crash in between forgets nothing. */
const atOnce = 100;

/** Deletes the photos that belong to nobody any more, file first, then row. Returns how many. */
export const forgetPhotos = async (
  { database }: Pick<OpenHall, 'database'>,
  storage: Storage,
): Promise<number> => {
  let deleted = 0;
  for (;;) {
    const ids = await forgottenPhotos(database, atOnce);
    if (ids.length === 0) return deleted;
    for (const id of ids) {
      await storage.delete(photoKey('raw', id));
      await storage.delete(photoKey('clean', id));
    }
    await deletePhotos(database, ids);
    deleted += ids.length;
  }
};
