import { readFile } from 'node:fs/promises';
import { words } from '../words.ts';

/** Pictures drawn by us (the `.svg` beside each `.jpg` is its source), for visitors who have no photo at hand. */
export const samples = [
  { name: 'lampu', label: words.sampleLamp },
  { name: 'lubang', label: words.sampleHole },
  { name: 'sampah', label: words.sampleRubbish },
  { name: 'selokan', label: words.sampleDrain },
] as const;

export type SampleName = (typeof samples)[number]['name'];

export const isSampleName = (name: string): name is SampleName =>
  samples.some((sample) => sample.name === name);

/** The pictures as JPEG files, as a phone would send them. */
export const readSamples = (): Promise<{ name: SampleName; bytes: Uint8Array }[]> =>
  Promise.all(
    samples.map(async ({ name }) => ({
      name,
      bytes: await readFile(new URL(`./${name}.jpg`, import.meta.url)),
    })),
  );
