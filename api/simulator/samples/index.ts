import { readFile } from 'node:fs/promises';
import sharp from 'sharp';
import { words } from '../words.ts';

/** Pictures drawn by us, for visitors who have no photo at hand. */
export const samples = [
  { name: 'lampu', label: words.sampleLamp },
  { name: 'lubang', label: words.sampleHole },
  { name: 'sampah', label: words.sampleRubbish },
  { name: 'selokan', label: words.sampleDrain },
] as const;

export type SampleName = (typeof samples)[number]['name'];

export const isSampleName = (name: string): name is SampleName =>
  samples.some((sample) => sample.name === name);

/** The drawings as real JPEG files, as a phone would send them. */
export const drawSamples = (): Promise<{ name: SampleName; bytes: Uint8Array }[]> =>
  Promise.all(
    samples.map(async ({ name }) => ({
      name,
      bytes: await sharp(await readFile(new URL(`./${name}.svg`, import.meta.url)))
        .jpeg({ quality: 84 })
        .toBuffer(),
    })),
  );
