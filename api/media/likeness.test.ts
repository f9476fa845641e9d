import { readFile } from 'node:fs/promises';
import sharp, { type Sharp } from 'sharp';
import { describe, expect, test } from 'vitest';
import { likenessDistance, looksUsedBefore } from '../../bot/domain/closing-photo.ts';
import { likenessOf } from './likeness.ts';
import { pngPhoto } from './testing/pictures.ts';

const samples = ['lampu', 'lubang', 'sampah', 'selokan'];
const sample = (name: string) => readFile(new URL(`../simulator/samples/${name}.jpg`, import.meta.url));

const likeness = async (bytes: Uint8Array): Promise<Uint8Array> => {
  const found = await likenessOf(sharp(bytes));
  if (!found) throw new Error('the picture looks like nothing');
  return found;
};

describe('a picture is known again', () => {
  test.each<[string, (picture: Sharp) => Sharp]>([
    ['when it is half as large', (picture) => picture.resize(400)],
    ['when it is pressed hard', (picture) => picture.jpeg({ quality: 35 })],
    ['when it is a little lighter', (picture) => picture.modulate({ brightness: 1.15 })],
    ['without its colours', (picture) => picture.greyscale()],
  ])('%s', async (_, change) => {
    for (const name of samples) {
      const changed = await change(sharp(await sample(name))).toBuffer();
      const distance = likenessDistance(await likeness(await sample(name)), await likeness(changed));
      expect(looksUsedBefore(distance), `${name}: ${distance} bits`).toBe(true);
    }
  });
});

test('different pictures are told apart', async () => {
  const all = await Promise.all(samples.map(async (name) => likeness(await sample(name))));
  for (const [i, one] of all.entries())
    for (const other of all.slice(i + 1)) expect(looksUsedBefore(likenessDistance(one, other))).toBe(false);
});

test('a picture that shows nothing looks like nothing', async () => {
  expect(await likenessOf(sharp(await pngPhoto()))).toBeUndefined();
});
