import type { Sharp } from 'sharp';

const columns = 9;
const rows = 8;

/** Steps of 255 that compression changes by itself, as in a plain sky. */
const noise = 4;

/** Lighter and darker of so many steps of 255 at most: a lens that was covered looks like every other. */
const flat = 8;

/**
 * What a picture looks like, in 8 bytes: a difference hash, one bit for each of 8 × 8 places telling whether it is
 * clearly lighter than its right neighbour. Small changes of size, quality and colour change few bits. None of a flat picture.
 */
export const likenessOf = async (picture: Sharp): Promise<Uint8Array | undefined> => {
  const grey = await picture.greyscale().resize(columns, rows, { fit: 'fill' }).raw().toBuffer();
  if (Math.max(...grey) - Math.min(...grey) <= flat) return undefined;
  const hash = new Uint8Array(rows);
  for (let row = 0; row < rows; row++)
    for (let bit = 0; bit < 8; bit++) {
      const at = row * columns + bit;
      if ((grey[at] ?? 0) > (grey[at + 1] ?? 0) + noise) hash[row] = (hash[row] ?? 0) | (0x80 >> bit);
    }
  return hash;
};
