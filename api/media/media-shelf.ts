import type { MediaShelf } from '../../bot/jobs/attach.ts';
import { photoKey } from '../../bot/media.ts';
import type { MediaStore } from '../../db/media.ts';
import type { Storage } from './storage/storage.ts';

/** What letters show: media by their rows in the database and their files in the store. */
export const mediaShelf = (
  { ready }: Pick<MediaStore, 'ready'>,
  { get }: Pick<Storage, 'get'>,
): MediaShelf => ({ ready, bytes: (id) => get(photoKey('clean', id)) });
