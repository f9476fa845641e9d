import { chown } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { settle } from './place.ts';
import { findRunner, isRoot, mayEnter } from './runner.ts';
import { copiedProject, launcher, packages } from './testing/copied-project.ts';
import { freshDataDir, note, notes, postmasterOf, sweptAfter } from './testing/data-dir.ts';
import { openTenant } from './testing/open-tenant.ts';

test.runIf(isRoot())(
  'root starts it from a project in a folder that only root may enter (root only)',
  async () => {
    const folder = await freshDataDir(0o700);
    const program = await copiedProject(folder, 'without links');
    const dataDir = sweptAfter(join(folder, '.data'));
    const first = await openTenant(dataDir, { program, role: 'own' });
    expect(first.refused).toBe('');
    await note(first.url, 'tersimpan');
    await first.stop();
    const { home } = await settle(dataDir);
    expect(home).toMatch(/^\/var\/lib\/pendopo\/[0-9a-f]{16}$/);
    const second = await openTenant(dataDir, { program, role: 'own' });
    expect(await notes(second.url)).toEqual(['tersimpan']);
    await second.stop();
    expect(await postmasterOf(dataDir)).toBe(0);
  },
);

const nobody = isRoot() ? await findRunner() : undefined;
const open = nobody !== undefined && (await mayEnter(launcher, nobody)) && (await mayEnter(packages, nobody));
const why = 'skipped unless root, and where the project lies in a folder closed to others';

test.runIf(open)(`an ordinary user starts it from the installed project (${why})`, async () => {
  const dataDir = await freshDataDir();
  const { uid = 0, gid = 0 } = nobody ?? {};
  await chown(dataDir, uid, gid);
  const tenant = await openTenant(dataDir, { role: 'own', options: { uid, gid } });
  expect(tenant.refused).toBe('');
  await note(tenant.url, 'tersimpan');
  await tenant.stop();
  const asRoot = await openTenant(dataDir, { role: 'own' });
  expect(await notes(asRoot.url)).toEqual(['tersimpan']);
  await asRoot.stop();
});

test.runIf(open)(
  `an ordinary user starts it from a read-only package without its links (${why})`,
  async () => {
    const folder = await freshDataDir();
    const program = await copiedProject(folder, 'without links');
    const dataDir = await freshDataDir();
    const { uid = 0, gid = 0 } = nobody ?? {};
    await chown(dataDir, uid, gid);
    const tenant = await openTenant(dataDir, { program, options: { uid, gid } });
    expect(tenant.refused).toBe('');
    await note(tenant.url, 'tersimpan');
    await tenant.stop();
  },
);
