import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeFiles } from './write-files.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pendopo-files-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const page = (n: number, ending = 'svg') => ({ name: `skm-${n}.${ending}`, bytes: new Uint8Array([48 + n]) });

describe('what was made is written', () => {
  test('several pages under the name of one, with numbers', async () => {
    const out = join(folder, 'hasil.svg');
    expect(await writeFiles(out, [page(1), page(2), page(3)])).toEqual({
      paths: [out, join(folder, 'hasil-2.svg'), join(folder, 'hasil-3.svg')],
    });
    expect(String(await readFile(join(folder, 'hasil-3.svg')))).toBe('3');
  });

  test('several into a folder where the name is that of no such file', async () => {
    await writeFiles(join(folder, 'lembar'), [page(1), page(2)]);
    await writeFiles(join(folder, 'versi.2'), [page(1), page(2)]);
    expect(await readdir(join(folder, 'lembar'))).toEqual(['skm-1.svg', 'skm-2.svg']);
    expect(await readdir(join(folder, 'versi.2'))).toEqual(['skm-1.svg', 'skm-2.svg']);
  });
});
