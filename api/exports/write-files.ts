import { mkdir, stat, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { MadeFile } from './export-kind.ts';

const isFolder = async (path: string): Promise<boolean> =>
  /[/\\]$/.test(path) ||
  (await stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  ));

const codeOf = (error: unknown): unknown =>
  error instanceof Error && 'code' in error ? error.code : undefined;

const makeFolder = async (path: string): Promise<void> => {
  try {
    await mkdir(path);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  }
};

/** Several of a kind under one file's name: `hasil.svg`, `hasil-2.svg`. Nothing where the name is none of that kind. */
const numbered = (out: string, files: readonly MadeFile[]): string[] | undefined => {
  const ending = extname(out);
  return ending !== '' && files.every(({ name }) => extname(name) === ending)
    ? files.map((_, at) => (at === 0 ? out : `${out.slice(0, -ending.length)}-${at + 1}${ending}`))
    : undefined;
};

/**
 * Writes one file under the name given, several under that name with numbers, or all of them into a folder under their own
 * names; the folder is made, not those above it.
 */
export const writeFiles = async (
  out: string,
  files: readonly MadeFile[],
): Promise<{ paths: string[] } | { refused: string }> => {
  const single = (await isFolder(out)) ? undefined : files.length === 1 ? [out] : numbered(out, files);
  const inside = single === undefined;
  const placed = files.map(({ name, bytes }, at) => ({ path: single?.[at] ?? join(out, name), bytes }));
  try {
    if (inside) await makeFolder(out);
    for (const { path, bytes } of placed) await writeFile(path, bytes);
    return { paths: placed.map(({ path }) => path) };
  } catch (error) {
    const why = codeOf(error) === 'ENOENT' ? ': there is no such folder' : '';
    return { refused: `${out} could not be written${why}.` };
  }
};
