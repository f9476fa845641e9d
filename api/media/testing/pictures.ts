import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';

const red = { r: 200, g: 30, b: 30 };
const blue = { r: 20, g: 60, b: 200 };

const plain = (width: number, height: number, background: { r: number; g: number; b: number } = red) =>
  sharp({ create: { width, height, channels: 3, background } });

/** A picture whose left half is red and whose right half is blue, so that turning shows. */
const halves = async (width: number, height: number) => {
  const right = await plain(width / 2, height, blue)
    .raw()
    .toBuffer();
  const raw = { width: width / 2, height, channels: 3 as const };
  return plain(width, height).composite([{ input: right, raw, left: width / 2, top: 0 }]);
};

/** A phone's photo: with the place where it was taken, the phone's name, and `orientation` as cameras write it. */
export const phonePhoto = async ({ width = 800, height = 400, orientation = 1 } = {}): Promise<Buffer> =>
  (await halves(width, height))
    .withExif({
      IFD0: { Make: 'PonselRekaan', Orientation: String(orientation) },
      IFD3: {
        GPSLatitudeRef: 'S',
        GPSLatitude: '7/1 19/1 51/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '110/1 30/1 0/1',
      },
    })
    .withMetadata({ orientation })
    .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"><who>Penulis Rekaan</who></x:xmpmeta>')
    .jpeg()
    .toBuffer();

export const pngPhoto = async (width = 300, height = 200): Promise<Buffer> =>
  plain(width, height).png().toBuffer();
export const webpPhoto = async (width = 300, height = 200): Promise<Buffer> =>
  plain(width, height).webp().toBuffer();
export const avifPhoto = async (): Promise<Buffer> => plain(64, 64).avif().toBuffer();

const twoFrames = async () => {
  const frame = (background: typeof red) =>
    sharp({ create: { width: 40, height: 40, channels: 3, background } })
      .png()
      .toBuffer();
  return sharp([await frame(red), await frame(blue)], { join: { animated: true } });
};
export const movingWebp = async (): Promise<Buffer> => (await twoFrames()).webp().toBuffer();
export const movingGif = async (): Promise<Buffer> => (await twoFrames()).gif().toBuffer();

const chunk = (type: string, data: Uint8Array): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc32(body), body.length + 4);
  return out;
};

/** A PNG of one colour whose pixels fill gigabytes and whose file is small. `told`: the size that its header claims. */
export const pngBomb = (side: number, told = side): Buffer => {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(told, 0);
  header.writeUInt32BE(told, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const pixels = deflateSync(Buffer.alloc(side * (side * 3 + 1)), { level: 9 });
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', pixels),
    chunk('IEND', Buffer.alloc(0)),
  ]);
};

/** A PNG that says it has frames (APNG), before its pixels. */
export const movingPng = async (): Promise<Buffer> => {
  const png = await pngPhoto(20, 20);
  const afterHeader = 8 + 25;
  const frames = chunk('acTL', Buffer.from([0, 0, 0, 2, 0, 0, 0, 0]));
  return Buffer.concat([png.subarray(0, afterHeader), frames, png.subarray(afterHeader)]);
};
