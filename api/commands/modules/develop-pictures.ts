import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { noting } from '../../../bot/domain/modules/module-faults.ts';
import { type Developed, developPicture } from '../../modules/develop-picture.ts';
import type { Checked } from './check-files.ts';
import type { ModuleFile } from './module-files.ts';

const lineNaming = (file: string, text: string | null): number =>
  (text?.split(/\r\n|\r|\n/).findIndex((line) => line.includes(`](${file})`)) ?? 0) + 1;

const ofOne = async (
  checked: Checked,
  text: string | null,
): Promise<{ checked: Checked; pictures: readonly Developed[] }> => {
  if (!('module' in checked)) return { checked, pictures: [] };
  const { code, steps } = checked.module;
  const named = new Set(steps.flatMap((step) => (step.kind === 'card' && step.picture?.file) || []));
  const { faults, note } = noting();
  const pictures: Developed[] = [];
  for (const file of named) {
    const given = await readFile(join(dirname(checked.name), file));
    const picture = await developPicture({ module: code, file }, given);
    if (picture) pictures.push(picture);
    else note(lineNaming(file, text), 'picture-broken', { text: file });
  }
  return faults.length > 0
    ? { checked: { name: checked.name, faults }, pictures: [] }
    : { checked, pictures };
};

/** The pictures of modules without faults, made anew as photos are; one that cannot be opened is a fault of its line. */
export const developPictures = async (
  all: readonly Checked[],
  files: readonly ModuleFile[],
): Promise<{ all: readonly Checked[]; pictures: readonly Developed[] }> => {
  const developed = [];
  for (const [i, checked] of all.entries()) developed.push(await ofOne(checked, files[i]?.text ?? null));
  return {
    all: developed.map(({ checked }) => checked),
    pictures: developed.flatMap(({ pictures }) => pictures),
  };
};
