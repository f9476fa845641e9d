import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FilesBeside } from '../../../bot/domain/modules/read-card.ts';
import { shippedFolder } from '../../../db/seed/shipped-modules.ts';
import { tableBytes } from '../read-table.ts';

/** A file as it was found: its name as it was typed, its text (`null`: not UTF-8), and the pictures in its folder. */
export type ModuleFile = { name: string; text: string | null; beside: FilesBeside };

/** The modules that Pendopo brings along. */
export const shippedModules = fileURLToPath(shippedFolder);

const isModule = (file: string) => /\.md$/i.test(file) && !/^readme\.md$/i.test(basename(file));

const besideOf = async (folder: string): Promise<FilesBeside> => {
  const files = (await readdir(folder, { withFileTypes: true })).filter(
    (entry) => entry.isFile() && /\.(png|jpe?g)$/i.test(entry.name),
  );
  return new Map(
    await Promise.all(files.map(async ({ name }) => [name, (await stat(join(folder, name))).size] as const)),
  );
};

const textOf = (bytes: Uint8Array): string | null => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
};

const named = async (path: string): Promise<readonly string[] | 'no-file' | 'too-large'> => {
  try {
    const found = await stat(path);
    if (!found.isDirectory()) return found.size > tableBytes ? 'too-large' : [path];
    return (await readdir(path))
      .filter(isModule)
      .toSorted()
      .map((file) => join(path, file));
  } catch {
    return 'no-file';
  }
};

/** The files of a path: itself, or the modules in a folder. */
export const moduleFiles = async (path: string): Promise<readonly ModuleFile[] | 'no-file' | 'too-large'> => {
  const files = await named(path);
  if (typeof files === 'string') return files;
  try {
    return await Promise.all(
      files.map(async (name) => ({
        name,
        text: textOf(await readFile(name)),
        beside: await besideOf(dirname(name)),
      })),
    );
  } catch {
    return 'no-file';
  }
};
