import fc from 'fast-check';
import { fileTypeFromBuffer } from 'file-type';
import { expect, test } from 'vitest';
import { samplePhoto, sampleVideo, sampleVoice } from './channels/telegram/emulator/index.ts';
import { typeAtSight } from './type-at-sight.ts';

const bytes = (text: string): Uint8Array => Buffer.from(text, 'latin1');
const chunk = (kind: string, data = ''): string => {
  const size = Buffer.alloc(4);
  size.writeUInt32BE(data.length);
  return `${size.toString('latin1')}${kind}${data}\0\0\0\0`;
};
const png = (...chunks: string[]): Uint8Array =>
  bytes(`\x89PNG\r\n\x1a\n${chunk('IHDR', '\0'.repeat(13))}${chunks.join('')}${chunk('IEND')}`);
const boxed = (brand: string): Uint8Array => bytes(`\0\0\0\x14ftyp${brand}\0\0\x02\0isom\0\0\0\x08free`);
const judge = async (file: Uint8Array) => (await fileTypeFromBuffer(file))?.mime;

const taken: [string, Uint8Array, string][] = [
  ['a photo', bytes('\xff\xd8\xff\xe0\0\x10JFIF\0\x01'), 'image/jpeg'],
  ['a picture', samplePhoto(3, 100, 80), 'image/png'],
  ['a voice note', sampleVoice(1), 'audio/ogg; codecs=opus'],
  ['a video', sampleVideo(1), 'video/mp4'],
  ['a still PNG', png(chunk('gAMA', '\0\0\0\0'), chunk('IDAT', 'x')), 'image/png'],
  ['a moving PNG', png(chunk('acTL', '\0'.repeat(8)), chunk('IDAT', 'x')), 'image/apng'],
  [
    'a PNG that speaks of frames too late',
    png(chunk('IDAT', 'x'), chunk('acTL', '\0'.repeat(8))),
    'image/png',
  ],
  ['WebP', bytes('RIFF\x20\0\0\0WEBPVP8 \x14\0\0\0'), 'image/webp'],
  ['a video of an iPhone', boxed('qt  '), 'video/quicktime'],
  ...['isom', 'iso2', 'iso6', 'mp41', 'mp42', 'avc1', 'MSNV', 'mmp4'].map(
    (brand): [string, Uint8Array, string] => [`a video of brand ${brand}`, boxed(brand), 'video/mp4'],
  ),
];

test.each(taken)('%s is known by its first bytes, as file-type knows it', async (_, file, type) => {
  expect(typeAtSight(file)).toBe(type);
  expect(await judge(file)).toBe(type);
});

const left: [string, Uint8Array][] = [
  ['nothing', bytes('')],
  ['JPEG-LS', bytes('\xff\xd8\xff\xf7\0\0\0\0')],
  ['GIF', bytes('GIF89a\x01\0\x01\0\0\0\0')],
  ['AVI', bytes('RIFF\x20\0\0\0AVI LIST')],
  ['another sound in Ogg', bytes(`OggS${'\0'.repeat(24)}\x01vorbis\0`)],
  ['a page', bytes('<!doctype html><script>')],
  ['a program', bytes('MZ\x90\0\x03\0\0\0')],
  ['a PDF that says further down that it is a photo', bytes('%PDF-1.7\n\xff\xd8\xff\xe0')],
  ['a PNG without a head', bytes(`\x89PNG\r\n\x1a\n${chunk('IHDR', 'x')}${chunk('IDAT', 'x')}`)],
  ...[
    'avif',
    'heic',
    'heix',
    'hevc',
    'mif1',
    'msf1',
    'M4A ',
    'M4B ',
    'M4V ',
    '3gp4',
    '3g2a',
    'crx ',
    'F4A ',
  ].map((brand): [string, Uint8Array] => [`what is of brand ${brand}`, boxed(brand)]),
];

test.each(left)('%s is none of ours', async (_, file) => {
  expect(typeAtSight(file)).toBeUndefined();
  expect(taken.map(([, , type]) => type)).not.toContain(await judge(file));
});

const moving = 'image/apng';

test('whatever happens to a file on its way, nothing that we take is what file-type says it is not', async () => {
  const files = fc.constantFrom(...taken.map(([, file]) => file), ...left.map(([, file]) => file));
  const strokes = fc.array(fc.tuple(fc.nat(60), fc.nat(255)), { maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(files, strokes, fc.option(fc.nat(80)), async (file, changes, cut) => {
      const changed = Uint8Array.from(cut === null ? file : file.subarray(0, cut));
      for (const [at, value] of changes) if (at < changed.length) changed[at] = value;
      const type = typeAtSight(changed);
      if (type !== undefined && type !== moving) expect(type).toBe(await judge(changed));
    }),
    { numRuns: 2000 },
  );
});
