import { type Cleaned, photoLimits, unfitAtSight, unfitByHeader } from '../../bot/media.ts';
import { exifPlace } from './exif-place.ts';
import { likenessOf } from './likeness.ts';

const decodeSeconds = 10;

type Sharp = typeof import('sharp').default;

let loading: Promise<Sharp> | undefined;

/** The image library, loaded with the first photo: until then its memory is not needed. */
const darkroom = (): Promise<Sharp> => {
  loading ??= import('sharp').then(({ default: sharp }) => {
    sharp.concurrency(1);
    sharp.cache(false);
    sharp.block({ operation: ['VipsForeignLoad'] });
    sharp.unblock({
      operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer'],
    });
    return sharp;
  });
  return loading;
};

const redrawn = (sharp: Sharp, bytes: Uint8Array) =>
  sharp(bytes, { limitInputPixels: photoLimits.pixels, failOn: 'error', sequentialRead: true })
    .autoOrient()
    .resize({ width: photoLimits.side, height: photoLimits.side, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .jpeg({ quality: photoLimits.quality })
    .timeout({ seconds: decodeSeconds })
    .toBuffer({ resolveWithObject: true });

/**
 * Makes a photo anew: upright, at most 1,600 pixels, sRGB JPEG, and no EXIF, place, profile or hidden second file.
 * Node only: sharp is native code. It may open nothing but JPEG, PNG and WebP, whatever a file pretends to be, and one
 * photo at a time takes one core. Any fault of a decoder means `broken`. With `place` it also tells where the file says
 * it was taken, which the new one does not.
 */
export const cleanPhoto = async (bytes: Uint8Array, { place = false } = {}): Promise<Cleaned> => {
  const atSight = unfitAtSight(bytes);
  if (atSight) return { ok: false, reason: atSight };
  const sharp = await darkroom();
  try {
    const { width, height, pages, exif } = await sharp(bytes, { limitInputPixels: false }).metadata();
    const byHeader = unfitByHeader({ width, height, frames: pages ?? 1 });
    if (byHeader) return { ok: false, reason: byHeader };
    const { data, info } = await redrawn(sharp, bytes);
    const likeness = await likenessOf(sharp(data));
    const taken = place && exif ? exifPlace(exif) : undefined;
    return {
      ok: true,
      bytes: data,
      width: info.width,
      height: info.height,
      ...(likeness && { likeness }),
      ...(taken && { place: taken }),
    };
  } catch {
    return { ok: false, reason: 'broken' };
  }
};
