import { readFile } from 'node:fs/promises';

/** Pictures drawn by us (the `.svg` beside each `.jpg` is its source), for visitors who have no photo at hand. */
export const samples = [
  { name: 'lampu', label: 'coba.sample.lampu' },
  { name: 'lubang', label: 'coba.sample.lubang' },
  { name: 'sampah', label: 'coba.sample.sampah' },
  { name: 'selokan', label: 'coba.sample.selokan' },
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
