import { randomUUID } from 'node:crypto';
import { photoKey, storedTypes } from '../../bot/media.ts';
import type { KeptPicture } from '../../db/reads/modules/pictures.ts';
import type { LaidPicture } from '../../db/stores/modules/keep-pictures.ts';
import type { Storage } from '../media/storage/storage.ts';
import type { Developed } from './develop-picture.ts';

/**
 * Puts pictures into the store beside photos, before any row tells of them. The same file keeps its id, also when its bytes
 * were lost; another one gets a new id, so that what was sent before stays what it was.
 */
export const layPictures = async (
  storage: Pick<Storage, 'put'>,
  pictures: readonly Developed[],
  kept: readonly KeptPicture[],
): Promise<readonly LaidPicture[]> => {
  const laid = pictures.map((picture) => {
    const same = kept.find(
      ({ module, file, hash }) =>
        module === picture.module && file === picture.file && Buffer.compare(hash, picture.hash) === 0,
    );
    return { ...picture, id: same?.id ?? randomUUID() };
  });
  for (const { id, bytes } of laid) await storage.put(photoKey('clean', id), bytes, storedTypes.photo);
  return laid.map(({ bytes, ...picture }) => ({ ...picture, size: bytes.length }));
};
