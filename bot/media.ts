import type { MediaKind } from './conversation/inbound.ts';
import { type TypeAtSight, typeAtSight } from './type-at-sight.ts';

/** What a photo may be when it comes, and what is made of it: bytes, decoded pixels, longest side in pixels, JPEG quality. */
export const photoLimits = { bytes: 20 * 1024 * 1024, pixels: 40_000_000, side: 1600, quality: 80 } as const;

/** Why a file is no photo for us. */
export type Unfit = 'type' | 'size' | 'pixels' | 'frames' | 'broken';

/** Why a photo is not used: unfit, or no longer to be had from the platform. */
export type Refusal = Unfit | 'gone';

/** Degrees, WGS 84. */
export type TakenPlace = { lat: number; lng: number };

/**
 * A photo made anew, with nothing in it but its pixels; or why there is none. `likeness`: what it looks like, in 8 bytes;
 * none of a picture that shows nothing. `place`: where its file said it was taken, read only where that was asked for.
 */
export type Cleaned =
  | {
      ok: true;
      bytes: Uint8Array;
      width: number;
      height: number;
      likeness?: Uint8Array;
      place?: TakenPlace;
    }
  | { ok: false; reason: Unfit };

/** A file's own beginning says what it is; its name and what the platform says of it count for nothing. */
const typesTaken: { readonly [kind in MediaKind]: readonly TypeAtSight[] } = {
  photo: ['image/jpeg', 'image/png', 'image/webp'],
  voice: ['audio/ogg; codecs=opus'],
  video: ['video/mp4', 'video/quicktime'],
};

/** What a file is stored as. A photo is made anew as JPEG; voice notes and videos stay as they came. */
export const storedTypes: { readonly [kind in MediaKind]: string } = {
  photo: 'image/jpeg',
  voice: 'audio/ogg',
  video: 'video/mp4',
};

/** Judges a file before anything decodes it: its size and its magic bytes. Runs everywhere, a Worker included. */
export const unfitAtSight = (bytes: Uint8Array, kind: MediaKind = 'photo'): Unfit | undefined => {
  if (bytes.length > photoLimits.bytes) return 'size';
  const type = typeAtSight(bytes);
  if (type === 'image/apng') return 'frames';
  return type !== undefined && typesTaken[kind].includes(type) ? undefined : 'type';
};

/** Judges a header: the pixels of a small file may fill the memory, so this comes before they are decoded. */
export const unfitByHeader = (header: {
  width: number;
  height: number;
  frames: number;
}): Unfit | undefined => {
  if (header.frames > 1) return 'frames';
  return header.width * header.height > photoLimits.pixels ? 'pixels' : undefined;
};

/** Where a photo lies: as it came (`raw`, shown to nobody) or made anew (`clean`). The names are ours alone. */
export type PhotoKey = `${'raw' | 'clean'}/${string}`;

export const photoKey = (state: 'raw' | 'clean', id: string): PhotoKey => `${state}/${id}`;

const keyShape = /^(raw|clean)\/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whether a name is one of ours, and so can lead nowhere else. */
export const isPhotoKey = (name: string): name is PhotoKey => keyShape.test(name);

/** So many tries to get a photo before it counts as gone; together they take about ten minutes. */
export const mostTries = 8;

/** Seconds to wait after the given try, from 1: doubling from 5, at most ten minutes. */
export const waitAfterTry = (attempt: number): number => Math.min(5 * 2 ** (attempt - 1), 600);
