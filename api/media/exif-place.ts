import type { TakenPlace } from '../../bot/media.ts';

const gpsPointer = 0x8825;
const tags = { latRef: 1, lat: 2, lngRef: 3, lng: 4 } as const;
const [ascii, rational, long] = [2, 5, 4];

type Entry = { type: number; count: number; at: number };

/** The entries of one directory by their tags; a value of more than four bytes lies where its place says. */
const directory = (view: DataView, at: number, little: boolean): Map<number, Entry> => {
  const entries = new Map<number, Entry>();
  const count = view.getUint16(at, little);
  for (let i = 0; i < count; i++) {
    const entry = at + 2 + i * 12;
    entries.set(view.getUint16(entry, little), {
      type: view.getUint16(entry + 2, little),
      count: view.getUint32(entry + 4, little),
      at: entry + 8,
    });
  }
  return entries;
};

/** Degrees, minutes and seconds as three fractions, and the half of the world they are in. */
const degrees = (view: DataView, value?: Entry, half?: Entry, little = false): number | undefined => {
  if (value?.type !== rational || value.count !== 3 || half?.type !== ascii) return undefined;
  const at = view.getUint32(value.at, little);
  const part = (i: number) => view.getUint32(at + i * 8, little) / view.getUint32(at + i * 8 + 4, little);
  const sign = 'SW'.includes(String.fromCharCode(view.getUint8(half.at))) ? -1 : 1;
  return sign * (part(0) + part(1) / 60 + part(2) / 3600);
};

const placeIn = (view: DataView): TakenPlace | undefined => {
  const little = view.getUint16(0) === 0x4949;
  if (!little && view.getUint16(0) !== 0x4d4d) return undefined;
  const pointer = directory(view, view.getUint32(4, little), little).get(gpsPointer);
  if (pointer?.type !== long) return undefined;
  const gps = directory(view, view.getUint32(pointer.at, little), little);
  const lat = degrees(view, gps.get(tags.lat), gps.get(tags.latRef), little);
  const lng = degrees(view, gps.get(tags.lng), gps.get(tags.lngRef), little);
  if (lat === undefined || lng === undefined) return undefined;
  const isPlace = Math.abs(lat) <= 90 && Math.abs(lng) <= 180 && (lat !== 0 || lng !== 0);
  return isPlace ? { lat, lng } : undefined;
};

/** Where a photo says it was taken, from its EXIF (CIPA DC-008: TIFF directories). A block that is broken says nothing. */
export const exifPlace = (exif: Uint8Array): TakenPlace | undefined => {
  const head = String.fromCharCode(...exif.subarray(0, 4)) === 'Exif' ? 6 : 0;
  try {
    return placeIn(new DataView(exif.buffer, exif.byteOffset + head, exif.byteLength - head));
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
};
