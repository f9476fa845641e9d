import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { cleanPhoto } from './clean.ts';
import {
  avifPhoto,
  movingGif,
  movingPng,
  movingWebp,
  phonePhoto,
  pngBomb,
  pngPhoto,
  webpPhoto,
} from './testing/pictures.ts';

const cleaned = async (bytes: Uint8Array) => {
  const made = await cleanPhoto(bytes);
  if (!made.ok) throw new Error(`refused: ${made.reason}`);
  return made;
};

const refusal = async (bytes: Uint8Array | string): Promise<string> => {
  const made = await cleanPhoto(typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes);
  return made.ok ? 'taken' : made.reason;
};

const colourAt = async (bytes: Uint8Array, left: number, top: number) => {
  const pixel = await sharp(bytes).extract({ left, top, width: 1, height: 1 }).raw().toBuffer();
  return (pixel[0] ?? 0) > (pixel[2] ?? 0) ? 'red' : 'blue';
};

describe('a photo made anew', () => {
  test('says nothing of the phone, the place, or the person who took it', async () => {
    const original = await phonePhoto();
    const before = await sharp(original).metadata();
    expect(before.exif?.includes('PonselRekaan')).toBe(true);
    expect(before.xmp).toBeDefined();

    const { bytes } = await cleaned(original);
    const after = await sharp(bytes).metadata();
    expect(after).toMatchObject({ format: 'jpeg', space: 'srgb' });
    expect([after.exif, after.xmp, after.iptc, after.icc, after.orientation]).toEqual(
      Array(5).fill(undefined),
    );
    for (const trace of ['PonselRekaan', 'GPS', 'Exif', 'Penulis Rekaan', 'ICC_PROFILE'])
      expect(Buffer.from(bytes).includes(trace)).toBe(false);
  });

  test('tells its place only to whoever asks for it', async () => {
    const original = await phonePhoto();
    expect(await cleanPhoto(original)).not.toHaveProperty('place');
    expect(await cleanPhoto(original, { place: true })).toHaveProperty(
      'place.lat',
      expect.closeTo(-7.33083, 4),
    );
    expect(await cleanPhoto(await pngPhoto(), { place: true })).not.toHaveProperty('place');
  });

  test('stands upright though the camera was turned', async () => {
    const { bytes, width, height } = await cleaned(
      await phonePhoto({ width: 800, height: 400, orientation: 6 }),
    );
    expect({ width, height }).toEqual({ width: 400, height: 800 });
    expect(await colourAt(bytes, 200, 10)).toBe('red');
    expect(await colourAt(bytes, 200, 790)).toBe('blue');
  });

  test('is at most 1,600 pixels long, and a small one keeps its size', async () => {
    expect(await cleaned(await pngPhoto(4000, 1000))).toMatchObject({ width: 1600, height: 400 });
    expect(await cleaned(await webpPhoto(300, 200))).toMatchObject({ width: 300, height: 200 });
  });

  test('carries nothing of what was hidden behind its pixels', async () => {
    const polyglot = Buffer.concat([
      await phonePhoto(),
      Buffer.from('PK\u0003\u0004<script>alert(1)</script>'),
    ]);
    const { bytes } = await cleaned(polyglot);
    expect(Buffer.from(bytes).includes('script')).toBe(false);
  });

  test('shows transparent places white', async () => {
    const clear = await sharp({
      create: { width: 8, height: 8, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } },
    })
      .png()
      .toBuffer();
    const { bytes } = await cleaned(clear);
    expect((await sharp(bytes).raw().toBuffer())[0]).toBeGreaterThan(250);
  });

  test('may have exactly 40 megapixels', async () => {
    expect(await cleaned(await pngPhoto(8000, 5000))).toMatchObject({ width: 1600, height: 1000 });
    expect(await refusal(await pngPhoto(8000, 5001))).toBe('pixels');
  });
});

describe('a file that is no photo', () => {
  test.each([
    ['a PDF', '%PDF-1.7\n1 0 obj\n<<>>\nendobj\n'],
    ['a page', '<!doctype html><html><script>alert(1)</script></html>'],
    [
      'a drawing',
      '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><rect width="10" height="10"/></svg>',
    ],
    ['an archive', 'PK\u0003\u0004\u0014\u0000\u0000\u0000\u0000\u0000'],
    ['a program', 'MZ\u0090\u0000\u0003\u0000\u0000\u0000'],
    ['nothing', ''],
  ])('%s is refused by its beginning, whatever it is called', async (_, beginning) => {
    expect(await refusal(beginning)).toBe('type');
  });

  test('kinds that we do not read yet are refused by type', async () => {
    expect(await refusal(await avifPhoto())).toBe('type');
    expect(await refusal(await movingGif())).toBe('type');
  });

  test('moving pictures are refused', async () => {
    expect(await refusal(await movingWebp())).toBe('frames');
    expect(await refusal(await movingPng())).toBe('frames');
  });

  test('a file over 20 MB is refused before anything looks into it', async () => {
    const large = Buffer.concat([await phonePhoto(), Buffer.alloc(25 * 1024 * 1024)]);
    expect(await refusal(large)).toBe('size');
  });

  test('a photo that was cut off is refused', async () => {
    const whole = await phonePhoto();
    expect(await refusal(whole.subarray(0, Math.floor(whole.length / 2)))).toBe('broken');
    expect(await refusal(whole.subarray(0, 20))).toBe('broken');
  });

  test('a photo with a JPEG beginning and garbage after it is refused', async () => {
    expect(await refusal(`\u00ff\u00d8\u00ff\u00e0\u0000\u0010JFIF\u0000${'<html>'.repeat(100)}`)).toBe(
      'broken',
    );
  });

  test('a small file that would fill the memory is refused from its header', async () => {
    const bomb = pngBomb(8000, 20_000);
    expect(bomb.length).toBeLessThan(500_000);
    expect(await refusal(bomb)).toBe('pixels');
  });

  test('a file whose header tells less than it holds is refused or stays within what it told', async () => {
    const liar = await cleanPhoto(pngBomb(3000, 30));
    expect(liar.ok ? liar.width : 30).toBe(30);
  });
});

test('the decoder opens nothing but JPEG, PNG and WebP, even where nobody looked first', async () => {
  const drawing = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"/>');
  await expect(sharp(drawing).metadata()).rejects.toThrow();
  await expect(sharp(await movingGif()).metadata()).rejects.toThrow();
});
