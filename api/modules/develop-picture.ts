import { createHash } from 'node:crypto';
import { cleanPhoto } from '../media/clean.ts';

/** A picture of a module made anew as photos are: nothing in it but its pixels. `hash`: SHA-256 of the file as it was given. */
export type Developed = {
  module: string;
  file: string;
  hash: Uint8Array;
  bytes: Uint8Array;
  width: number;
  height: number;
};

/** Makes a picture anew; none of what is no picture, whatever its name says. Node only. */
export const developPicture = async (
  { module, file }: { module: string; file: string },
  given: Uint8Array,
): Promise<Developed | undefined> => {
  const cleaned = await cleanPhoto(given);
  if (!cleaned.ok) return undefined;
  const { bytes, width, height } = cleaned;
  return { module, file, hash: createHash('sha256').update(given).digest(), bytes, width, height };
};
