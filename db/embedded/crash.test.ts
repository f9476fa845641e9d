import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startEmbedded } from './index.ts';
import { settle } from './place.ts';
import { freshDataDir, note, notes, postmasterOf } from './testing/data-dir.ts';
import { openTenant } from './testing/open-tenant.ts';

test('a service joins the server that a killed service left, and ends it in the end', async () => {
  const dataDir = await freshDataDir();
  const killed = await openTenant(dataDir, { role: 'own' });
  await note(killed.url, 'sebelum');
  const left = await postmasterOf(dataDir);
  await killed.kill();
  const service = await startEmbedded({ dataDir, own: true });
  expect(service.joined).toBe(true);
  expect(await postmasterOf(dataDir)).toBe(left);
  expect(await notes(service.url)).toEqual(['sebelum']);
  await service.stop();
  expect(await postmasterOf(dataDir)).toBe(0);
  await expect(notes(killed.url)).rejects.toThrow(/ECONNREFUSED/);
});

test('no acknowledged row is lost when PostgreSQL and the service are both killed', async () => {
  const dataDir = await freshDataDir();
  const killed = await openTenant(dataDir, { role: 'own' });
  for (const text of ['satu', 'dua', 'tiga']) await note(killed.url, text);
  const server = await postmasterOf(dataDir);
  await killed.kill();
  process.kill(server, 'SIGKILL');
  const service = await startEmbedded({ dataDir, own: true });
  expect(service.joined).toBe(false);
  expect(await notes(service.url)).toEqual(['dua', 'satu', 'tiga']);
  await service.stop();
});

test('the service starts a killed PostgreSQL again at the same address', async () => {
  const dataDir = await freshDataDir();
  const service = await startEmbedded({ dataDir, own: true });
  await note(service.url, 'sebelum');
  const server = await postmasterOf(dataDir);
  process.kill(server, 'SIGKILL');
  await expect.poll(() => notes(service.url).catch(() => []), { timeout: 20_000 }).toEqual(['sebelum']);
  expect(await postmasterOf(dataDir)).not.toBe(server);
  await service.stop();
  expect(await postmasterOf(dataDir)).toBe(0);
});

test('a pid file whose number now belongs to something else does not stop the start', async () => {
  const dataDir = await freshDataDir();
  const first = await openTenant(dataDir);
  await note(first.url, 'sebelum');
  const server = await postmasterOf(dataDir);
  await first.kill();
  process.kill(server, 'SIGKILL');
  const bystander = await openTenant(await freshDataDir());
  const { data } = await settle(dataDir);
  const file = join(data, 'postmaster.pid');
  const lines = (await readFile(file, 'utf8')).split('\n');
  await writeFile(file, [process.ppid, ...lines.slice(1)].join('\n'));
  const service = await startEmbedded({ dataDir, own: true });
  expect(service.joined).toBe(false);
  expect(await notes(service.url)).toEqual(['sebelum']);
  await service.stop();
  await bystander.stop();
});

test('a start cut short in the middle of making the database is begun again', async () => {
  const dataDir = await freshDataDir();
  const place = await settle(dataDir);
  await writeFile(`${place.data}.unfinished`, 'half a database');
  const service = await startEmbedded({ dataDir });
  await note(service.url, 'utuh');
  await service.stop();
});
