import fc from 'fast-check';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { exifPlace } from './exif-place.ts';
import { phonePhoto, pngPhoto } from './testing/pictures.ts';

const exifOf = async (bytes: Uint8Array): Promise<Buffer> => {
  const { exif } = await sharp(bytes).metadata();
  if (!exif) throw new Error('the picture has no EXIF');
  return exif;
};

const placed = async (gps: { [tag: string]: string }) =>
  exifPlace(
    await exifOf(
      await sharp(await pngPhoto())
        .withExif({ IFD3: gps })
        .jpeg()
        .toBuffer(),
    ),
  );

test('a phone’s photo tells where it was taken', async () => {
  const place = exifPlace(await exifOf(await phonePhoto()));
  expect(place?.lat).toBeCloseTo(-(7 + 19 / 60 + 51 / 3600), 9);
  expect(place?.lng).toBeCloseTo(110.5, 9);
});

test('north and west are told apart from south and east', async () => {
  const place = await placed({
    GPSLatitudeRef: 'N',
    GPSLatitude: '52/1 3012/100 0/1',
    GPSLongitudeRef: 'W',
    GPSLongitude: '0/1 7/1 3000/100',
  });
  expect(place?.lat).toBeCloseTo(52.502, 6);
  expect(place?.lng).toBeCloseTo(-0.125, 6);
});

/** The same block by a camera that writes the other end of numbers first. */
const bigEndian = (): Uint8Array => {
  const view = new DataView(new ArrayBuffer(128));
  const text = (at: number, words: string) => {
    for (const [i, letter] of [...words].entries()) view.setUint8(at + i, letter.charCodeAt(0));
  };
  const entry = (at: number, tag: number, type: number, count: number, value: number) => {
    view.setUint16(at, tag);
    view.setUint16(at + 2, type);
    view.setUint32(at + 4, count);
    view.setUint32(at + 8, value);
  };
  text(0, 'MM');
  view.setUint16(2, 42);
  view.setUint32(4, 8);
  view.setUint16(8, 1);
  entry(10, 0x8825, 4, 1, 26);
  view.setUint16(26, 4);
  entry(28, 1, 2, 2, 0x53000000);
  entry(40, 2, 5, 3, 80);
  entry(52, 3, 2, 2, 0x45000000);
  entry(64, 4, 5, 3, 104);
  for (const [i, part] of [7, 30, 0, 110, 15, 36].entries()) {
    view.setUint32(80 + i * 8, part);
    view.setUint32(84 + i * 8, 1);
  }
  return new Uint8Array(view.buffer);
};

test('a block in the other order of bytes is read the same', () => {
  expect(exifPlace(bigEndian())).toEqual({ lat: -7.5, lng: 110.26 });
});

test.each([
  ['no place', {}],
  ['only one side', { GPSLatitudeRef: 'S', GPSLatitude: '7/1 0/1 0/1' }],
  [
    'a place off the earth',
    {
      GPSLatitudeRef: 'S',
      GPSLatitude: '97/1 0/1 0/1',
      GPSLongitudeRef: 'E',
      GPSLongitude: '110/1 0/1 0/1',
    },
  ],
  [
    'nothing at all, as phones do before they have found themselves',
    { GPSLatitudeRef: 'N', GPSLatitude: '0/1 0/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '0/1 0/1 0/1' },
  ],
  [
    'a division by nothing',
    {
      GPSLatitudeRef: 'S',
      GPSLatitude: '7/0 0/0 0/0',
      GPSLongitudeRef: 'E',
      GPSLongitude: '110/1 0/1 0/1',
    },
  ],
])('a photo that tells %s tells nothing', async (_, gps) => {
  expect(await placed({ GPSMapDatum: 'WGS-84', ...gps })).toBeUndefined();
});

test('whatever stands in the block, it is a place or nothing, and never a fault', async () => {
  const real = await exifOf(await phonePhoto());
  const spoiled = fc
    .array(fc.tuple(fc.nat(real.length - 1), fc.nat(255)), { maxLength: 30 })
    .chain((changes) =>
      fc.nat(real.length).map((end) => {
        const copy = Buffer.from(real);
        for (const [at, byte] of changes) copy[at] = byte;
        return copy.subarray(0, end);
      }),
    );
  fc.assert(
    fc.property(fc.oneof(spoiled, fc.uint8Array({ maxLength: 200 })), (bytes) => {
      const place = exifPlace(bytes);
      if (!place) return;
      expect(Math.abs(place.lat)).toBeLessThanOrEqual(90);
      expect(Math.abs(place.lng)).toBeLessThanOrEqual(180);
    }),
    { numRuns: 1000 },
  );
});
